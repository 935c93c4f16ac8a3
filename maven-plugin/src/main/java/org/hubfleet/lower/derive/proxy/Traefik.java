package org.hubfleet.lower.derive.proxy;

import java.util.List;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.pod.Environment;
import org.hubfleet.source.Checksum;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.TreeMerge;
import org.hubfleet.source.YamlWriter;

/**
 * {@code context.autohttps}: of the pod that fetches certificates and ends HTTPS the texts {@code
 * static} and {@code dynamic} of traefik's settings, {@code checksum} of the static ones (traefik
 * reads the dynamic ones while it runs), {@code env}, {@code loadArgs} and {@code loadEnv} of the
 * container that fetches the certificates kept earlier, {@code syncArgs} of the one that keeps
 * them, and {@code labels} and {@code extraPodSpec} that people added. An empty map when the hub
 * has no such pod.
 */
public final class Traefik implements Derivation {
  private static final String KEPT_KEY = "acme.json";
  private static final String KEPT_FILE = "/etc/acme/acme.json";

  @Override
  public String key() {
    return "autohttps";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Origin why = values.origin("proxy.https.enabled");
    if (HttpsMode.of(values) != HttpsMode.LETSENCRYPT) {
      return Mapping.empty(why);
    }
    Mapping fixed = merged(StaticSettings.of(values), values, "proxy.traefik.extraStaticConfig");
    Mapping moving = merged(DynamicSettings.of(values), values, "proxy.traefik.extraDynamicConfig");
    Mapping unbuffered = Environment.variable("PYTHONUNBUFFERED", "True", why);
    return Mapping.builder(why)
        .put("static", Scalar.string(YamlWriter.write(fixed), fixed.origin()))
        .put("dynamic", Scalar.string(YamlWriter.write(moving), moving.origin()))
        .put("checksum", Scalar.string(Checksum.of(fixed), fixed.origin()))
        .put("env", Environment.of(values, "proxy.traefik.extraEnv", List.of()))
        .put("loadArgs", kept(values, Stream.of("load")))
        .put("loadEnv", Environment.of(values, "proxy.traefik.extraEnv", List.of(unbuffered)))
        .put("syncArgs", kept(values, Stream.concat(Stream.of("watch-save"), labels(values))))
        .put("labels", values.map("proxy.traefik.labels"))
        .put("extraPodSpec", values.map("proxy.traefik.extraPodSpec"))
        .build();
  }

  private static Mapping merged(Mapping settings, Values values, String path) {
    Mapping extra = values.map(path);
    return extra.isEmpty()
        ? settings
        : TreeMerge.merge(settings, extra)
            .from(Origin.of(List.of(values.origin(path), settings.origin())));
  }

  private static Sequence kept(Values values, Stream<String> first) {
    Scalar secret = values.name("proxy-public-tls-acme");
    Origin origin = values.origin("proxy.https.enabled");
    Stream<Node> start = first.map(text -> Scalar.string(text, origin));
    Stream<Node> end =
        Stream.of(secret, Scalar.string(KEPT_KEY, origin), Scalar.string(KEPT_FILE, origin));
    return Sequence.of(Stream.concat(start, end).toList(), origin);
  }

  /** Labels that the Secret gets when it is made. */
  private static Stream<String> labels(Values values) {
    Node object = values.derived("labels.autohttps.object");
    Stream<String> ours =
        Stream.of("app", "release", "chart")
            .map(name -> name + "=" + object.get(name).flatMap(Node::string).orElseThrow());
    return Stream.concat(ours, Stream.of("heritage=secret-sync")).map(one -> "--label=" + one);
  }
}
