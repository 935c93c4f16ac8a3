package org.hubfleet.deploy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;

/**
 * Puts what goes wrong between here and a repository into words. Texts of the other side are shown
 * without anything that is secret.
 */
final class Troubles {
  private static final RuleName NO_REPOSITORY = RuleName.of("deploy/repository-missing");
  private static final RuleName UNREACHABLE = RuleName.of("deploy/unreachable");
  private static final RuleName UNKNOWN_HOST = RuleName.of("deploy/unknown-host");
  private static final RuleName TOO_SLOW = RuleName.of("deploy/too-slow");
  private static final RuleName NOT_ALLOWED = RuleName.of("deploy/not-allowed");
  private static final RuleName REJECTED = RuleName.of("deploy/rejected");
  private static final RuleName BROKEN_OFF = RuleName.of("deploy/broken-off");
  private static final RuleName DISK = RuleName.of("deploy/disk");

  private final Target target;
  private final Secrets secrets;

  Troubles(Target target, Secrets secrets) {
    this.target = target;
    this.secrets = secrets;
  }

  /** The problem behind an exception. */
  Diagnostic of(IOException broken) {
    String said = said(broken);
    if (broken instanceof Rejected) {
      return problem(REJECTED, "the repository refused the change: " + said)
          .hint("nothing was pushed; settle it there and run again");
    }
    if (has(broken, RepositoryNotFoundException.class)
        || has(broken, NoRemoteRepositoryException.class)) {
      return problem(NO_REPOSITORY, "there is no git repository at " + target.address())
          .hint("check the address; a private repository also looks absent without credentials");
    }
    if (mentions(said, "server key did not validate", "host key")) {
      return problem(UNKNOWN_HOST, target.address() + " does not prove who it is: " + said)
          .hint(
              "compare its key with the one that the forge publishes, then write that into"
                  + " ~/.ssh/known_hosts");
    }
    if (mentions(said, "not authorized", "authentication is required", "auth fail", "no more auth")
        || mentions(said, "cannot log in", "not permitted", "forbidden", "401", "403")) {
      return problem(NOT_ALLOWED, target.address() + " does not let this run in: " + said)
          .hint(
              "give HUBS_GIT_TOKEN, or HUBS_GIT_USER and HUBS_GIT_PASSWORD, or an SSH key that may"
                  + " write there");
    }
    if (has(broken, SocketTimeoutException.class) || mentions(said, "timeout", "timed out")) {
      return problem(TOO_SLOW, target.address() + " does not answer in time")
          .hint("nothing was pushed; run again when it does");
    }
    if (has(broken, ConnectException.class) || has(broken, UnknownHostException.class)) {
      return problem(UNREACHABLE, target.address() + " cannot be reached: " + said)
          .hint("check the address and the network");
    }
    if (has(broken, SSLException.class)) {
      return problem(UNREACHABLE, target.address() + " does not prove who it is: " + said);
    }
    if (broken instanceof AccessDeniedException
        || broken instanceof FileSystemException
        || mentions(said, "no space left", "disk quota", "file too large", "read-only file")
        || (target.address().folder().isPresent() && mentions(said, "permission denied"))) {
      return problem(DISK, "the disk does not let us work: " + said)
          .hint("nothing was pushed; give room or rights and run again");
    }
    return problem(BROKEN_OFF, "the exchange with " + target.address() + " broke off: " + said)
        .hint("either nothing or everything was pushed; run again, which finds out");
  }

  /** The branch moved again and again. */
  Diagnostic crowded(int tries) {
    return problem(
            RuleName.of("deploy/crowded"),
            "others pushed before this run could, " + tries + " times in a row")
        .hint("run again");
  }

  private Diagnostic problem(RuleName rule, String message) {
    return Diagnostic.error(target.place(), rule, secrets.hide(message));
  }

  private static boolean has(Throwable broken, Class<?> kind) {
    return causes(broken).anyMatch(kind::isInstance);
  }

  private static Stream<Throwable> causes(Throwable broken) {
    return Stream.iterate(broken, cause -> cause != null, Throwable::getCause).limit(20);
  }

  private static boolean mentions(String text, String... words) {
    String low = text.toLowerCase(Locale.ROOT);
    return Stream.of(words).anyMatch(low::contains);
  }

  /** What the innermost cause says, on one line. */
  private static String said(Throwable broken) {
    Throwable last = causes(broken).reduce((a, b) -> b).orElse(broken);
    String own = String.valueOf(broken.getMessage());
    String deep = last.getMessage() == null ? "" : last.getMessage();
    String text = deep.isEmpty() || own.contains(deep) ? own : own + ": " + deep;
    return text.strip().replaceAll("\\s+", " ");
  }
}
