package org.hubfleet.deploy;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.eclipse.jgit.util.FS;

/**
 * SSH as the user's own {@code ~/.ssh} has it: known hosts, settings and keys; with the key of the
 * environment instead of those where it names one, and an agent where one runs. A host that is not
 * known, or has another key than the known one, is refused.
 */
final class SshDoor {
  private SshDoor() {}

  static SshSessionFactory of(Secrets secrets) {
    File home = FS.DETECTED.userHome();
    SshdSessionFactoryBuilder builder =
        new SshdSessionFactoryBuilder()
            .setHomeDirectory(home)
            .setSshDirectory(new File(home, ".ssh"))
            .setPreferredAuthentications("publickey")
            .setKeyPasswordProvider(provider -> new Passphrase(secrets));
    secrets.key().ifPresent(key -> builder.setDefaultIdentities(folder -> List.of(Path.of(key))));
    if (secrets.agent().isPresent() && secrets.key().isEmpty()) {
      builder.setConnectorFactory(new AgentSocket.Factory(secrets.agent().get()));
    }
    return new PatientLogin(builder.build(null));
  }

  /** The passphrase of the environment, given once. */
  private record Passphrase(Secrets secrets) implements KeyPasswordProvider {
    @Override
    public char[] getPassphrase(URIish uri, int attempt) {
      return attempt == 0
          ? secrets.passphrase().map(String::toCharArray).orElse(new char[0])
          : new char[0];
    }

    @Override
    public void setAttempts(int attempts) {
      // There is one passphrase, so there is one attempt.
    }

    @Override
    public boolean keyLoaded(URIish uri, int attempt, Exception error) {
      return false;
    }
  }
}
