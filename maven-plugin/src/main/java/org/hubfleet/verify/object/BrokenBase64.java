package org.hubfleet.verify.object;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.render.Manifest;
import org.hubfleet.schema.Shape;
import org.hubfleet.schema.WholeBase64;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;

/**
 * Bytes stand in an object as base64 with its padding; line breaks do not count. The alphabet is
 * the schema's to check.
 */
final class BrokenBase64 {
  private static final RuleName RULE = RuleName.of("object/broken-base64");
  private static final String KEYWORD = "x-base64";

  private BrokenBase64() {}

  static List<Diagnostic> inspect(Shape shape, Home home, Manifest manifest) {
    List<Diagnostic> found = new ArrayList<>();
    SchemaTour.of(
        shape,
        manifest.object(),
        (schema, node, path) -> {
          if (schema.path(KEYWORD).asBoolean(false)
              && node.string().filter(text -> !WholeBase64.isIn(text)).isPresent()) {
            found.add(refusal(home, manifest, node, path));
          }
        });
    return found;
  }

  private static Diagnostic refusal(Home home, Manifest manifest, Node node, ValuePath path) {
    return Complaint.error(
            home, node.origin(), RULE, manifest.id() + ": " + path + " is not whole base64")
        .hint("something is cut off, or it is plain text that was never encoded");
  }
}
