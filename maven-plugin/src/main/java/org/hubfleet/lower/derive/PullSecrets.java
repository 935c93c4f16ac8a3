package org.hubfleet.lower.derive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.pod.SecretLines;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * {@code context.pullSecrets.<component>}: the pod's {@code imagePullSecrets}, a list of {@code
 * {name}} without duplicates, often empty: those of the component's image, those of all images, and
 * the one that this hub makes or names under {@code secrets:}.
 */
final class PullSecrets implements Derivation {
  /** The component's pods run the image at that path. */
  private record Place(String component, String image) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("hub", "hub.image"),
          new Place("proxy", "proxy.chp.image"),
          new Place("autohttps", "proxy.traefik.image"),
          new Place("user-scheduler", "scheduling.userScheduler.image"),
          new Place("user-placeholder", "scheduling.userPlaceholder.image"),
          new Place("continuous-image-puller", "singleuser.image"),
          new Place("image-awaiter", "prePuller.hook.image"),
          new Place("singleuser", "singleuser.image"));

  @Override
  public String key() {
    return "pullSecrets";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Mapping.Builder all = Mapping.builder(values.origin("imagePullSecrets"));
    for (Place place : PLACES) {
      all.put(place.component(), of(values, place.image()));
    }
    return all.build();
  }

  private static Sequence of(Values values, String image) {
    Map<String, Node> byName = new LinkedHashMap<>();
    values.items(image + ".pullSecrets").forEach(item -> add(item, byName));
    values.items("imagePullSecrets").forEach(item -> add(item, byName));
    own(values).ifPresent(name -> add(name, byName));
    return Sequence.of(List.copyOf(byName.values()), values.origin(image + ".pullSecrets"));
  }

  private static void add(Node item, Map<String, Node> byName) {
    Optional<Scalar> name = item.scalar().or(() -> item.get("name").flatMap(Node::scalar));
    name.filter(text -> text.kind() == Scalar.Kind.STRING)
        .ifPresent(
            text ->
                byName.putIfAbsent(
                    text.text(), Mapping.builder(text.origin()).put("name", text).build()));
  }

  /** The Secret of {@code imagePullSecret}: the one a secrets line names, else ours. */
  private static Optional<Scalar> own(Values values) {
    if (!values.isTrue("imagePullSecret.create")
        || !values.isTrue("imagePullSecret.automaticReferenceInjection")) {
      return Optional.empty();
    }
    return SecretLines.of(values)
        .below("jupyterhub.imagePullSecret")
        .map(SecretLines.Line::secret)
        .findFirst()
        .or(
            () ->
                Optional.of(
                    values
                        .name("image-pull-secret")
                        .from(values.origin("imagePullSecret.create"))));
  }
}
