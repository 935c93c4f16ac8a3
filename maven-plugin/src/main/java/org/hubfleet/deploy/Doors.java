package org.hubfleet.deploy;

import java.io.IOException;
import java.net.URISyntaxException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** Opens connections to servers, with what the environment gave to get in. */
final class Doors {
  /** Seconds without a sign of life. */
  private static final int PATIENCE = 30;

  /** What servers of git take as the name beside a token. */
  static final String TOKEN_USER = "x-access-token";

  private final Secrets secrets;

  Doors(Secrets secrets) {
    this.secrets = secrets;
  }

  /** A connection to be closed. */
  Transport open(Repository local, Target target) throws IOException {
    if (target.address().isReadableOnTheWay() && (hasPassword() || secrets.user().isPresent())) {
      throw new Rejected("credentials do not travel over http in clear; use https");
    }
    Transport transport = transport(local, target);
    transport.setTimeout(patience());
    PackConfig packing = new PackConfig(local);
    packing.setDeltaCompress(false);
    packing.setCompressionLevel(1);
    transport.setPackConfig(packing);
    transport.setCredentialsProvider(new Once());
    if (transport instanceof TransportHttp http && hasPassword()) {
      http.setPreemptiveBasicAuthentication(user(), password());
    }
    if (transport instanceof SshTransport ssh) {
      ssh.setSshSessionFactory(SshDoor.of(secrets));
    }
    return transport;
  }

  private static int patience() {
    return Integer.getInteger("hubs.patience", PATIENCE);
  }

  private static Transport transport(Repository local, Target target) throws IOException {
    try {
      return Transport.open(local, new URIish(target.address().text()));
    } catch (URISyntaxException noAddress) {
      throw new TransportException("no address that git understands", noAddress);
    }
  }

  private boolean hasPassword() {
    return secrets.token().isPresent() || secrets.password().isPresent();
  }

  private String user() {
    return secrets.user().orElse(TOKEN_USER);
  }

  private String password() {
    return secrets.token().or(secrets::password).orElse("");
  }

  /** Gives name and password; asks nobody, and trusts no server because nobody said so. */
  private final class Once extends CredentialsProvider {
    private boolean asked;

    @Override
    public boolean isInteractive() {
      return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
      for (CredentialItem item : items) {
        if (!(item instanceof CredentialItem.Username)
            && !(item instanceof CredentialItem.Password)) {
          return false;
        }
      }
      return hasPassword();
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) {
      if (asked || !supports(items)) {
        return false;
      }
      asked = true;
      for (CredentialItem item : items) {
        if (item instanceof CredentialItem.Username name) {
          name.setValue(user());
        } else if (item instanceof CredentialItem.Password word) {
          word.setValue(password().toCharArray());
        }
      }
      return true;
    }
  }
}
