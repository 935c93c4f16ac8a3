package org.hubfleet.lower.derive.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.pod.Environment;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * {@code context.pulled}: {@code containers} that pull the repositories of a hub before a server
 * starts, and the {@code volumes} and {@code mounts} through which it sees them where homes are not
 * kept. In a home that is kept they need none.
 *
 * <p>They run nbgitpuller, which merges what is new with what people changed, out of an image of
 * its own, so that the image of the server needs neither it nor git. A repository that cannot be
 * pulled keeps no server from starting.
 */
public final class Pulled implements Derivation {
  private static final String VOLUME = "content";

  /** Where the image is told, which nodes fetch beforehand. */
  private static final String IMAGE = "prePuller.extraImages.content.";

  /** Seconds before a slow repository is given up; KubeSpawner waits for 300 in all. */
  private static final int LONGEST = 120;

  private static final String SCRIPT =
      "timeout "
          + LONGEST
          + " gitpuller \"$@\" || echo \"$1 was not pulled, the server starts as it is\" >&2";

  @Override
  public String key() {
    return "pulled";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Optional<Mapping> repositories =
        values.context().at("content.repositories").flatMap(Node::mapping);
    Origin origin = repositories.map(Node::origin).orElse(values.hub().clusterOrigin());
    List<Node> containers = new ArrayList<>();
    Mapping.Builder mounts = Mapping.builder(origin);
    Optional<Mapping> home = HomeMount.of(values);
    for (Map.Entry<String, Mapping.Entry> one :
        repositories.map(Mapping::entries).orElse(Map.of()).entrySet()) {
      Node repository = one.getValue().value();
      containers.add(container(one.getKey(), repository, home, values));
      if (home.isEmpty()) {
        mounts.put("content-" + one.getKey(), mount(repository, values));
      }
    }
    return Mapping.builder(origin)
        .put("containers", Sequence.of(containers, origin))
        .put("volumes", volumes(home.isEmpty() && !containers.isEmpty(), origin))
        .put("mounts", mounts.build())
        .build();
  }

  private static Mapping container(
      String name, Node repository, Optional<Mapping> home, Values values) {
    Origin why = repository.origin();
    String place = home(values) + "/" + text(repository, "folder");
    List<Node> command = new ArrayList<>();
    for (String word : List.of("sh", "-c", SCRIPT, "pull")) {
      command.add(Scalar.string(word, why));
    }
    command.add(repository.get("address").orElseThrow());
    command.add(repository.get("branch").orElse(Scalar.string("", why)));
    command.add(Scalar.string(place, repository.get("folder").orElseThrow().origin()));
    Mapping volume = home.orElseGet(() -> volume(why).put("mountPath", home(values)).build());
    return Mapping.builder(why)
        .put("name", "content-" + name)
        .put("image", values.text(image(values), IMAGE + "name"))
        .put("command", Sequence.of(command, why))
        .put("env", environment(values, why))
        .put("volumeMounts", Sequence.of(List.of(volume), why))
        .put("securityContext", security(values, why))
        .put("resources", resources(why))
        .build();
  }

  private static String image(Values values) {
    return values.string(IMAGE + "name").orElse("")
        + values.string(IMAGE + "tag").map(tag -> ":" + tag).orElse("");
  }

  private static String home(Values values) {
    return values.string("singleuser.storage.homeMountPath").orElse("").replaceAll("/$", "");
  }

  /** Git asks nobody for a password, and takes folders whose owner a file server changed. */
  private static Sequence environment(Values values, Origin why) {
    return Sequence.of(
        List.of(
            Environment.variable("HOME", home(values), why),
            Environment.variable("GIT_TERMINAL_PROMPT", "0", why),
            Environment.variable("GIT_CONFIG_COUNT", "1", why),
            Environment.variable("GIT_CONFIG_KEY_0", "safe.directory", why),
            Environment.variable("GIT_CONFIG_VALUE_0", "*", why)),
        why);
  }

  /** As the account of the server, with no rights at all. */
  private static Mapping security(Values values, Origin why) {
    Sequence all = Sequence.of(List.of(Scalar.string("ALL", why)), why);
    return Mapping.builder(why)
        .put("runAsUser", values.node("singleuser.uid"))
        .put("allowPrivilegeEscalation", Scalar.bool(false, why))
        .put("capabilities", Mapping.builder(why).put("drop", all).build())
        .put("seccompProfile", Mapping.builder(why).put("type", "RuntimeDefault").build())
        .build();
  }

  private static Mapping resources(Origin why) {
    return Mapping.builder(why)
        .put("requests", Mapping.builder(why).put("cpu", "50m").put("memory", "128Mi").build())
        .put("limits", Mapping.builder(why).put("memory", "512Mi").build())
        .build();
  }

  private static Mapping mount(Node repository, Values values) {
    Scalar folder = (Scalar) repository.get("folder").orElseThrow();
    return volume(repository.origin())
        .put("mountPath", Scalar.string(home(values) + "/" + folder.text(), folder.origin()))
        .put("subPath", folder)
        .build();
  }

  private static Mapping volumes(boolean needed, Origin why) {
    Mapping.Builder volumes = Mapping.builder(why);
    if (needed) {
      volumes.put(VOLUME, volume(why).put("emptyDir", Mapping.empty(why)).build());
    }
    return volumes.build();
  }

  private static Mapping.Builder volume(Origin why) {
    return Mapping.builder(why).put("name", VOLUME);
  }

  private static String text(Node node, String key) {
    return node.get(key).flatMap(Node::string).orElse("");
  }
}
