package org.hubfleet.lower.derive.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** The arguments of configurable-http-proxy; see its {@code --help} for what each means. */
final class Arguments {
  private static final String TLS_FOLDER = "/etc/chp/tls/";
  private static final String SUBDOMAINS = "hub.config.JupyterHub.subdomain_host";

  private final Values values;
  private final List<Node> list = new ArrayList<>();

  private Arguments(Values values) {
    this.values = values;
  }

  /** The arguments for a hub, those of people last. */
  static Sequence of(Values values, Optional<ProxyTls> tls) {
    Arguments arguments = new Arguments(values);
    arguments.addresses();
    arguments.targets();
    arguments.ports(tls);
    arguments.switches();
    arguments.list.addAll(values.items("proxy.chp.extraCommandLineFlags"));
    return Sequence.of(arguments.list, values.hub().clusterOrigin());
  }

  /** Empty addresses stand for all of both families. */
  private void addresses() {
    add("--ip=", values.hub().clusterOrigin());
    add("--api-ip=", values.hub().clusterOrigin());
    add("--api-port=8001", values.hub().clusterOrigin());
  }

  private void targets() {
    Scalar hub = values.name("hub");
    String port = "$(" + hub.text().toUpperCase(Locale.ROOT).replace('-', '_') + "_SERVICE_PORT)";
    String address = "http://" + hub.text() + ":" + port;
    target("--default-target=", "proxy.chp.defaultTarget", address, hub);
    target("--error-target=", "proxy.chp.errorTarget", address + "/hub/error", hub);
  }

  private void target(String flag, String path, String usual, Scalar hub) {
    Optional<String> given = values.string(path).filter(text -> !text.isEmpty());
    add(flag + given.orElse(usual), given.isPresent() ? values.origin(path) : hub.origin());
  }

  private void ports(Optional<ProxyTls> tls) {
    if (!HttpsMode.of(values).endsAtProxy()) {
      add("--port=8000", values.hub().clusterOrigin());
      return;
    }
    Origin type = values.origin("proxy.https.type");
    Origin why = Origin.of(List.of(values.origin("proxy.https.enabled"), type));
    add("--port=8443", why);
    add("--redirect-port=8000", why);
    add("--redirect-to=443", why);
    tls.ifPresent(
        files -> {
          add("--ssl-key=" + TLS_FOLDER + files.key().text(), files.key().origin());
          add(
              "--ssl-cert=" + TLS_FOLDER + files.certificate().text(),
              files.certificate().origin());
        });
  }

  private void switches() {
    if (values.isTrue("debug.enabled")) {
      add("--log-level=debug", values.origin("debug.enabled"));
    }
    if (values.string(SUBDOMAINS).filter(text -> !text.isEmpty()).isPresent()) {
      add("--host-routing", values.origin(SUBDOMAINS));
    }
  }

  private void add(String argument, Origin origin) {
    list.add(Scalar.string(argument, origin));
  }
}
