package org.hubfleet.verify.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.render.Manifest;
import org.hubfleet.schema.Shape;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

/** An object that fits its shape for certain needs no look at its lists. */
class CertainObjectTest {
  private static final int OBJECTS = 400;

  private final Random random = new Random(20261121);
  private final Shape shape = KubernetesBundle.of(Shelf.open(), "1.35").shape("V1Pod");

  @Test
  void anObjectIsCertainExactlyWhenNoItemsRepeat() {
    int certain = 0;
    for (int i = 0; i < OBJECTS; i++) {
      Manifest pod = new Manifest("hub", Given.tree(pod()));
      boolean isCertain = shape.isCertain(pod.object());

      List<Diagnostic> found = RepeatedItems.inspect(shape, Home.of(Given.hub()), pod);

      assertThat(found.isEmpty()).as("%s", pod.object()).isEqualTo(isCertain);
      certain += isCertain ? 1 : 0;
    }
    assertThat(certain).isBetween(OBJECTS / 10, OBJECTS * 9 / 10);
  }

  /** A pod whose lists have a few items of few names. */
  private String pod() {
    return """
        apiVersion: v1
        kind: Pod
        metadata: {name: hub, namespace: lab}
        spec:
          containers:
          - name: hub
            image: hub:1
            env: [%s]
            ports: [%s]
            volumeMounts: [%s]
          volumes: [%s]
        """
        .formatted(
            items(() -> "{name: N" + random.nextInt(9) + "}"),
            items(this::port),
            items(() -> "{name: v, mountPath: /" + random.nextInt(9) + "}"),
            items(() -> "{name: v" + random.nextInt(9) + ", emptyDir: {}}"));
  }

  private String port() {
    String protocol = List.of("", ", protocol: TCP", ", protocol: UDP").get(random.nextInt(3));
    return "{containerPort: " + (80 + random.nextInt(4)) + protocol + "}";
  }

  private String items(Supplier<String> item) {
    return Stream.generate(item).limit(random.nextInt(4)).collect(Collectors.joining(", "));
  }
}
