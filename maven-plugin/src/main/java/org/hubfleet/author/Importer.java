package org.hubfleet.author;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.SchemaWalk;
import org.hubfleet.schema.Shape;
import org.hubfleet.schema.ShapeReport;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Languages;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.TraitCatalogue;
import org.hubfleet.shelf.Vocabulary;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;

/**
 * Makes a hub file from the values files of a hub that a chart installed.
 *
 * <p>The values become one {@code overrides} block; credentials become references, objects made
 * elsewhere are declared, and everything that is written in another way or not at all is said in a
 * note. No value of a credential is ever part of the result. Reports {@code import/bad-name},
 * {@code import/no-map}, {@code import/no-hub-values}, {@code import/two-places} and the syntax
 * errors of the files. Reads and writes no files.
 */
public final class Importer {
  private static final RuleName BAD_NAME = RuleName.of("import/bad-name");
  private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");
  private static final String HUB = "jupyterhub";

  private final Shape layer;
  private final SchemaWalk walk;
  private final SchemaPlaces places;
  private final ShapeReport report;
  private final Set<String> words = new TreeSet<>();
  private final Set<String> roots = new TreeSet<>();

  /** An importer that knows the vocabulary of this shelf. */
  public Importer(Shelf shelf) {
    List<String> minors = KubernetesBundle.minors(shelf);
    Vocabulary vocabulary =
        new Vocabulary(
            shelf,
            KubernetesBundle.of(shelf, minors.get(minors.size() - 1)),
            new TraitCatalogue(shelf));
    layer = vocabulary.layer();
    report = new ShapeReport("values", vocabulary.places(), Vocabulary.ROOT);
    walk = vocabulary.walk();
    places = new SchemaPlaces(vocabulary.whole().document());
    words.addAll(vocabulary.whole().document().path("properties").propertyNames());
    JsonNode hub = new Languages(shelf).document(SourceFile.Kind.HUB);
    JsonNode values = hub.at("/properties/overrides/items/properties/values/properties");
    roots.addAll(values.propertyNames());
  }

  /** The hub file, with notes; without a value when the files hold none. */
  public Outcome<Imported> read(ImportRequest request) {
    List<Diagnostic> wrong = names(request);
    if (!wrong.isEmpty()) {
      return Outcome.none(wrong);
    }
    return HelmValues.read(request.values())
        .then(
            values ->
                Roots.in(values.tree(), roots, words)
                    .then(found -> Outcome.of(make(request, values, found))));
  }

  private static List<Diagnostic> names(ImportRequest request) {
    List<Diagnostic> problems = new ArrayList<>();
    for (String name : List.of(request.community(), request.hub(), request.cluster())) {
      if (!NAME.matcher(name).matches()) {
        problems.add(
            Diagnostic.error(Place.ofFile(request.file()), BAD_NAME, "\"" + name + "\" is no name")
                .hint("names are lower case letters, digits and dashes, such as tidal-lab"));
      }
    }
    return problems;
  }

  private Imported make(ImportRequest request, HelmValues values, Roots found) {
    List<Note> notes = new ArrayList<>(values.mended(found.tree()));
    notes.addAll(found.lost());

    Credentials plain = new Credentials(walk, request.id(), found.tree()).plain();
    notes.addAll(plain.notes());
    EncryptedPaths encrypted =
        new EncryptedPaths(places, request.extensions(), words, plain.tree())
            .read(request.secretKeys());
    notes.addAll(encrypted.notes());
    Map<ValuePath, Place> references = new LinkedHashMap<>(plain.referenced());
    encrypted.referenced().forEach(references::putIfAbsent);

    Mapping tree = encrypted.tree();
    Mapping hub = tree.get(HUB).flatMap(Node::mapping).orElse(Mapping.empty(tree.origin()));
    UnknownKeys unknown = new UnknownKeys(layer, report, places, request.extensions(), hub).sort();
    notes.addAll(unknown.notes());
    Mending mending = new Mending(layer, report, places, unknown.hub()).mend();
    notes.addAll(mending.notes());
    notes.addAll(mending.open(unknown.declared()));

    HubDraft draft =
        new HubDraft(
            request,
            tree.with(HUB, mending.hub()),
            references,
            unknown.extensions(),
            new ExpectedObjects(mending.hub()).found());
    notes.addAll(draft.notes());
    return new Imported(request.file(), draft.tree(), TreeEdit.count(mending.hub()), notes);
  }
}
