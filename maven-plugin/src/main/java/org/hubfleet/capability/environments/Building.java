package org.hubfleet.capability.environments;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.model.people.Groups;
import org.hubfleet.model.server.OwnImages;
import org.hubfleet.model.server.Tagged;
import org.hubfleet.model.time.Ending;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Lets people have an image built from a repository, where the cluster has a builder: the service
 * that the hub sends them to, their right to use it, the field in the form, and a hub image that
 * draws it. All of these or none, for each alone does nothing. Reports {@code
 * environments/no-builder}.
 *
 * <p>Source: binderhub-service answers below {@code /services/binder}, which
 * jupyterhub-fancy-profiles asks; {@code setup_ui} puts its form in place of KubeSpawner's.
 */
record Building(Hub hub, Node wish) {
  private static final RuleName NO_BUILDER = RuleName.of("environments/no-builder");
  private static final String SERVICE = "binder";
  private static final String RIGHT = "access:services!service=" + SERVICE;
  private static final String ROLE = "image-builders";
  private static final String FORM =
      "from jupyterhub_fancy_profiles import setup_ui\n\nsetup_ui(c)\n";

  /**
   * What a hub asks for; absent when it does not, or its cluster cannot.
   *
   * @param own what stands under {@code ownImages}, there and in kinds of servers
   */
  static Optional<Building> of(Hub hub, List<Node> own, List<Diagnostic> problems) {
    Optional<Node> asking = own.stream().filter(OwnImages::isBuilt).findFirst();
    Optional<Node> wish = asking.flatMap(node -> node.get("build"));
    boolean none = hub.cluster().fact("builder").isEmpty();
    if (wish.isPresent() && none && !hub.cluster().isBroken("builder")) {
      problems.add(
          Diagnostic.error(
                  wish.get().origin().place(),
                  NO_BUILDER,
                  "the cluster " + hub.cluster().name() + " has nothing that builds images")
              .hint(
                  "add builder to config/clusters/"
                      + hub.cluster().name()
                      + ".yaml, or leave the line out"));
    }
    return asking.filter(yes -> !none).map(node -> new Building(hub, node));
  }

  void lower(LoweredValues values) {
    Origin why = why();
    values.set("hub.services." + SERVICE + ".url", fact("url"));
    values.set("hub.extraConfig.builder", Scalar.string(FORM, why));
    Scalar image = fact("hubImage");
    values.set("hub.image.name", Tagged.name(image));
    values.set("hub.image.tag", Tagged.tag(image));
    rights(values);
  }

  /**
   * Everyone's role takes its scopes from the configuration, so it has to say its usual ones too.
   */
  private void rights(LoweredValues values) {
    Scalar right = Scalar.string(RIGHT, why());
    Optional<Node> groups = wish.get("for");
    if (groups.isPresent()) {
      values.name("hub.loadRoles." + ROLE + ".scopes", right);
      Groups.names(groups.get())
          .forEach(group -> values.name("hub.loadRoles." + ROLE + ".groups", group));
    } else if (Ending.of(hub).filter(Ending::isClosed).isEmpty()) {
      values.name("hub.loadRoles.user.scopes", Scalar.string("self", why()));
      values.name("hub.loadRoles.user.scopes", right);
    }
  }

  private Scalar fact(String key) {
    return OwnImages.builder(hub, key, why()).orElseThrow();
  }

  private Origin why() {
    return wish.get("build").orElseThrow().origin();
  }
}
