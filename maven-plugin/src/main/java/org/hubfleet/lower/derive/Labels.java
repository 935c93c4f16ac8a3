package org.hubfleet.lower.derive;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * {@code context.labels.<component>}: {@code object} for the metadata of objects, {@code pod} for
 * pod templates and {@code selector} for selectors.
 *
 * <p>Two sets side by side, as in the chart: the old one (app, component, release, chart, heritage)
 * and the {@code app.kubernetes.io} one. Selectors use only app, component and release, which are
 * immutable on a running hub. Pod templates leave chart and managers out, so that a new compiler
 * alone restarts nothing.
 */
final class Labels implements Derivation {
  private static final List<String> COMPONENTS =
      List.of(
          "hub",
          "proxy",
          "autohttps",
          "proxy-public",
          "proxy-api",
          "proxy-http",
          "singleuser-server",
          "user-scheduler",
          "user-placeholder",
          "continuous-image-puller",
          "hook-image-puller",
          "hook-image-awaiter",
          "image-pull-secret",
          "entry",
          "priority",
          "tokens",
          "namespace",
          "home",
          "folders");
  private static final String STANDARD = "app.kubernetes.io/";

  @Override
  public String key() {
    return "labels";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Origin named = values.origin("nameOverride");
    Scalar app =
        Scalar.string(
            values.string("nameOverride").filter(name -> !name.isEmpty()).orElse("jupyterhub"),
            named);
    Scalar release = (Scalar) values.context().get("release").orElseThrow();
    Scalar chart = (Scalar) values.context().get("chart").orElseThrow();
    Mapping.Builder all = Mapping.builder(release.origin());
    for (String component : COMPONENTS) {
      all.put(component, of(component, app, release, chart));
    }
    return all.build();
  }

  private static Mapping of(String component, Scalar app, Scalar release, Scalar chart) {
    Origin origin = release.origin();
    Scalar part = Scalar.string(component, origin);
    Mapping selector =
        Mapping.builder(origin)
            .put("app", app)
            .put("component", part)
            .put("release", release)
            .build();
    Mapping pod =
        Mapping.builder(origin)
            .put("app", app)
            .put("component", part)
            .put("release", release)
            .put(STANDARD + "name", app)
            .put(STANDARD + "component", part)
            .put(STANDARD + "instance", release)
            .build();
    Mapping object =
        Mapping.builder(origin)
            .put("app", app)
            .put("component", part)
            .put("release", release)
            .put("chart", chart)
            .put("heritage", "hubs")
            .put(STANDARD + "name", app)
            .put(STANDARD + "component", part)
            .put(STANDARD + "instance", release)
            .put(STANDARD + "managed-by", "hubs")
            .put("helm.sh/chart", chart)
            .build();
    return Mapping.builder(origin)
        .put("selector", selector)
        .put("pod", pod)
        .put("object", object)
        .build();
  }
}
