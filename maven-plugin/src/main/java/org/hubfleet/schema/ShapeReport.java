package org.hubfleet.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;

/**
 * Tells a person how a tree does not fit its shape.
 *
 * <p>Reports, under the topic given: {@code unknown-key} at the key, {@code missing-key} at the map
 * that lacks it, {@code wrong-type}, {@code not-allowed} (a word that is none of those allowed),
 * {@code bad-format} (a text of another form), {@code out-of-range}, {@code refused} and {@code
 * duplicate-item} at the value; {@code memory-unit}, {@code cpu-unit} and {@code unquoted-variable}
 * for values in a spelling that means something else there. A value that is a secret is never
 * quoted.
 */
public final class ShapeReport {
  /** Keywords that are about what a text is; not asked where it is filled in later. */
  public static final Set<String> OF_TEXTS =
      Set.of("pattern", "enum", "const", "minLength", "maxLength", "format");

  /** A pattern of texts that are filled in, where {@code x-filled} is said. */
  public static final String FIELD = "\\{[a-z_]+\\}";

  /** A pattern of texts that take what somebody chose, where {@code x-written-in} is said. */
  public static final String CHOSEN = "\\{value\\}";

  private static final Pattern FILLED = Pattern.compile(FIELD);
  private static final Pattern WRITTEN = Pattern.compile(CHOSEN);

  private final ValuePath root;
  private final ShapeMessages messages;

  /** Paths in messages begin at the tree itself. */
  public ShapeReport(String topic, KeyPlaces elsewhere) {
    this(topic, elsewhere, ValuePath.ROOT);
  }

  /**
   * @param topic first half of the rule names, such as {@code values}
   * @param elsewhere where known keys stand, to say where a misplaced one belongs
   * @param root the path of the trees that are inspected
   */
  public ShapeReport(String topic, KeyPlaces elsewhere, ValuePath root) {
    this.root = root;
    this.messages = new ShapeMessages(topic, elsewhere, root);
  }

  /** The problems of the tree; empty when it fits. */
  public List<Diagnostic> inspect(Shape shape, Node tree) {
    return inspect(shape, tree, List.of());
  }

  /** The same where some unknown keys are declared. */
  public List<Diagnostic> inspect(Shape shape, Node tree, List<Extension> extensions) {
    List<Diagnostic> found = new ArrayList<>();
    Declared declared = new Declared(extensions);
    List<Violation> violations = Choices.relevant(shape.violations(tree));
    for (Violation violation : withoutMisspelt(violations)) {
      if (violation.keyword().equals("additionalProperties")) {
        ValuePath path = root.then(violation.path()).key(violation.property());
        Node map = tree.at(violation.path()).orElse(tree);
        for (Declared.Finding finding : declared.judge(path, map)) {
          found.add(messages.undeclared(finding, violation));
        }
      } else if (!isCaseOnly(violation, tree) && !isFilledIn(violation, shape, tree)) {
        found.add(messages.of(violation, tree.at(violation.path()).orElse(tree)));
      }
    }
    return found;
  }

  /** A key that is missing because it is misspelt is reported once, where it stands. */
  private static List<Violation> withoutMisspelt(List<Violation> all) {
    Set<ValuePath> meant = new HashSet<>();
    for (Violation violation : all) {
      if (violation.keyword().equals("additionalProperties")) {
        MeantKey.of(violation.property(), violation.within())
            .ifPresent(key -> meant.add(violation.path().key(key)));
      }
    }
    return all.stream()
        .filter(
            violation ->
                !violation.keyword().equals("required")
                    || !meant.contains(violation.path().key(violation.property())))
        .toList();
  }

  /** What a text will be is not known yet where fields such as {@code {username}} are filled in. */
  private static boolean isFilledIn(Violation violation, Shape shape, Node tree) {
    Optional<String> text = tree.at(violation.path()).flatMap(Node::string);
    if (!OF_TEXTS.contains(violation.keyword()) || text.isEmpty()) {
      return false;
    }
    SchemaWalk walk = new SchemaWalk(shape.document());
    return (FILLED.matcher(text.get()).find() && walk.isOnTheWay(violation.path(), "x-filled"))
        || (WRITTEN.matcher(text.get()).find()
            && walk.isOnTheWay(violation.path(), "x-written-in"));
  }

  /** Some enumerations upstream do not mind capitals. */
  private static boolean isCaseOnly(Violation violation, Node tree) {
    if (!violation.keyword().equals("enum")
        || !violation.within().path("x-caseless").asBoolean(false)) {
      return false;
    }
    Optional<String> text = tree.at(violation.path()).flatMap(Node::string);
    for (JsonNode word : violation.rule()) {
      if (text.filter(word.stringValue("")::equalsIgnoreCase).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** What a scalar is, for messages of other rooms. */
  public static String shown(Node value) {
    return value instanceof Scalar ? Words.found(value) : "a " + value.kindWord();
  }
}
