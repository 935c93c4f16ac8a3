package org.hubfleet.verify.object;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * No ConfigMap or Secret holds more than 1,048,576 bytes of data, no object more than 262,144 bytes
 * of annotations, keys included.
 *
 * <p>Source: {@code MaxSecretSize} and {@code TotalAnnotationSizeLimitB} of Kubernetes 1.34.
 */
final class Oversize {
  private static final RuleName RULE = RuleName.of("object/too-large");
  private static final long MOST_DATA = 1_048_576;
  private static final long MOST_ANNOTATIONS = 262_144;

  private Oversize() {}

  static List<Diagnostic> inspect(Home home, Manifest manifest) {
    List<Diagnostic> found = new ArrayList<>();
    Mapping object = manifest.object();
    if (manifest.kind().equals("ConfigMap") || manifest.kind().equals("Secret")) {
      boolean secret = manifest.kind().equals("Secret");
      List<Part> parts = new ArrayList<>(parts(object, "data", secret));
      parts.addAll(parts(object, "binaryData", true));
      parts.addAll(parts(object, "stringData", false));
      judge(parts, "data", MOST_DATA, home, manifest, found);
    }
    List<Part> annotations =
        parts(object, "metadata.annotations", false).stream().map(Part::withKey).toList();
    judge(annotations, "annotations", MOST_ANNOTATIONS, home, manifest, found);
    return found;
  }

  /** One value and how many bytes of the limit it takes. */
  private record Part(String key, long bytes, Origin origin) {
    Part withKey() {
      return new Part(key, bytes + key.getBytes(StandardCharsets.UTF_8).length, origin);
    }
  }

  private static List<Part> parts(Mapping object, String path, boolean base64) {
    List<Part> parts = new ArrayList<>();
    Mapping map = object.at(path).flatMap(Node::mapping).orElse(Mapping.empty(object.origin()));
    for (Map.Entry<String, Mapping.Entry> entry : map.entries().entrySet()) {
      String text = entry.getValue().value().scalar().map(Scalar::text).orElse("");
      long bytes = text.getBytes(StandardCharsets.UTF_8).length;
      parts.add(
          new Part(
              entry.getKey(), base64 ? bytes / 4 * 3 : bytes, entry.getValue().value().origin()));
    }
    return parts;
  }

  /** Tells at the largest part when all together are too large. */
  private static void judge(
      List<Part> parts,
      String what,
      long most,
      Home home,
      Manifest manifest,
      List<Diagnostic> found) {
    long bytes = parts.stream().mapToLong(Part::bytes).sum();
    if (bytes > most) {
      Part largest = parts.stream().reduce((a, b) -> b.bytes() > a.bytes() ? b : a).orElseThrow();
      found.add(
          Complaint.error(
                  home,
                  largest.origin(),
                  RULE,
                  manifest.id() + ": " + what + " of " + bytes + " bytes, expected at most " + most)
              .hint("the largest is \"" + largest.key() + "\" with " + largest.bytes() + " bytes"));
    }
  }
}
