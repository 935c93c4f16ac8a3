package org.hubfleet.e2e.node;

import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.models.V1ConfigMapKeySelector;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1EnvFromSource;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1EnvVarSource;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1SecretKeySelector;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServicePort;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of a container, in the kubelet's order: Services, sources, then its own. */
final class Variables {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\$|\\$\\(([-._a-zA-Z][-._a-zA-Z0-9]*)\\)");
  private static final String CONFIG_ERROR = "CreateContainerConfigError";

  private final Connection connection;
  private final List<V1Service> services;

  Variables(Connection connection, List<V1Service> services) {
    this.connection = connection;
    this.services = services;
  }

  /** All of them; {@link NotYet} when something they refer to is not there. */
  Map<String, String> of(V1Pod pod, V1Container container, String address)
      throws ApiException, NotYet {
    Map<String, String> all = new LinkedHashMap<>();
    boolean links = !Boolean.FALSE.equals(pod.getSpec().getEnableServiceLinks());
    for (V1Service service : services) {
      String namespace = service.getMetadata().getNamespace();
      boolean isApiServer =
          namespace.equals("default") && service.getMetadata().getName().equals("kubernetes");
      if (isApiServer || (links && namespace.equals(pod.getMetadata().getNamespace()))) {
        addService(all, service);
      }
    }
    for (V1EnvFromSource source : given(container.getEnvFrom())) {
      addAll(all, pod, source);
    }
    for (V1EnvVar variable : given(container.getEnv())) {
      Optional<String> value = value(pod, variable, address, all);
      value.ifPresent(text -> all.put(variable.getName(), text));
    }
    return all;
  }

  /** A text in which {@code $(NAME)} stands for a variable, as in commands and arguments. */
  static String expanded(String text, Map<String, String> variables) {
    Matcher found = REFERENCE.matcher(text);
    StringBuilder all = new StringBuilder();
    while (found.find()) {
      String name = found.group(1);
      String meant = name == null ? "$" : variables.getOrDefault(name, found.group());
      found.appendReplacement(all, Matcher.quoteReplacement(meant));
    }
    return found.appendTail(all).toString();
  }

  private Optional<String> value(
      V1Pod pod, V1EnvVar variable, String address, Map<String, String> before)
      throws ApiException, NotYet {
    V1EnvVarSource source = variable.getValueFrom();
    if (source == null) {
      String text = Objects.requireNonNullElse(variable.getValue(), "");
      return Optional.of(expanded(text, before));
    }
    if (source.getFieldRef() != null) {
      return Optional.of(PodFields.of(pod, source.getFieldRef().getFieldPath(), address));
    }
    if (source.getSecretKeyRef() != null) {
      return secret(pod, source.getSecretKeyRef());
    }
    if (source.getConfigMapKeyRef() != null) {
      return configMap(pod, source.getConfigMapKeyRef());
    }
    throw new NotYet(CONFIG_ERROR, "not played: the source of variable " + variable.getName());
  }

  private Optional<String> secret(V1Pod pod, V1SecretKeySelector wanted)
      throws ApiException, NotYet {
    Optional<String> found =
        connection
            .secret(pod.getMetadata().getNamespace(), wanted.getName())
            .flatMap(secret -> Optional.ofNullable(secret.getData()))
            .flatMap(data -> Optional.ofNullable(data.get(wanted.getKey())))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    return required(
        found,
        wanted.getOptional(),
        "couldn't find key " + wanted.getKey() + " in Secret " + wanted.getName());
  }

  private Optional<String> configMap(V1Pod pod, V1ConfigMapKeySelector wanted)
      throws ApiException, NotYet {
    Optional<String> found =
        connection
            .configMap(pod.getMetadata().getNamespace(), wanted.getName())
            .flatMap(map -> Optional.ofNullable(map.getData()))
            .flatMap(data -> Optional.ofNullable(data.get(wanted.getKey())));
    return required(
        found,
        wanted.getOptional(),
        "couldn't find key " + wanted.getKey() + " in ConfigMap " + wanted.getName());
  }

  private static Optional<String> required(Optional<String> found, Boolean optional, String message)
      throws NotYet {
    if (found.isEmpty() && !Boolean.TRUE.equals(optional)) {
      throw new NotYet(CONFIG_ERROR, message);
    }
    return found;
  }

  private void addAll(Map<String, String> all, V1Pod pod, V1EnvFromSource source)
      throws ApiException, NotYet {
    String namespace = pod.getMetadata().getNamespace();
    String prefix = Objects.requireNonNullElse(source.getPrefix(), "");
    if (source.getSecretRef() != null) {
      String name = source.getSecretRef().getName();
      var secret = connection.secret(namespace, name);
      if (secret.isEmpty() && !Boolean.TRUE.equals(source.getSecretRef().getOptional())) {
        throw new NotYet(CONFIG_ERROR, "secret \"" + name + "\" not found");
      }
      secret
          .map(found -> found.getData())
          .ifPresent(
              data ->
                  data.forEach(
                      (key, bytes) ->
                          all.put(prefix + key, new String(bytes, StandardCharsets.UTF_8))));
    }
    if (source.getConfigMapRef() != null) {
      String name = source.getConfigMapRef().getName();
      var map = connection.configMap(namespace, name);
      if (map.isEmpty() && !Boolean.TRUE.equals(source.getConfigMapRef().getOptional())) {
        throw new NotYet(CONFIG_ERROR, "configmap \"" + name + "\" not found");
      }
      map.map(found -> found.getData())
          .ifPresent(data -> data.forEach((key, text) -> all.put(prefix + key, text)));
    }
  }

  private static void addService(Map<String, String> all, V1Service service) {
    String name = variable(service.getMetadata().getName());
    String address = service.getSpec().getClusterIP();
    List<V1ServicePort> ports = given(service.getSpec().getPorts());
    if (ports.isEmpty()) {
      return;
    }
    V1ServicePort first = ports.get(0);
    all.put(name + "_SERVICE_HOST", address);
    all.put(name + "_SERVICE_PORT", String.valueOf(first.getPort()));
    all.put(name + "_PORT", "tcp://" + address + ":" + first.getPort());
    for (V1ServicePort port : ports) {
      if (port.getName() != null) {
        all.put(name + "_SERVICE_PORT_" + variable(port.getName()), String.valueOf(port.getPort()));
      }
      String each = name + "_PORT_" + port.getPort() + "_TCP";
      all.put(each, "tcp://" + address + ":" + port.getPort());
      all.put(each + "_PROTO", "tcp");
      all.put(each + "_PORT", String.valueOf(port.getPort()));
      all.put(each + "_ADDR", address);
    }
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  static <T> List<T> given(List<T> list) {
    return Objects.requireNonNullElse(list, List.of());
  }
}
