package org.hubfleet.lower.derive.entry;

import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.derive.proxy.HttpsMode;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/** The port of the proxy's public Service that an Ingress or HTTPRoute leads to. */
record EntryPort(String name, int number, Origin origin) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Plain HTTP, else HTTPS; absent when the Service has neither. */
  static Optional<EntryPort> of(Values values) {
    String closed = "proxy.service.disableHttpPort";
    if (!values.isTrue(closed)) {
      return Optional.of(new EntryPort("http", HTTP, values.origin(closed)));
    }
    return HttpsMode.of(values) == HttpsMode.OFF
        ? Optional.empty()
        : Optional.of(new EntryPort("https", HTTPS, values.origin(closed)));
  }

  /** The backend of an Ingress. */
  Mapping byName(Values values) {
    Scalar service = values.name("proxy-public");
    Mapping port = Mapping.builder(origin).put("name", name).build();
    Mapping named =
        Mapping.builder(service.origin()).put("name", service).put("port", port).build();
    return Mapping.builder(service.origin()).put("service", named).build();
  }

  /** The backend of an HTTPRoute. */
  Mapping byNumber(Values values) {
    Scalar service = values.name("proxy-public");
    return Mapping.builder(service.origin())
        .put("name", service)
        .put("port", Scalar.integer(number, origin))
        .build();
  }
}
