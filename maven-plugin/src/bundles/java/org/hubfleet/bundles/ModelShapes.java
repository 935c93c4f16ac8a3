package org.hubfleet.bundles;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The client's model classes as closed JSON Schemas: names, types and required fields. */
final class ModelShapes {
  /** A kind inside another object, where apiVersion, kind and a name are not asked for. */
  static final String INLINE = "Inline";

  /** Written by controllers; the server throws away what a manifest says. */
  private static final String STATUS = "status";

  private static final String MODELS = "io.kubernetes.client.openapi.models.";

  /** What the overlay defines in {@code types}, by the Java type that asks for it. */
  private static final Map<String, String> SCALARS =
      Map.of(
          "java.lang.Integer", "Int32",
          "java.lang.Long", "Int64",
          "java.time.OffsetDateTime", "Time",
          "[B", "Base64",
          "io.kubernetes.client.custom.Quantity", "Quantity",
          "io.kubernetes.client.custom.IntOrString", "IntOrString");

  private final Map<String, ClientKind> kinds = new TreeMap<>();
  private final Map<String, Object> shapes = new TreeMap<>();
  private final Set<Class<?>> seen = new HashSet<>();
  private final Deque<Class<?>> waiting = new ArrayDeque<>();

  ModelShapes(List<ClientKind> kinds) {
    for (ClientKind kind : kinds) {
      this.kinds.put(kind.definition(), kind);
    }
  }

  /** Every kind and every class reachable from one, by simple name of the class. */
  Map<String, Object> all() {
    for (ClientKind kind : kinds.values()) {
      shapes.put(kind.definition(), topLevel(kind));
    }
    while (!waiting.isEmpty()) {
      Class<?> model = waiting.remove();
      shapes.put(definition(model), shape(model));
    }
    return shapes;
  }

  private Map<String, Object> topLevel(ClientKind kind) {
    Map<String, Object> shape = shape(kind.model());
    Map<String, Object> fields = Trees.map(shape.get("properties"));
    fields.put("apiVersion", Trees.of("const", kind.apiVersion()));
    fields.put("kind", Trees.of("const", kind.kind()));
    Set<String> required = new TreeSet<>(Set.of("apiVersion", "kind", "metadata"));
    required.addAll(Trees.strings(shape.get("required")));
    shape.put("required", List.copyOf(required));
    return shape;
  }

  private Map<String, Object> shape(Class<?> model) {
    Map<String, Object> fields = new TreeMap<>();
    boolean isKind = kinds.containsKey(model.getSimpleName());
    for (Field field : model.getDeclaredFields()) {
      String name = serializedName(field);
      if (!Modifier.isStatic(field.getModifiers())
          && !name.isEmpty()
          && !(isKind && name.equals(STATUS))) {
        fields.put(name, typed(field.getGenericType()));
      }
    }
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("type", "object");
    shape.put("properties", fields);
    Set<String> required = required(model);
    if (!required.isEmpty()) {
      shape.put("required", List.copyOf(required));
    }
    shape.put("additionalProperties", false);
    return shape;
  }

  private Map<String, Object> typed(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      Type[] arguments = parameterized.getActualTypeArguments();
      Class<?> raw = (Class<?>) parameterized.getRawType();
      if (Collection.class.isAssignableFrom(raw)) {
        return Trees.of("type", "array", "items", typed(arguments[0]));
      }
      return Trees.of("type", "object", "additionalProperties", typed(arguments[1]));
    }
    Class<?> plain = (Class<?>) type;
    String scalar = SCALARS.get(plain.getName());
    if (scalar != null) {
      return Trees.reference(scalar);
    }
    if (plain.getName().startsWith(MODELS)) {
      if (seen.add(plain)) {
        waiting.add(plain);
      }
      return Trees.reference(definition(plain));
    }
    return switch (plain.getName()) {
      case "java.lang.String" -> Trees.of("type", "string");
      case "java.lang.Boolean" -> Trees.of("type", "boolean");
      case "java.lang.Double" -> Trees.of("type", "number");
      case "java.lang.Object" -> Trees.of();
      default -> throw new IllegalStateException("no schema for the Java type " + type);
    };
  }

  private String definition(Class<?> model) {
    String name = model.getSimpleName();
    return kinds.containsKey(name) ? name + INLINE : name;
  }

  /**
   * Gson's name of a field, or an empty text. Read by name: the annotation is in another loader.
   */
  private static String serializedName(Field field) {
    for (Annotation annotation : field.getAnnotations()) {
      if (annotation.annotationType().getSimpleName().equals("SerializedName")) {
        try {
          return (String) annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("unreadable annotation on " + field, e);
        }
      }
    }
    return "";
  }

  private static Set<String> required(Class<?> model) {
    try {
      Set<String> names = new TreeSet<>();
      for (Object name : (Collection<?>) model.getField("openapiRequiredFields").get(null)) {
        names.add((String) name);
      }
      return names;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no list of required fields in " + model, e);
    }
  }
}
