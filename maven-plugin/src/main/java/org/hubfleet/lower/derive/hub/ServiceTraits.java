package org.hubfleet.lower.derive.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** The services and roles that JupyterHub is told: the culler's, the admins', then people's. */
final class ServiceTraits {
  private static final List<String> TOKENS = List.of("api_token", "apiToken");

  private ServiceTraits() {}

  static void add(TraitSheet sheet) {
    Values values = sheet.values();
    List<Node> services = new ArrayList<>();
    List<Node> roles = new ArrayList<>();
    if (values.isTrue("cull.enabled")) {
      services.add(Culler.service(values));
      roles.add(Culler.role(values));
    }
    AdminRole.of(values).ifPresent(roles::add);
    values
        .entries("hub.services")
        .forEach((key, entry) -> named(key, entry).ifPresent(services::add));
    values
        .entries("hub.loadRoles")
        .forEach((key, entry) -> named(key, entry).ifPresent(roles::add));
    set(sheet, "JupyterHub.services", services, "hub.services");
    set(sheet, "JupyterHub.load_roles", roles, "hub.loadRoles");
  }

  private static void set(TraitSheet sheet, String trait, List<Node> items, String path) {
    List<Origin> origins = new ArrayList<>();
    origins.add(sheet.values().origin(path));
    items.forEach(item -> origins.add(item.origin()));
    sheet.set(trait, Sequence.of(items, Origin.of(origins)));
  }

  /** The entry of a map as an item of a list: its key is its name, and no token stands in it. */
  private static Optional<Mapping> named(String key, Mapping.Entry entry) {
    return entry
        .value()
        .mapping()
        .map(
            fields -> {
              Mapping.Builder item = Mapping.builder(fields.origin());
              item.put("name", fields.get("name").orElseGet(() -> Scalar.string(key, entry.key())));
              for (Map.Entry<String, Mapping.Entry> field : fields.entries().entrySet()) {
                if (!TOKENS.contains(field.getKey())) {
                  item.put(field.getKey(), field.getValue().key(), field.getValue().value());
                }
              }
              return item.build();
            });
  }
}
