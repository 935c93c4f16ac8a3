package org.hubfleet.lower.derive.hub;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/** What JupyterHub itself and the link to its proxy are told. */
final class ApplicationTraits {
  private static final Map<String, String> COPIED = new LinkedHashMap<>();

  static {
    COPIED.put("base_url", "baseUrl");
    COPIED.put("concurrent_spawn_limit", "concurrentSpawnLimit");
    COPIED.put("active_server_limit", "activeServerLimit");
    COPIED.put("allow_named_servers", "allowNamedServers");
    COPIED.put("named_server_limit_per_user", "namedServerLimitPerUser");
    COPIED.put("authenticate_prometheus", "authenticatePrometheus");
    COPIED.put("redirect_to_server", "redirectToServer");
    COPIED.put("shutdown_on_logout", "shutdownOnLogout");
    COPIED.put("template_paths", "templatePaths");
    COPIED.put("template_vars", "templateVars");
  }

  /** Seconds between two writes of what people last did; upstream's choice. */
  private static final int ACTIVITY_INTERVAL = 60;

  private ApplicationTraits() {}

  static void add(TraitSheet sheet) {
    Values values = sheet.values();
    Origin hub = values.origin("hub");
    sheet.text("JupyterHub.spawner_class", "kubespawner.KubeSpawner", hub);
    sheet.text("JupyterHub.hub_bind_url", "http://:" + HubPod.PORT, hub);
    // Servers outlive the hub, so a restart of the hub must not end them.
    sheet.set("JupyterHub.cleanup_servers", Scalar.bool(false, hub));
    sheet.set("JupyterHub.last_activity_interval", Scalar.integer(ACTIVITY_INTERVAL, hub));
    sheet.set(
        "JupyterHub.tornado_settings",
        Mapping.builder(hub).put("slow_spawn_timeout", Scalar.integer(0, hub)).build());
    sheet.set("ConfigurableHTTPProxy.should_start", Scalar.bool(false, hub));
    database(values).ifPresent(url -> sheet.set("JupyterHub.db_url", url));
    COPIED.forEach((trait, key) -> sheet.copy("JupyterHub." + trait, "hub." + key));
    sheet.copy("Spawner.consecutive_failure_limit", "hub.consecutiveFailureLimit");
    if (values.isTrue("debug.enabled")) {
      Origin debug = values.origin("debug.enabled");
      sheet.text("JupyterHub.log_level", "DEBUG", debug);
      sheet.set("Spawner.debug", Scalar.bool(true, debug));
    }
  }

  private static Optional<Scalar> database(Values values) {
    return switch (values.string("hub.db.type").orElse("")) {
      case "sqlite-pvc" -> Optional.of(values.text("sqlite:///jupyterhub.sqlite", "hub.db.type"));
      case "sqlite-memory" -> Optional.of(values.text("sqlite://", "hub.db.type"));
      default -> values.string("hub.db.url").map(url -> values.text(url, "hub.db.url"));
    };
  }
}
