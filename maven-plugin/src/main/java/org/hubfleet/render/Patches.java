package org.hubfleet.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.schema.JsonTrees;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * Applies the patches of a hub's overrides to its rendered objects, in the order fleet, community,
 * hub. Safe for threads.
 *
 * <p>Reports {@code patch/no-such-object}, {@code patch/changes-nothing}, {@code
 * patch/changes-identity} and what {@link JsonPatch} reports, each at the patch; a patch with a
 * problem leaves its object as it was.
 */
public final class Patches {
  private static final RuleName NO_SUCH_OBJECT = RuleName.of("patch/no-such-object");
  private static final RuleName CHANGES_NOTHING = RuleName.of("patch/changes-nothing");
  private static final RuleName CHANGES_IDENTITY = RuleName.of("patch/changes-identity");

  private Patches() {}

  /** The objects, patched. */
  public static Outcome<List<Manifest>> apply(Hub hub, List<Manifest> manifests) {
    List<Manifest> patched = new ArrayList<>(manifests);
    List<Diagnostic> problems = new ArrayList<>();
    for (Hub.Override override : hub.overrides()) {
      override.patch().ifPresent(patch -> apply(hub, patch, patched, problems));
    }
    return Outcome.of(List.copyOf(patched), problems);
  }

  private static void apply(
      Hub hub, Mapping patch, List<Manifest> manifests, List<Diagnostic> problems) {
    Node named = patch.get("object").orElse(patch);
    if (named.string().isEmpty()) {
      // The shape of the file is told already.
      return;
    }
    String id = named.string().get();
    List<String> ids = manifests.stream().map(Manifest::id).toList();
    int at = ids.indexOf(id);
    if (at < 0) {
      problems.add(
          Diagnostic.error(
                  named.origin().place(),
                  NO_SUCH_OBJECT,
                  "the hub \"" + hub.id() + "\" has no object " + id + " to patch")
              .hint(
                  Nearest.to(id, ids)
                      .map(near -> "did you mean \"" + near + "\"?")
                      .or(() -> ofKind(id, ids))));
      return;
    }
    Manifest old = manifests.get(at);
    Outcome<Mapping> result = patched(old.object(), patch).then(now -> judge(old, now, patch));
    problems.addAll(result.diagnostics());
    result.value().ifPresent(now -> manifests.set(at, new Manifest(old.component(), now)));
  }

  private static Optional<String> ofKind(String id, List<String> ids) {
    String kind = id.substring(0, id.indexOf('/') + 1);
    List<String> same =
        ids.stream().filter(other -> !kind.isEmpty() && other.startsWith(kind)).sorted().toList();
    return same.isEmpty()
        ? Optional.empty()
        : Optional.of("objects of that kind are " + String.join(", ", same));
  }

  private static Outcome<Mapping> patched(Mapping object, Mapping patch) {
    Outcome<Mapping> result =
        patch
            .get("json")
            .flatMap(Node::sequence)
            .map(operations -> JsonPatch.apply(object, operations))
            .orElse(Outcome.of(object));
    return patch
        .get("merge")
        .flatMap(Node::mapping)
        .map(fragment -> result.then(now -> Outcome.of(ObjectMerge.merge(now, fragment))))
        .orElse(result);
  }

  private static Outcome<Mapping> judge(Manifest old, Mapping now, Mapping patch) {
    Manifest made = new Manifest(old.component(), now);
    if (!made.id().equals(old.id())
        || !made.apiVersion().equals(old.apiVersion())
        || !made.namespace().equals(old.namespace())) {
      return Outcome.none(
          Diagnostic.error(
                  patch.origin().place(),
                  CHANGES_IDENTITY,
                  "the patch makes another object of " + old.id())
              .hint("kind, apiVersion, name and namespace stay as they are"));
    }
    return JsonTrees.of(now).equals(JsonTrees.of(old.object()))
        ? Outcome.none(
            Diagnostic.error(
                    patch.origin().place(),
                    CHANGES_NOTHING,
                    "the patch changes nothing in " + old.id())
                .hint("remove it, or look what it was meant to change"))
        : Outcome.of(now);
  }
}
