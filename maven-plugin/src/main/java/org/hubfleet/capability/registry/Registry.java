package org.hubfleet.capability.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * Lowers {@code registry} to the Secret with which pods fetch images. Reports {@code
 * registry/nothing-from-there}.
 */
public final class Registry implements Capability {
  private static final RuleName NOTHING = RuleName.of("registry/nothing-from-there");
  private static final String KEY = "registry";

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.clusterOrigin());
    Optional<Node> wish = hub.tree().get(KEY);
    boolean asked = wish.isPresent() && wish.flatMap(Node::scalar).map(Scalar::isTrue).orElse(true);
    if (asked) {
      Origin why = hub.tree().keyOrigin(KEY);
      Scalar secret =
          wish.flatMap(said -> said.get("secret"))
              .flatMap(Node::scalar)
              .orElseGet(() -> Scalar.string(hub.id() + "-registry", why));
      values.set("imagePullSecret.create", Scalar.bool(true, why));
      values.secret("imagePullSecret", secret);
    }
    return values.tree();
  }

  @Override
  public void inspect(Values effective, List<Diagnostic> problems) {
    List<String> images = new ArrayList<>();
    collect(effective.jupyterhub(), images);
    hosts(effective.hub()).stream()
        .flatMap(host -> host.scalar().stream())
        .filter(host -> images.stream().noneMatch(image -> image.startsWith(host.text() + "/")))
        .forEach(host -> problems.add(nothing(host)));
  }

  private static List<Node> hosts(Hub hub) {
    return hub.tree()
        .at(KEY + ".hosts")
        .flatMap(Node::sequence)
        .map(Sequence::items)
        .orElse(List.of());
  }

  /** Whatever is the name of an image, or a map that has one. */
  private static void collect(Node node, List<String> images) {
    if (node instanceof Mapping map) {
      for (Map.Entry<String, Mapping.Entry> one : map.entries().entrySet()) {
        Node value = one.getValue().value();
        if (one.getKey().equals("image")) {
          value.string().or(() -> value.get("name").flatMap(Node::string)).ifPresent(images::add);
        } else {
          collect(value, images);
        }
      }
    } else if (node instanceof Sequence list) {
      list.items().forEach(item -> collect(item, images));
    }
  }

  private static Diagnostic nothing(Scalar host) {
    return Diagnostic.error(
            host.origin().place(), NOTHING, "no image of this hub comes from " + host.text())
        .hint("take it out, or write the part of an image's name before its first slash");
  }
}
