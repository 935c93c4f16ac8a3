package org.hubfleet.e2e.node;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodSecurityContext;
import io.kubernetes.client.openapi.models.V1SecurityContext;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the folder of small files that {@code bin/container} starts a container from. */
final class ContainerPlan {
  private final V1Pod pod;
  private final V1Container container;
  private final Image image;
  private final Path folder;

  ContainerPlan(V1Pod pod, V1Container container, Image image, Path folder) {
    this.pod = pod;
    this.container = container;
    this.image = image;
    this.folder = folder;
  }

  void write(PodNetwork.Cable cable, List<Volumes.Mount> mounts, List<V1Service> services)
      throws IOException, NotYet {
    Files.createDirectories(folder.resolve("etc"));
    file("network", cable.line());
    file("identity", identity() + "\n");
    file("workdir", Objects.requireNonNullElse(container.getWorkingDir(), image.workdir()) + "\n");
    file("passages", lines(passages()));
    file(
        "folders",
        lines(image.folders().stream().map(f -> user() + ":" + group() + " " + f).toList()));
    file("mounts", lines(mountLines(mounts)));
    if (Boolean.TRUE.equals(security().getReadOnlyRootFilesystem())) {
      file("read-only", "");
    }
    file("etc/hostname", pod.getMetadata().getName() + "\n");
    file("etc/resolv.conf", "# names are in the hosts file\n");
    file("etc/hosts", hosts(cable.address(), services));
    file("etc/passwd", people());
    file("etc/group", "root:x:0:\nusers:x:100:\njovyan:x:1000:\nnogroup:x:65534:\n");
  }

  private String identity() throws NotYet {
    V1SecurityContext own = security();
    if (user() == 0 && (isTrue(own.getRunAsNonRoot()) || isTrue(ofPod().getRunAsNonRoot()))) {
      throw new NotYet(
          "CreateContainerConfigError", "container has runAsNonRoot and image will run as root");
    }
    Set<Long> groups = new LinkedHashSet<>();
    if (ofPod().getFsGroup() != null) {
      groups.add(ofPod().getFsGroup());
    }
    groups.addAll(Variables.given(ofPod().getSupplementalGroups()));
    List<String> words = new ArrayList<>();
    words.add("--reuid=" + user());
    words.add("--regid=" + group());
    words.add(
        groups.isEmpty()
            ? "--clear-groups"
            : "--groups=" + groups.stream().map(String::valueOf).collect(Collectors.joining(",")));
    words.add("--inh-caps=-all");
    if (own.getCapabilities() != null
        && Variables.given(own.getCapabilities().getDrop()).contains("ALL")) {
      words.add("--bounding-set=-all");
    }
    if (Boolean.FALSE.equals(own.getAllowPrivilegeEscalation())) {
      words.add("--no-new-privs");
    }
    return String.join(" ", words);
  }

  private List<String> mountLines(List<Volumes.Mount> mounts) {
    List<String> lines = new ArrayList<>();
    image.programs().forEach(path -> lines.add(path + " ro " + path));
    image.links().forEach((path, source) -> lines.add(source + " ro " + path));
    for (Volumes.Mount mount : mounts) {
      lines.add(mount.source() + (mount.isReadOnly() ? " ro " : " rw ") + mount.path());
    }
    return lines;
  }

  /** All folders above the programs, so that another user may pass through them. */
  private Set<String> passages() {
    Set<String> above = new LinkedHashSet<>();
    for (Path program : image.programs()) {
      for (Path parent = program.getParent();
          parent != null && parent.getParent() != null;
          parent = parent.getParent()) {
        above.add(parent.toString());
      }
    }
    return above;
  }

  private String hosts(String address, List<V1Service> services) {
    StringBuilder text = new StringBuilder("127.0.0.1 localhost\n::1 localhost\n");
    text.append(address).append(' ').append(pod.getMetadata().getName()).append('\n');
    for (V1Service service : services) {
      String name = service.getMetadata().getName();
      String namespace = service.getMetadata().getNamespace();
      String full = name + "." + namespace;
      text.append(service.getSpec().getClusterIP());
      if (namespace.equals(pod.getMetadata().getNamespace())) {
        text.append(' ').append(name);
      }
      text.append(' ').append(full).append(' ').append(full).append(".svc ");
      text.append(full).append(".svc.cluster.local\n");
    }
    return text.toString();
  }

  private static String people() {
    return """
        root:x:0:0:root:/root:/bin/sh
        jovyan:x:1000:100:jovyan:/home/jovyan:/bin/bash
        nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
        """;
  }

  private long user() {
    Long own = security().getRunAsUser();
    return own != null ? own : Objects.requireNonNullElse(ofPod().getRunAsUser(), image.user());
  }

  private long group() {
    Long own = security().getRunAsGroup();
    return own != null ? own : Objects.requireNonNullElse(ofPod().getRunAsGroup(), image.group());
  }

  private V1SecurityContext security() {
    return Objects.requireNonNullElse(container.getSecurityContext(), new V1SecurityContext());
  }

  private V1PodSecurityContext ofPod() {
    return Objects.requireNonNullElse(
        pod.getSpec().getSecurityContext(), new V1PodSecurityContext());
  }

  private static boolean isTrue(Boolean value) {
    return Boolean.TRUE.equals(value);
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String lines(Iterable<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
