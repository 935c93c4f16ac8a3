package org.hubfleet.lower.derive;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.model.time.Ending;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * {@code context.continuity}: how the name of a person leads to what that person keeps. When any of
 * it changes, people find an empty home, so deployments compare it.
 *
 * <p>Names are filled in by KubeSpawner 7: fields such as {@code {username}} stand for what {@code
 * names} ({@code slug_scheme}) makes of a person's name. What snippets change while the hub runs
 * cannot be seen here.
 */
final class Continuity implements Derivation {
  private static final String CLAIM = "claim-{user_server}";
  private static final String OWN_CLAIM = "{pvc_name}";
  private static final String NAMESPACE = "{hubnamespace}-{username}";
  private static final String HOME = "singleuser.storage.homeMountPath";

  @Override
  public String key() {
    return "continuity";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Hub hub = values.hub();
    Origin origin = hub.clusterOrigin();
    return Mapping.builder(origin)
        .put("hub", hub.id())
        .put("file", hub.file())
        .put("namespace", values.context().get("namespace"))
        .put("release", values.context().get("release"))
        .put("homes", homes(values))
        .put("usernames", Usernames.of(values))
        .put("database", database(values))
        .put("buckets", values.context().at("buckets.kept").filter(Continuity::isFilled))
        .put("folders", values.context().at("folders.kept").filter(Continuity::isFilled))
        .put("ends", Ending.of(hub).map(Continuity::ends))
        .build();
  }

  private static Mapping ends(Ending end) {
    Origin origin = end.date().origin();
    return Mapping.builder(origin).put("date", end.date()).put("homes", "keep").build();
  }

  private static boolean isFilled(Node map) {
    return map.mapping().filter(entries -> !entries.isEmpty()).isPresent();
  }

  private static Mapping homes(Values values) {
    Origin origin = values.origin("singleuser.storage.type");
    Optional<Node> mount = home(values);
    Optional<Node> volume = mount.flatMap(m -> volume(values, m));
    Mapping.Builder homes = Mapping.builder(origin);
    if (mount.isEmpty() || volume.isEmpty()) {
      return homes.put("storage", "none").build();
    }
    Optional<Node> claim = volume.get().at("persistentVolumeClaim.claimName");
    boolean own = claim.flatMap(Node::string).filter(OWN_CLAIM::equals).isPresent();
    homes.put("storage", own ? "dynamic" : claim.isPresent() ? "static" : "volume");
    homes.put("names", trait(values, "slug_scheme").orElse(Scalar.string("safe", origin)));
    if (own) {
      homes.put("claim", trait(values, "pvc_name_template").orElse(Scalar.string(CLAIM, origin)));
      homes.put("storageClass", trait(values, "storage_class"));
      homes.put("deletedWithUser", trait(values, "delete_pvc").orElse(Scalar.bool(true, origin)));
    } else {
      homes.put("claim", claim);
      homes.put("volume", claim.isPresent() ? Optional.empty() : source(volume.get()));
    }
    if (trait(values, "enable_user_namespaces").filter(Node::isTrue).isPresent()) {
      homes.put(
          "namespaces",
          trait(values, "user_namespace_template").orElse(Scalar.string(NAMESPACE, origin)));
    }
    return homes
        .put("subPath", mount.get().get("subPath"))
        .put("mountPath", mount.get().get("mountPath"))
        .build();
  }

  private static Optional<Node> trait(Values values, String name) {
    return values.derived("traits").at("KubeSpawner." + name).filter(node -> !node.isNull());
  }

  /** What is mounted where people have their home. */
  private static Optional<Node> home(Values values) {
    Optional<String> path = values.string(HOME);
    return items(trait(values, "volume_mounts"))
        .filter(mount -> mount.get("mountPath").flatMap(Node::string).equals(path))
        .reduce((first, last) -> last);
  }

  private static Optional<Node> volume(Values values, Node mount) {
    Optional<String> name = mount.get("name").flatMap(Node::string);
    return items(trait(values, "volumes"))
        .filter(volume -> volume.get("name").flatMap(Node::string).equals(name))
        .reduce((first, last) -> last);
  }

  /** KubeSpawner takes lists and maps by any key. */
  private static Stream<Node> items(Optional<Node> listOrMap) {
    Stream<Node> listed =
        listOrMap.flatMap(Node::sequence).map(Sequence::items).stream().flatMap(List::stream);
    Stream<Node> mapped =
        listOrMap.flatMap(Node::mapping).stream()
            .flatMap(map -> map.entries().values().stream())
            .map(Mapping.Entry::value);
    return Stream.concat(listed, mapped);
  }

  private static Optional<Node> source(Node volume) {
    return volume.mapping().map(map -> map.without("name"));
  }

  private static Mapping database(Values values) {
    Origin origin = values.origin("hub.db.type");
    String type = values.string("hub.db.type").orElse("");
    Mapping.Builder database = Mapping.builder(origin).put("kind", type);
    if (type.equals("sqlite-pvc")) {
      database.put("claim", values.name("hub-db-dir"));
      database.put("subPath", values.node("hub.db.pvc.subPath"));
    } else if (!type.equals("sqlite-memory")) {
      database.put("url", values.node("hub.db.url"));
    }
    return database.build();
  }
}
