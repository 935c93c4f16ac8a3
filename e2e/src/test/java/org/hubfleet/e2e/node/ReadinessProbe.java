package org.hubfleet.e2e.node;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1HTTPGetAction;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Asks a container over HTTP whether it is ready; one without a probe always is. */
final class ReadinessProbe {
  private final OkHttpClient http;

  /**
   * @param client whose connections accept any certificate, as a kubelet does
   */
  ReadinessProbe(ApiClient client) {
    this.http = client.getHttpClient().newBuilder().callTimeout(Duration.ofSeconds(2)).build();
  }

  boolean isReady(V1Container container, String address) {
    if (container.getReadinessProbe() == null
        || container.getReadinessProbe().getHttpGet() == null) {
      return true;
    }
    V1HTTPGetAction get = container.getReadinessProbe().getHttpGet();
    String scheme = "HTTPS".equals(get.getScheme()) ? "https" : "http";
    String path = Objects.requireNonNullElse(get.getPath(), "/");
    String url = scheme + "://" + address + ":" + port(container, get) + path;
    try (Response answer = http.newCall(new Request.Builder().url(url).build()).execute()) {
      return answer.code() >= 200 && answer.code() < 400;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int port(V1Container container, V1HTTPGetAction get) {
    if (get.getPort().isInteger()) {
      return get.getPort().getIntValue();
    }
    return Variables.given(container.getPorts()).stream()
        .filter(port -> get.getPort().getStrValue().equals(port.getName()))
        .map(V1ContainerPort::getContainerPort)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no port " + get.getPort()));
  }
}
