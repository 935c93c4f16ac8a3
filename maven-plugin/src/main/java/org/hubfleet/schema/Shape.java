package org.hubfleet.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.schema.fit.Fit;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A JSON Schema (draft 2020-12) that trees are held against. References lead only into itself. Safe
 * for threads.
 */
public final class Shape {
  private static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .formatAssertionsEnabled(true)
          .preloadSchema(false)
          .cacheRefs(true)
          .build();

  private final JsonNode document;
  private final Fit fit;
  private Optional<Schema> schema = Optional.empty();

  private Shape(JsonNode document) {
    this.document = document;
    this.fit = Fit.of(document);
  }

  /** The shape that a schema document describes. */
  public static Shape of(JsonNode document) {
    return new Shape(document);
  }

  /** The library's schema, made when the first tree comes that does not fit for certain. */
  private synchronized Schema schema() {
    if (schema.isEmpty()) {
      schema = Optional.of(schema(document));
    }
    return schema.get();
  }

  private static Schema schema(JsonNode document) {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemaRegistryConfig(CONFIG)
                    .schemaLoader(loader -> loader.allow(iri -> false)));
    return registry.getSchema(document);
  }

  /** The schema document itself. */
  public JsonNode document() {
    return document;
  }

  /**
   * Whether the tree fits for certain, items with {@code x-list-keys} being different; false tells
   * nothing.
   */
  public boolean isCertain(Node tree) {
    return fit.isCertain(tree);
  }

  /** Every way in which the tree does not fit, in the order of the library. */
  public List<Violation> violations(Node tree) {
    return fit.isCertain(tree) ? List.of() : violations(JsonTrees.of(tree));
  }

  /** The same for a tree that is JSON already. */
  public List<Violation> violations(JsonNode tree) {
    List<Violation> found = new ArrayList<>();
    for (Error error : schema().validate(tree)) {
      found.add(violation(error));
    }
    return found;
  }

  private Violation violation(Error error) {
    NodePath location = error.getSchemaLocation().getFragment();
    JsonNode within = document;
    for (int i = 0; i + 1 < location.getNameCount(); i++) {
      within = step(within, location.getElement(i));
    }
    JsonNode rule = within.path(error.getKeyword());
    String property = error.getProperty() == null ? "" : error.getProperty();
    return new Violation(
        path(error.getInstanceLocation()),
        error.getKeyword(),
        property,
        rule,
        within,
        names(error.getEvaluationPath()));
  }

  private static JsonNode step(JsonNode from, Object element) {
    if (element instanceof Integer index) {
      return from.path(index);
    }
    JsonNode next = from.path(String.valueOf(element));
    boolean index =
        next instanceof MissingNode
            && from.isArray()
            && String.valueOf(element).matches("[0-9]{1,6}");
    return index ? from.path(Integer.parseInt(String.valueOf(element))) : next;
  }

  private static ValuePath path(NodePath location) {
    ValuePath path = ValuePath.ROOT;
    for (int i = 0; i < location.getNameCount(); i++) {
      Object element = location.getElement(i);
      path =
          element instanceof Integer index ? path.index(index) : path.key(String.valueOf(element));
    }
    return path;
  }

  private static List<String> names(NodePath path) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      names.add(path.getName(i));
    }
    return names;
  }
}
