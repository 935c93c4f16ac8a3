package org.hubfleet.deploy;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;

/**
 * Logs in over SSH within the time that the connection is given. The library bounds only how long
 * the connection itself may take, and waits two minutes for a server that takes it and says
 * nothing.
 */
final class PatientLogin extends SshSessionFactory {
  private final SshSessionFactory doors;

  /**
   * @param doors log in, however long it takes
   */
  PatientLogin(SshSessionFactory doors) {
    this.doors = doors;
  }

  @Override
  public RemoteSession getSession(
      URIish server, CredentialsProvider credentials, FS files, int millis)
      throws TransportException {
    FutureTask<RemoteSession> login =
        new FutureTask<>(() -> doors.getSession(server, credentials, files, millis));
    Thread thread = new Thread(login, "login");
    thread.setDaemon(true);
    thread.start();
    try {
      return millis > 0 ? login.get(millis, TimeUnit.MILLISECONDS) : login.get();
    } catch (TimeoutException silence) {
      login.cancel(true);
      throw new TransportException(
          server, "the login timed out after " + Duration.ofMillis(millis).toSeconds() + " s");
    } catch (InterruptedException stopped) {
      login.cancel(true);
      Thread.currentThread().interrupt();
      throw new TransportException(server, "the login was interrupted");
    } catch (ExecutionException broken) {
      throw broken.getCause() instanceof TransportException told
          ? told
          : new TransportException(server, "the login broke off", broken.getCause());
    }
  }

  @Override
  public void releaseSession(RemoteSession session) {
    doors.releaseSession(session);
  }

  @Override
  public String getType() {
    return doors.getType();
  }
}
