package org.hubfleet.deploy;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.transport.sshd.agent.AbstractConnector;
import org.eclipse.jgit.transport.sshd.agent.Connector;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;

/**
 * Talks to a running SSH agent over its socket.
 *
 * <p>Source: the SSH agent protocol, draft-ietf-sshm-ssh-agent: each message is a length of four
 * bytes and as many bytes.
 */
final class AgentSocket extends AbstractConnector {
  private final Path socket;
  private SocketChannel channel;

  private AgentSocket(Path socket) {
    this.socket = socket;
  }

  @Override
  public boolean connect() throws IOException {
    channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    return channel.connect(UnixDomainSocketAddress.of(socket));
  }

  @Override
  public byte[] rpc(byte command, byte[] message) throws IOException {
    prepareMessage(command, message);
    ByteBuffer question = ByteBuffer.wrap(message);
    while (question.hasRemaining()) {
      channel.write(question);
    }
    ByteBuffer length = read(Integer.BYTES);
    byte[] lengthBytes = length.array();
    return read(toLength(command, lengthBytes)).array();
  }

  private ByteBuffer read(int size) throws IOException {
    ByteBuffer answer = ByteBuffer.allocate(size);
    while (answer.hasRemaining()) {
      if (channel.read(answer) < 0) {
        throw new EOFException("the SSH agent hung up");
      }
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  /** Finds the agent where the environment said. */
  record Factory(String socket) implements ConnectorFactory {
    @Override
    public Connector create(String identityAgent, File homeDir) {
      boolean named = identityAgent != null && identityAgent.startsWith("/");
      return new AgentSocket(Path.of(named ? identityAgent : socket));
    }

    @Override
    public boolean isSupported() {
      return true;
    }

    @Override
    public String getName() {
      return "hubs";
    }

    @Override
    public Collection<ConnectorDescriptor> getSupportedConnectors() {
      return List.of();
    }

    @Override
    public ConnectorDescriptor getDefaultConnector() {
      return null;
    }
  }
}
