package org.hubfleet.lower.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.Nearest;
import org.hubfleet.schema.SchemaWalk;
import org.hubfleet.source.ValuePath;

/**
 * Finds texts that KubeSpawner could not fill in when a server starts: {@code values/unknown-field}
 * and {@code values/unbalanced-brace}. Which values it fills in is fixed in KubeSpawner 7.
 */
final class Templates {
  private static final RuleName UNKNOWN = RuleName.of("values/unknown-field");
  private static final RuleName UNBALANCED = RuleName.of("values/unbalanced-brace");
  private static final List<String> TRAITS =
      List.of(
          "environment",
          "extra_annotations",
          "extra_containers",
          "extra_labels",
          "extra_pod_config",
          "init_containers",
          "pod_name_template",
          "pvc_name_template",
          "secret_name_template",
          "service_account",
          "storage_extra_annotations",
          "storage_extra_labels",
          "storage_selector",
          "user_namespace_template",
          "volume_mounts",
          "volumes",
          "working_dir");
  private static final List<ValuePath> VALUES =
      paths(
          "singleuser.extraAnnotations",
          "singleuser.extraContainers",
          "singleuser.extraEnv",
          "singleuser.extraLabels",
          "singleuser.extraPodConfig",
          "singleuser.initContainers",
          "singleuser.podNameTemplate",
          "singleuser.serviceAccountName",
          "singleuser.storage.dynamic.pvcNameTemplate",
          "singleuser.storage.dynamic.subPath",
          "singleuser.storage.dynamic.volumeNameTemplate",
          "singleuser.storage.extraLabels",
          "singleuser.storage.extraVolumeMounts",
          "singleuser.storage.extraVolumes",
          "singleuser.storage.static.subPath");

  private Templates() {}

  private static List<ValuePath> paths(String... dotted) {
    return Arrays.stream(dotted)
        .map(path -> ValuePath.parse("jupyterhub." + path).orElseThrow())
        .toList();
  }

  static void inspect(SchemaWalk.Step step, List<Diagnostic> problems) {
    Optional<String> text =
        step.value().string().filter(t -> t.indexOf('{') >= 0 || t.indexOf('}') >= 0);
    if (text.isPresent() && step.value().origin().isConfigured() && isFilledIn(step.path())) {
      problem(step, text.get()).ifPresent(problems::add);
    }
  }

  private static Optional<Diagnostic> problem(SchemaWalk.Step step, String text) {
    TemplateField.Parsed parsed = TemplateField.parse(text);
    String where = " in " + step.path();
    if (parsed.mistake().isPresent()) {
      return Optional.of(
          Diagnostic.error(
                  step.value().origin().place(),
                  UNBALANCED,
                  "there is " + parsed.mistake().get() + where)
              .hint("write a brace that stays twice: {{ or }}"));
    }
    boolean writeIn = step.path().toString().contains(".unlisted_choice.");
    return parsed.fields().stream()
        .filter(f -> !TemplateField.KNOWN.contains(f.name()))
        .filter(f -> !(writeIn && f.name().equals("value")))
        .findFirst()
        .map(field -> unknown(step, field.name(), where));
  }

  private static Diagnostic unknown(SchemaWalk.Step step, String name, String where) {
    Optional<String> near =
        Nearest.to(name, TemplateField.KNOWN.stream().sorted().toList())
            .filter(word -> name.matches("[A-Za-z_]+"));
    return Diagnostic.error(
            step.value().origin().place(),
            UNKNOWN,
            "there is no field {"
                + (name.length() > 30 ? name.substring(0, 27) + "..." : name)
                + "}"
                + where)
        .hint(
            near.map(word -> "did you mean {" + word + "}?")
                .orElse("write braces that stay twice: {{ and }}"));
  }

  private static boolean isFilledIn(ValuePath path) {
    for (ValuePath filled : VALUES) {
      if (startsWith(path, filled)) {
        return true;
      }
    }
    String text = path.toString();
    int at = trait(text);
    if (at < 0) {
      return false;
    }
    String rest = text.substring(at);
    return TRAITS.stream()
        .anyMatch(
            trait ->
                rest.startsWith(trait)
                    && (rest.length() == trait.length()
                        || ".[".indexOf(rest.charAt(trait.length())) >= 0));
  }

  /** Where the name of a spawner's trait begins; negative when the path names none. */
  private static int trait(String path) {
    for (String before :
        List.of(
            "kubespawner_override.",
            "jupyterhub.hub.config.KubeSpawner.",
            "jupyterhub.hub.config.Spawner.")) {
      int at = path.indexOf(before);
      if (at >= 0) {
        return at + before.length();
      }
    }
    return -1;
  }

  private static boolean startsWith(ValuePath path, ValuePath start) {
    int length = start.segments().size();
    return path.segments().size() >= length
        && path.segments().subList(0, length).equals(start.segments());
  }
}
