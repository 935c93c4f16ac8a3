package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class UnknownBackendTest {
  private static List<Diagnostic> inspect(Blueprint blueprint, String... documents) {
    return new UnknownBackend().inspect(new HubObjects(blueprint, Given.manifests(documents)));
  }

  private static final String SERVICE =
      "{kind: Service, metadata: {name: proxy-public}, spec: {ports: [{name: http, port: 80}]}}";
  private static final String INGRESS =
      "{kind: Ingress, metadata: {name: entry}, spec: {rules: [{http: {paths: [{backend: {service: {name: %s, port: {name: %s}}}}]}}]}}";

  @Test
  void anIngressToNoServiceIsReported() {
    assertThat(Given.told(inspect(Given.blueprint(), SERVICE, INGRESS.formatted("proxy", "http"))))
        .containsExactly(
            "hub/unknown-backend: Ingress/entry leads to port http of the Service \"proxy\": there"
                + " is no such Service");
  }

  @Test
  void anIngressToNoPortIsReported() {
    assertThat(
            Given.told(
                inspect(Given.blueprint(), SERVICE, INGRESS.formatted("proxy-public", "https"))))
        .containsExactly(
            "hub/unknown-backend: Ingress/entry leads to port https of the Service"
                + " \"proxy-public\": the Service has no such port");
  }

  @Test
  void aRouteToAPortByNumberIsFine() {
    assertThat(
            inspect(
                Given.blueprint(),
                SERVICE,
                INGRESS.formatted("proxy-public", "http"),
                "{kind: HTTPRoute, metadata: {name: r}, spec: {rules: [{backendRefs: [{name: proxy-public, port: 80}]}]}}"))
        .isEmpty();
  }

  @Test
  void aRouteToAnotherPortIsReported() {
    assertThat(
            inspect(
                Given.blueprint(),
                SERVICE,
                "{kind: HTTPRoute, metadata: {name: r}, spec: {rules: [{backendRefs: [{name: proxy-public, port: 81}]}]}}"))
        .hasSize(1);
  }
}
