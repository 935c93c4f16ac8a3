package org.hubfleet.capability.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Origin;

/**
 * Where files may be. Reports {@code files/system-place}, {@code files/inside-another} and {@code
 * files/in-home}.
 */
final class FilePlaces {
  private static final RuleName SYSTEM = RuleName.of("files/system-place");
  private static final RuleName INSIDE = RuleName.of("files/inside-another");
  private static final RuleName IN_HOME = RuleName.of("files/in-home");

  /** What the kernel and Kubernetes put into every container. */
  private static final List<String> SYSTEM_PLACES =
      List.of(
          "/dev",
          "/etc/hostname",
          "/etc/hosts",
          "/etc/resolv.conf",
          "/proc",
          "/run/secrets",
          "/sys",
          "/var/run/secrets");

  private FilePlaces() {}

  static void inspect(Mapping files, List<Diagnostic> problems) {
    for (Map.Entry<String, Mapping.Entry> file : files.entries().entrySet()) {
      String path = file.getKey();
      SYSTEM_PLACES.stream()
          .filter(place -> isAtOrBelow(path, place))
          .findFirst()
          .ifPresent(
              place ->
                  problems.add(
                      Diagnostic.error(
                          file.getValue().key().place(),
                          SYSTEM,
                          place + " belongs to the system of every container")));
      files.entries().entrySet().stream()
          .filter(other -> path.startsWith(other.getKey() + "/"))
          .findFirst()
          .ifPresent(
              other ->
                  problems.add(
                      Diagnostic.error(
                              file.getValue().key().place(),
                              INSIDE,
                              other.getKey() + " is a file, so there can be none inside it")
                          .related(other.getValue().key().place(), other.getKey())));
    }
  }

  /** The problem of a file in a home that lasts. */
  static Optional<Diagnostic> inHome(String path, Origin why, String home) {
    return isAtOrBelow(path, home)
        ? Optional.of(
            Diagnostic.error(
                    why.place(),
                    IN_HOME,
                    path
                        + " lies in people's homes: they could not change it, and folders made for"
                        + " it would belong to root")
                .hint("choose a place such as /etc/jupyter, /usr/local/etc/jupyter or /opt"))
        : Optional.empty();
  }

  private static boolean isAtOrBelow(String path, String place) {
    return path.equals(place) || path.startsWith(place.replaceAll("/$", "") + "/");
  }
}
