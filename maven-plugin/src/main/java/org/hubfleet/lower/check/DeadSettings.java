package org.hubfleet.lower.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/**
 * Finds settings that wait for a switch nobody turned: {@code values/dead-setting}. Settings of a
 * weaker layer than the one that turned the switch off are fine: a hub may decline what its
 * community prepared.
 */
final class DeadSettings implements ValuesCheck {
  private static final RuleName RULE = RuleName.of("values/dead-setting");

  /**
   * Settings that need a switch.
   *
   * @param below the map whose settings wait
   * @param others keys of that map that do not wait
   * @param on whether the switch is turned
   * @param turn the path of the switch
   * @param need what to set to make them count
   */
  private record Waiting(
      String below, List<String> others, Predicate<Values> on, String turn, String need) {}

  private static final List<Waiting> ALL = all();

  private static List<Waiting> all() {
    List<Waiting> all = new ArrayList<>();
    all.add(enabled("ingress"));
    all.add(enabled("httpRoute"));
    all.add(enabled("cull"));
    all.add(enabled("proxy.https"));
    all.add(enabled("scheduling.userScheduler"));
    all.add(enabled("scheduling.podPriority"));
    for (String pods : List.of("hub", "proxy.chp", "proxy.traefik", "singleuser")) {
      all.add(enabled(pods + ".networkPolicy"));
    }
    for (String pods : List.of("hub", "proxy.chp", "proxy.traefik", "scheduling.userScheduler")) {
      all.add(enabled(pods + ".pdb"));
    }
    for (String pods : List.of("hub", "proxy.chp")) {
      all.add(enabled(pods + ".livenessProbe"));
      all.add(enabled(pods + ".readinessProbe"));
    }
    for (String account :
        List.of("hub", "proxy.traefik", "scheduling.userScheduler", "prePuller.continuous")) {
      String path = account + ".serviceAccount";
      all.add(
          new Waiting(
              path,
              List.of("create", "name"),
              v -> v.isTrue(path + ".create"),
              path + ".create",
              "true"));
    }
    all.add(typed("singleuser.storage.static", "singleuser.storage.type", "static"));
    all.add(typed("singleuser.storage.dynamic", "singleuser.storage.type", "dynamic"));
    all.add(typed("hub.db.pvc", "hub.db.type", "sqlite-pvc"));
    all.add(typed("proxy.https.letsencrypt", "proxy.https.type", "letsencrypt"));
    all.add(typed("proxy.https.manual", "proxy.https.type", "manual"));
    all.add(typed("proxy.https.secret", "proxy.https.type", "secret"));
    all.add(
        new Waiting(
            "singleuser.networkTools",
            List.of(),
            v -> v.isTrue("singleuser.cloudMetadata.blockWithIptables"),
            "singleuser.cloudMetadata.blockWithIptables",
            "true"));
    all.add(
        new Waiting(
            "prePuller",
            List.of("continuous", "hook"),
            DeadSettings::pulls,
            "prePuller.continuous.enabled",
            "true"));
    return List.copyOf(all);
  }

  private static Waiting enabled(String path) {
    String turn = path + ".enabled";
    return new Waiting(path, List.of("enabled"), v -> v.isTrue(turn), turn, "true");
  }

  private static Waiting typed(String below, String turn, String type) {
    return new Waiting(
        below, List.of(), v -> v.string(turn).filter(type::equals).isPresent(), turn, type);
  }

  private static boolean pulls(Values values) {
    return values.isTrue("prePuller.continuous.enabled")
        || (values.isTrue("prePuller.hook.enabled") && !values.hub().departs("no-hook-puller"));
  }

  @Override
  public void inspect(Checked hub, List<Diagnostic> problems) {
    for (Waiting waiting : ALL) {
      if (!waiting.on().test(hub.values()) && !isWrong(hub, waiting.turn(), problems)) {
        inspect(hub, waiting, problems);
      }
    }
  }

  /** Whether the switch itself is wrong, such as a misspelt type: who mends that may turn it. */
  private static boolean isWrong(Checked hub, String turn, List<Diagnostic> problems) {
    Origin turned = hub.values().origin(turn);
    return problems.stream().anyMatch(p -> p.isError() && p.place().equals(turned.place()));
  }

  private static void inspect(Checked hub, Waiting waiting, List<Diagnostic> problems) {
    Origin turned = hub.values().origin(waiting.turn());
    for (Map.Entry<String, Mapping.Entry> entry :
        hub.values().entries(waiting.below()).entrySet()) {
      Optional<Origin> written = written(entry.getValue().value());
      boolean stronger = written.filter(o -> o.layer().compareTo(turned.layer()) >= 0).isPresent();
      if (!waiting.others().contains(entry.getKey()) && stronger) {
        problems.add(
            Diagnostic.warning(
                    entry.getValue().key().isConfigured()
                        ? entry.getValue().key().place()
                        : written.get().place(),
                    RULE,
                    "jupyterhub."
                        + waiting.below()
                        + "."
                        + entry.getKey()
                        + " has no effect while jupyterhub."
                        + waiting.turn()
                        + " is not "
                        + waiting.need())
                .hint("set the switch, or remove the setting"));
      }
    }
  }

  /** The first thing a person wrote in a value; empty maps and lists say nothing. */
  private static Optional<Origin> written(Node value) {
    boolean empty =
        value.mapping().filter(Mapping::isEmpty).isPresent()
            || value.sequence().filter(list -> list.items().isEmpty()).isPresent()
            || value.isNull();
    return empty ? Optional.empty() : Checked.configured(value);
  }
}
