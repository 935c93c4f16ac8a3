package org.hubfleet.author;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hubfleet.source.ValuePath;

/**
 * Names for the Secrets that hold a hub's credentials and for the keys in them: one Secret for each
 * purpose, such as {@code tidal-lab-login} with the key {@code client-secret}.
 */
final class SecretNames {
  /** A Secret and a key in it; the key is empty where the Secret's type says what it holds. */
  record Target(String secret, String key) {}

  private final String hub;

  /**
   * @param hub id of the hub
   */
  SecretNames(String hub) {
    this.hub = hub;
  }

  /** A target for each path, no two alike; in the order of the paths. */
  Map<ValuePath, Target> of(Iterable<ValuePath> paths) {
    Map<Target, List<ValuePath>> wanted = new LinkedHashMap<>();
    for (ValuePath path : paths) {
      List<String> steps = steps(path);
      wanted
          .computeIfAbsent(new Target(secret(steps), key(steps)), t -> new ArrayList<>())
          .add(path);
    }
    Map<ValuePath, Target> found = new TreeMap<>(Comparator.comparing(ValuePath::toString));
    wanted.forEach(
        (target, same) -> {
          for (ValuePath path : same) {
            boolean shared = same.size() > 1 && !target.key().isEmpty();
            found.put(path, shared ? qualified(target, path) : target);
          }
        });
    return found;
  }

  private static Target qualified(Target target, ValuePath path) {
    List<String> steps = steps(path);
    boolean setting = startsWith(steps, "hub", "config") && steps.size() > 2;
    String owner =
        setting
            ? steps.get(2).replaceAll("O?Authenticator$", "").toLowerCase(Locale.ROOT)
            : kebab(String.join("-", steps.subList(0, steps.size() - 1)));
    return new Target(target.secret(), owner + "." + target.key());
  }

  private String secret(List<String> steps) {
    if (startsWith(steps, "imagePullSecret")) {
      return hub + "-registry";
    }
    if (startsWith(steps, "proxy", "https")) {
      return hub + "-tls";
    }
    if (startsWith(steps, "hub", "db")) {
      return hub + "-database";
    }
    if (steps.contains("extraEnv")) {
      return hub + "-variables";
    }
    if (steps.contains("extraFiles")) {
      return hub + "-files";
    }
    if (startsWith(steps, "custom")) {
      return hub + "-custom";
    }
    boolean login =
        startsWith(steps, "hub", "config")
            && steps.size() > 2
            && steps.get(2).endsWith("Authenticator");
    return login ? hub + "-login" : hub + "-tokens";
  }

  private static String key(List<String> steps) {
    if (startsWith(steps, "imagePullSecret") || startsWith(steps, "proxy", "https", "manual")) {
      return "";
    }
    if (startsWith(steps, "hub", "config", "CryptKeeper", "keys")) {
      return "crypt-keys";
    }
    if (startsWith(steps, "hub", "services") && steps.size() > 2) {
      return "service-" + steps.get(2);
    }
    int variable = steps.indexOf("extraEnv");
    if (variable >= 0 && variable + 1 < steps.size()) {
      return clean(steps.get(variable + 1));
    }
    int file = steps.indexOf("extraFiles");
    if (file >= 0 && file + 1 < steps.size()) {
      return clean(steps.get(file + 1));
    }
    if (startsWith(steps, "custom")) {
      return clean(String.join(".", steps.subList(1, steps.size())));
    }
    return kebab(steps.get(steps.size() - 1));
  }

  private static boolean startsWith(List<String> steps, String... words) {
    return steps.size() >= words.length && steps.subList(0, words.length).equals(List.of(words));
  }

  /** The keys of a path below its root. */
  private static List<String> steps(ValuePath path) {
    List<String> steps = new ArrayList<>();
    for (ValuePath.Segment segment : path.segments().subList(1, path.segments().size())) {
      steps.add(segment instanceof ValuePath.Key key ? key.name() : "item");
    }
    return steps;
  }

  private static String kebab(String name) {
    return clean(
        name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .replaceAll("([A-Z]+)([A-Z][a-z])", "$1-$2")
            .replace('_', '-')
            .toLowerCase(Locale.ROOT));
  }

  private static String clean(String name) {
    return name.replaceAll("[^-._a-zA-Z0-9]", "-");
  }
}
