package org.hubfleet.lower.pod;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * A container that runs before people's servers and gives folders of a file server to the account
 * that servers run as. Nodes make such a folder as root when it is first mounted, so that nobody
 * else could write to it. What lies in the folders keeps its owner.
 *
 * <p>It is made of the image that upstream uses for its own container before servers, and holds the
 * one right it needs.
 */
public final class OwnerContainer {
  private static final RuleName REFUSED = RuleName.of("home/root-refused");
  private static final String TOOLS = "singleuser.networkTools.image.";
  private static final String AT = "/own/";

  private final Hub hub;
  private final Mapping image;
  private final Origin why;
  private final List<Node> mounts = new ArrayList<>();
  private final List<Node> command = new ArrayList<>();

  /**
   * @param why it is needed
   */
  public OwnerContainer(Hub hub, Shelf shelf, Origin why) {
    this.hub = hub;
    this.why = why;
    image =
        shelf
            .tree("upstream/versions.yaml", Layer.COMPILER)
            .get("images")
            .flatMap(all -> all.get("jupyterhub.singleuser.networkTools.image"))
            .flatMap(Node::mapping)
            .orElseThrow(() -> new IllegalStateException("no image for owners"));
    command.add(Scalar.string("chown", why));
    command.add(Scalar.string(account("uid", "1000") + ":" + account("fsGid", "100"), why));
  }

  private String account(String key, String usual) {
    return hub.overridden("singleuser." + key)
        .flatMap(Node::scalar)
        .filter(Scalar::isNumber)
        .map(Scalar::text)
        .orElse(usual);
  }

  /** Cares for a folder of a volume of the pod too. */
  public OwnerContainer add(String volume, Scalar subPath) {
    Scalar place = Scalar.string(AT + mounts.size(), subPath.origin());
    mounts.add(
        Mapping.builder(subPath.origin())
            .put("name", volume)
            .put("mountPath", place)
            .put("subPath", subPath)
            .build());
    command.add(place);
    return this;
  }

  /**
   * Puts it among what runs before servers, unless it has nothing to care for. Reports {@code
   * home/root-refused} where the fleet's policy lets nothing run as root.
   */
  public void into(LoweredValues values, String name, List<Diagnostic> problems) {
    Optional<Node> refusing =
        hub.cluster()
            .fact("policy.podSecurity")
            .filter(level -> level.string().equals(Optional.of("restricted")));
    if (refusing.isPresent()) {
      problems.add(refused(refusing.get()));
    } else if (!mounts.isEmpty()) {
      values.entry("singleuser.initContainers", name, container(name));
    }
  }

  private Diagnostic refused(Node level) {
    return Diagnostic.error(
            why.place(),
            REFUSED,
            "folders of this file server have to be given to people by root, which the policy"
                + " restricted does not let run")
        .hint(
            "let the server map all accounts to that of servers, and write givesOwners: true"
                + " beside its path in config/clusters/"
                + hub.cluster().name()
                + ".yaml")
        .related(level.origin().place(), "the policy");
  }

  private Mapping container(String name) {
    return Mapping.builder(why)
        .put("name", name)
        .put("image", Scalar.string(part("name") + ":" + part("tag"), why))
        .put("command", Sequence.of(command, why))
        .put("volumeMounts", Sequence.of(mounts, why))
        .put("securityContext", security())
        .put(
            "resources",
            map("requests", map("cpu", text("10m")).with("memory", text("16Mi")))
                .with("limits", map("memory", text("32Mi"))))
        .build();
  }

  private String part(String key) {
    return hub.overridden(TOOLS + key).or(() -> image.get(key)).flatMap(Node::string).orElse("");
  }

  private Mapping security() {
    Sequence all = Sequence.of(List.of(text("ALL")), why);
    Sequence chown = Sequence.of(List.of(text("CHOWN")), why);
    return map("runAsUser", Scalar.integer(0, why))
        .with("allowPrivilegeEscalation", Scalar.bool(false, why))
        .with("capabilities", map("drop", all).with("add", chown));
  }

  private Mapping map(String key, Node value) {
    return Mapping.builder(why).put(key, value).build();
  }

  private Scalar text(String text) {
    return Scalar.string(text, why);
  }
}
