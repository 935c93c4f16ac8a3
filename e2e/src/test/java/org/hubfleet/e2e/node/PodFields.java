package org.hubfleet.e2e.node;

import io.kubernetes.client.openapi.models.V1Pod;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a pod that variables and downward volumes may ask for. */
final class PodFields {
  private static final Pattern KEYED =
      Pattern.compile("metadata\\.(labels|annotations)\\['([^']+)'\\]");

  private PodFields() {}

  static String of(V1Pod pod, String path, String address) {
    Matcher keyed = KEYED.matcher(path);
    if (keyed.matches()) {
      Map<String, String> map =
          keyed.group(1).equals("labels")
              ? pod.getMetadata().getLabels()
              : pod.getMetadata().getAnnotations();
      return Objects.requireNonNullElse(map, Map.<String, String>of())
          .getOrDefault(keyed.group(2), "");
    }
    return switch (path) {
      case "metadata.name" -> pod.getMetadata().getName();
      case "metadata.namespace" -> pod.getMetadata().getNamespace();
      case "metadata.uid" -> pod.getMetadata().getUid();
      case "spec.nodeName" -> pod.getSpec().getNodeName();
      case "spec.serviceAccountName" -> pod.getSpec().getServiceAccountName();
      case "status.podIP", "status.podIPs" -> address;
      case "status.hostIP", "status.hostIPs" -> PodNetwork.GATEWAY;
      default -> throw new IllegalStateException("not played: field " + path);
    };
  }
}
