package org.hubfleet.e2e.scheduler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.Deadline;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Node;

/**
 * Stands in for the storage of a namespace: a volume for each claim, so that the scheduler only has
 * to find a node. Claims and volumes go when closed.
 */
final class Homes implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String VOLUMES = "/api/v1/persistentvolumes";

  private final Api api;
  private final String namespace;
  private final List<String> paths = new ArrayList<>();

  Homes(Api api, String namespace) {
    this.api = api;
    this.namespace = namespace;
  }

  /** Makes a claim, as that person, with a volume behind it. */
  Api.Answer claim(Api person, Node claim) {
    back(claim);
    Api.Answer answer = person.post(claims(), JsonWriter.write(claim));
    if (answer.isFine()) {
      await(claims() + "/" + Tree.text(claim, "metadata.name"), "Bound");
    }
    return answer;
  }

  /** Makes claims that a hub expects to be there. */
  void expected(List<Node> expects) {
    for (Node expected : expects) {
      if (Tree.text(expected, "kind").equals("PersistentVolumeClaim")) {
        claim(
            api,
            Tree.of(
                """
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: %s},
                 spec: {accessModes: [ReadWriteMany], storageClassName: "",
                        resources: {requests: {storage: 1Gi}}}}
                """
                    .formatted(Tree.text(expected, "name"))));
      }
    }
  }

  /**
   * Offers a volume to a claim that comes. When the controller knows the volume, the claim is bound
   * at once; otherwise it waits for the controller's next round.
   */
  void back(Node claim) {
    String name = Tree.text(claim, "metadata.name");
    String volume = "home-" + namespace + "-" + name;
    Map<String, String> asked = Tree.texts(claim, "spec.resources.requests");
    Api.Answer answer =
        api.post(
            VOLUMES,
            """
            {"apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": "%s"},
             "spec": {"capacity": {"storage": "%s"}, "accessModes": %s, "storageClassName": "%s",
                      "persistentVolumeReclaimPolicy": "Retain", "hostPath": {"path": "/home"},
                      "claimRef": {"namespace": "%s", "name": "%s"}}}
            """
                .formatted(
                    volume,
                    asked.get("storage"),
                    JsonWriter.write(claim.at("spec.accessModes").orElseThrow()),
                    Tree.text(claim, "spec.storageClassName"),
                    namespace,
                    name));
    if (!answer.isFine() && !answer.isConflict()) {
      throw new IllegalStateException(answer.message());
    }
    paths.add(claims() + "/" + name);
    paths.add(VOLUMES + "/" + volume);
    await(VOLUMES + "/" + volume, "Available", "Bound");
  }

  private String claims() {
    return "/api/v1/namespaces/" + namespace + "/persistentvolumeclaims";
  }

  private void await(String path, String... phases) {
    Deadline.after(PATIENCE)
        .await(
            path + " is " + String.join(" or ", phases),
            () -> List.of(phases).contains(Tree.text(api.get(path).tree(), "status.phase")));
  }

  @Override
  public void close() {
    paths.forEach(api::remove);
  }
}
