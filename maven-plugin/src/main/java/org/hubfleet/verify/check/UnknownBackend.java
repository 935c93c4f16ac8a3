package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.verify.object.Complaint;

/** An Ingress or HTTPRoute leads to a Service, or to a port of one, that there is not. */
final class UnknownBackend implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/unknown-backend");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    Inventory inventory = objects.inventory();
    List<Diagnostic> found = new ArrayList<>();
    for (Manifest entry : objects.manifests()) {
      for (Backend backend : backends(entry).toList()) {
        Optional<Manifest> service =
            objects.manifests().stream()
                .filter(manifest -> manifest.id().equals("Service/" + backend.service()))
                .findFirst();
        boolean known = service.isPresent() || inventory.has("Service", backend.service());
        String mistake =
            !known
                ? "there is no such Service"
                : service.isPresent() && !hasPort(service.get(), backend.port())
                    ? "the Service has no such port"
                    : "";
        if (!mistake.isEmpty()) {
          found.add(
              Complaint.error(
                  objects.hub(),
                  backend.origin(),
                  RULE,
                  entry.id()
                      + " leads to port "
                      + backend.port()
                      + " of the Service \""
                      + backend.service()
                      + "\": "
                      + mistake));
        }
      }
    }
    return found;
  }

  /** Where requests go; the port is a number or a name. */
  private record Backend(String service, String port, Origin origin) {}

  private static Stream<Backend> backends(Manifest entry) {
    if (entry.kind().equals("Ingress")) {
      Stream<Node> paths =
          Pod.items(entry.object(), "spec.rules").stream()
              .flatMap(rule -> Pod.items(rule, "http.paths").stream())
              .flatMap(path -> path.at("backend.service").stream());
      return Stream.concat(entry.object().at("spec.defaultBackend.service").stream(), paths)
          .map(node -> backend(node, node.at("port.name").or(() -> node.at("port.number"))));
    }
    return entry.kind().equals("HTTPRoute")
        ? Pod.items(entry.object(), "spec.rules").stream()
            .flatMap(rule -> Pod.items(rule, "backendRefs").stream())
            .filter(
                node -> node.get("kind").flatMap(Node::string).orElse("Service").equals("Service"))
            .map(node -> backend(node, node.get("port")))
        : Stream.empty();
  }

  private static Backend backend(Node node, Optional<Node> port) {
    return new Backend(
        Pod.text(node, "name"),
        port.flatMap(Node::scalar).map(Scalar::text).orElse(""),
        port.orElse(node).origin());
  }

  private static boolean hasPort(Manifest service, String wanted) {
    return Pod.items(service.object(), "spec.ports").stream()
        .anyMatch(
            port ->
                Pod.text(port, "name").equals(wanted)
                    || port.get("port")
                        .flatMap(Node::scalar)
                        .map(Scalar::text)
                        .filter(wanted::equals)
                        .isPresent());
  }
}
