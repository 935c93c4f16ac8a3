package org.hubfleet.capability.home;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.model.storage.Share;
import org.hubfleet.model.storage.Storage;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * Lowers a hub's {@code home} and its cluster's {@code storage}: a claim for each person, a folder
 * for each on a file server, or nothing.
 *
 * <p>Reports {@code home/no-share}, {@code home/no-effect}, {@code home/overridden} and {@code
 * home/quota-without-share}.
 */
public final class Home implements Capability {
  private static final RuleName NO_SHARE = RuleName.of("home/no-share");
  private static final RuleName NO_EFFECT = RuleName.of("home/no-effect");
  private static final RuleName OVERRIDDEN = RuleName.of("home/overridden");
  private static final RuleName NO_HOMES = RuleName.of("home/quota-without-share");
  private static final String TYPE = "singleuser.storage.type";

  private final Shelf shelf;

  public Home(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.clusterOrigin());
    Storage storage = Storage.of(hub.cluster(), shelf);
    storage
        .className("database")
        .ifPresent(name -> values.set("hub.db.pvc.storageClassName", name));
    quota(hub, storage, problems);
    if (!storage.isBroken()) {
      Wish.of(hub).ifPresent(wish -> home(wish, storage, values, problems));
    }
    return values.tree();
  }

  private void home(Wish wish, Storage storage, LoweredValues values, List<Diagnostic> problems) {
    Optional<Share> share = storage.homes();
    boolean onShare =
        wish.text("kind").map(kind -> kind.text().equals("share")).orElse(share.isPresent());
    if (wish.isNone()) {
      type("none", wish, values, problems);
      values.note(
          "homes", Scalar.string("none: what people make goes with their server", wish.why()));
    } else if (!onShare) {
      List<String> shares = wish.hub().has("folders") ? List.of() : List.of("folder");
      idle(wish, shares, "a volume for each person has no folder", problems);
      if (type("dynamic", wish, values, problems)) {
        Volumes.lower(wish, storage, values);
      }
    } else if (share.isEmpty()) {
      problems.add(noShare(wish));
    } else {
      idle(wish, List.of("keep"), "folders on a file server always stay", problems);
      if (type("static", wish, values, problems)) {
        new Folders(wish, share.get(), shelf).lower(values, problems);
      }
    }
  }

  /** Says what homes are; false when an override makes them something else. */
  private static boolean type(
      String type, Wish wish, LoweredValues values, List<Diagnostic> problems) {
    values.set(TYPE, Scalar.string(type, wish.why()));
    wish.text("path").ifPresent(path -> values.set("singleuser.storage.homeMountPath", path));
    Optional<Node> other =
        wish.hub().overridden(TYPE).filter(node -> !node.string().equals(Optional.of(type)));
    other.ifPresent(node -> problems.add(overridden(wish, type, node)));
    return other.isEmpty();
  }

  private static Diagnostic overridden(Wish wish, String type, Node other) {
    return Diagnostic.warning(
            wish.why().place(),
            OVERRIDDEN,
            "this asks for homes of type "
                + type
                + ", and an override makes them "
                + other.string().orElse("nothing"))
        .hint("remove one of the two")
        .related(other.origin().place(), "the override");
  }

  private static void idle(Wish wish, List<String> keys, String why, List<Diagnostic> problems) {
    for (String key : wish.keys(keys)) {
      problems.add(
          Diagnostic.warning(
                  wish.value().mapping().orElseThrow().keyOrigin(key).place(),
                  NO_EFFECT,
                  key + " says nothing here: " + why)
              .hint("remove it"));
    }
  }

  private static Diagnostic noShare(Wish wish) {
    String file = "config/clusters/" + wish.hub().cluster().name() + ".yaml";
    return Diagnostic.error(
            wish.text("kind").orElseThrow().origin().place(),
            NO_SHARE,
            "homes are to be folders of a file server, and cluster "
                + wish.hub().cluster().name()
                + " has none for homes")
        .hint(
            "write kind: volume, or in "
                + file
                + ": storage: {homes: {nfs: {server: <address>, path: <exported folder>}}}");
  }

  private static void quota(Hub hub, Storage storage, List<Diagnostic> problems) {
    Optional<Node> quota = hub.cluster().fact("storage.homes.quota");
    if (quota.isPresent() && storage.homes().isEmpty()) {
      problems.add(
          Diagnostic.warning(
                  quota.get().origin().place(),
                  NO_HOMES,
                  "homes of this cluster are volumes, which are no larger than they were made,"
                      + " so this service has nothing to do")
              .hint("name the file server: nfs: {server: <address>, path: <exported folder>}"));
    }
  }
}
