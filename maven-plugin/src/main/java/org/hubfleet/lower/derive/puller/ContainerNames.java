package org.hubfleet.lower.derive.puller;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Checksum;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Makes names of containers from any text: labels of RFC 1123, at most 63 characters, each once.
 *
 * <p>A text that is a label already stays as it is; where one must be cut or is taken, a short
 * digest of the text follows.
 */
final class ContainerNames {
  private static final int LONGEST = 63;
  private static final int DIGEST = 8;
  private static final Origin NOWHERE = Origin.at(Place.ofFile("name"), Layer.COMPILER);

  private final Set<String> taken = new HashSet<>();

  /** The name for a text; another one each time, also for the same text. */
  String of(String text) {
    String label = label(text);
    String name = label;
    if (name.length() > LONGEST || taken.contains(name)) {
      name = shortened(label, text);
    }
    for (int copy = 2; taken.contains(name); copy++) {
      name = shortened(label, text + "\n" + copy);
    }
    taken.add(name);
    return name;
  }

  private static String label(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return plain.replaceAll("^-+|-+$", "");
  }

  private static String shortened(String name, String text) {
    int room = LONGEST - DIGEST - 1;
    String cut = name.length() <= room ? name : name.substring(0, room);
    String digest = Checksum.of(Scalar.string(text, NOWHERE)).substring(0, DIGEST);
    return cut.replaceAll("-+$", "") + "-" + digest;
  }
}
