package org.hubfleet.capability.home;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.pod.OwnerContainer;
import org.hubfleet.model.Hub;
import org.hubfleet.model.storage.Share;
import org.hubfleet.model.storage.Storage;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * A folder for each person on a file server: {@code <folder of the hub>/{username}}. One volume and
 * one claim for the whole hub; the nodes make the folders when they are first mounted.
 */
record Folders(Wish wish, Share share, Shelf shelf) {
  private static final String STATIC = "singleuser.storage.static.";
  private static final String PERSON = "/{username}";
  private static final String QUOTA = "storage.homes.quota";
  private static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1L << 30);

  void lower(LoweredValues values, List<Diagnostic> problems) {
    Origin why = wish.why().with(share.origin());
    Scalar folder = Storage.folderOf(wish.hub());
    Scalar subPath = Scalar.string(folder.text() + PERSON, wish.why().with(folder.origin()));
    values.set(STATIC + "pvcName", Scalar.string("homes", why));
    values.set(STATIC + "subPath", subPath);
    values.fact(
        "home.share",
        share
            .volume(why)
            .with("volume", Scalar.string(wish.hub().release() + "-homes", wish.why())));
    if (!share.givesOwners()) {
      new OwnerContainer(wish.hub(), shelf, why)
          .add("home", subPath)
          .into(values, "own-home", problems);
    }
    quota(why, values);
    values.note(
        "homes",
        Scalar.string(
            "folders "
                + subPath.text()
                + " of "
                + share.path().text()
                + " on "
                + share.server().text(),
            why));
  }

  private void quota(Origin why, LoweredValues values) {
    Optional<Node> service = wish.hub().cluster().fact(QUOTA);
    if (wish.space().isEmpty()) {
      return;
    }
    Scalar size = wish.size().orElseThrow();
    String words =
        service.isPresent() ? "kept by the cluster's service" : "agreed, and kept by nobody";
    values.note("quota of homes", Scalar.string(size.text() + " each, " + words, size.origin()));
    service.ifPresent(
        lines -> {
          Origin origin = size.origin().with(lines.origin());
          Scalar text = Scalar.string(JsonWriter.write(setting(lines, origin)), origin);
          values.fact("home.quota", text);
        });
  }

  /** What the enforcer reads; its quota counts in gibibytes, and shared folders have none. */
  private Mapping setting(Node lines, Origin origin) {
    String path = lines.get("path").flatMap(Node::string).orElse(share.path().text());
    String whole = (path.equals("/") ? "" : path) + "/" + Storage.folderOf(wish.hub()).text();
    BigDecimal size = BigDecimal.valueOf(wish.space().orElseThrow().bytes());
    Mapping manager =
        Mapping.builder(origin)
            .put("paths", Sequence.of(List.of(Scalar.string(whole, origin)), origin))
            .put("hard_quota", Scalar.number(size.divide(GIBIBYTE), origin))
            .put("exclude", Sequence.of(shared(wish.hub()), origin))
            .build();
    return Mapping.builder(origin).put("QuotaManager", manager).build();
  }

  private static List<Scalar> shared(Hub hub) {
    return hub
        .tree()
        .get("folders")
        .flatMap(Node::mapping)
        .map(Mapping::entries)
        .orElse(Map.of())
        .entrySet()
        .stream()
        .map(folder -> Scalar.string("_" + folder.getKey(), folder.getValue().key()))
        .toList();
  }
}
