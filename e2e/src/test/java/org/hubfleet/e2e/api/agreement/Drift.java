package org.hubfleet.e2e.api.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hubfleet.e2e.api.agreement.ServerSchemas.ServerSchema;
import tools.jackson.databind.JsonNode;

/**
 * Where our schema of a kind and the one that a server publishes differ: fields, required fields,
 * types, formats, words, and by what the items of lists are told apart.
 */
final class Drift {
  private final Set<String> found = new TreeSet<>();
  private final Set<String> entered = new TreeSet<>();

  private Drift() {}

  /** All differences, sorted; each starts with the definition and field. */
  static Set<String> of(Facets ours, ServerSchema server) {
    Drift drift = new Drift();
    drift.compare(ours, server, ours.names().get(0));
    return drift.found;
  }

  private void compare(Facets ours, ServerSchema server, String where) {
    lists(ours, server, where);
    words(ours, server, where);
    types(ours, server, where);
    formats(ours, server, where);
    if (ours.names().stream().anyMatch(name -> !entered.add(name) && !ours.fields().isEmpty())) {
      return;
    }
    String scope = ours.fields().isEmpty() || ours.names().isEmpty() ? where : ours.names().get(0);
    fields(ours, server, scope);
    JsonNode items = server.get("items");
    if (items.isObject()) {
      ours.items().ifPresent(own -> compare(own, server.below(items), where + "[]"));
    }
    JsonNode values = server.get("additionalProperties");
    if (values.isObject()) {
      ours.values().ifPresent(own -> compare(own, server.below(values), where + ".*"));
    }
  }

  private void fields(Facets ours, ServerSchema server, String scope) {
    JsonNode theirs = server.get("properties");
    if (!theirs.isObject() || ours.fields().isEmpty()) {
      return;
    }
    Map<String, Facets> own = ours.fields();
    for (Map.Entry<String, JsonNode> field : theirs.properties()) {
      String name = field.getKey();
      if (own.containsKey(name)) {
        compare(own.get(name), server.below(field.getValue()), scope + "." + name);
      } else if (!name.equals("status") && !ours.refused().contains(name)) {
        found.add(scope + "." + name + ": the server has this field");
      }
    }
    own.keySet().stream()
        .filter(name -> !theirs.has(name))
        .forEach(name -> found.add(scope + "." + name + ": the server has no such field"));
    Set<String> required = ours.required();
    server
        .get("required")
        .forEach(
            name -> {
              if (!required.contains(name.stringValue()) && !name.stringValue().equals("status")) {
                found.add(scope + "." + name.stringValue() + ": the server requires it");
              }
            });
  }

  private void words(Facets ours, ServerSchema server, String where) {
    Set<String> theirs = texts(server.get("enum"));
    theirs.remove("");
    Set<String> own = new TreeSet<>();
    ours.words().forEach(word -> own.add(word.asString()));
    own.remove("");
    if (!theirs.isEmpty() && !own.equals(theirs)) {
      found.add(where + ": the server's words are " + theirs + ", ours " + own);
    }
  }

  private void types(Facets ours, ServerSchema server, String where) {
    Set<String> theirs = server.types();
    Set<String> own = new TreeSet<>(ours.types());
    if (own.isEmpty() && ours.words().stream().anyMatch(JsonNode::isString)) {
      own.add("string");
    }
    if (!theirs.isEmpty() && !own.equals(theirs)) {
      found.add(where + ": the server's types are " + theirs + ", ours " + own);
    }
  }

  /** JSON Schema has no such formats: ours say the same by bounds, types and patterns. */
  private void formats(Facets ours, ServerSchema server, String where) {
    String theirs = server.get("format").stringValue("");
    boolean same =
        switch (theirs) {
          case "" -> true;
          case "int32" -> isWithin(ours, Integer.MIN_VALUE, Integer.MAX_VALUE);
          case "int64" -> isWithin(ours, Long.MIN_VALUE, Long.MAX_VALUE);
          case "int-or-string" -> ours.types().equals(Set.of("integer", "string"));
          case "byte" -> ours.is("Base64");
          case "date-time" -> !ours.all("pattern").isEmpty();
          default -> false;
        };
    if (!same) {
      found.add(where + ": the server's format is " + theirs + ", and ours says no such thing");
    }
  }

  private static boolean isWithin(Facets ours, long least, long most) {
    return !ours.words().isEmpty()
        || (!ours.all("minimum").isEmpty()
            && !ours.all("maximum").isEmpty()
            && ours.largest("minimum", Long.MIN_VALUE) >= least
            && ours.all("maximum").stream().mapToLong(JsonNode::longValue).min().getAsLong()
                <= most);
  }

  private void lists(Facets ours, ServerSchema server, String where) {
    List<String> keys = new ArrayList<>();
    ours.all("x-list-keys").forEach(list -> keys.addAll(texts(list)));
    Set<String> theirs = texts(server.get("x-kubernetes-list-map-keys"));
    if (!theirs.equals(new TreeSet<>(keys))) {
      found.add(where + ": the server's list keys are " + theirs + ", ours " + keys);
    }
    String merge = server.get("x-kubernetes-patch-merge-key").stringValue("");
    if (!merge.isEmpty() && !keys.contains(merge)) {
      found.add(where + ": the server's patch merge key is " + merge + ", our keys " + keys);
    }
    boolean set = server.get("x-kubernetes-list-type").stringValue("").equals("set");
    if (set != !ours.all("x-list-set").isEmpty()) {
      found.add(where + (set ? ": the server calls it a set" : ": the server calls it no set"));
    }
    boolean atomic = server.get("x-kubernetes-map-type").stringValue("").equals("atomic");
    if (atomic != !ours.all("x-atomic").isEmpty()) {
      found.add(where + (atomic ? ": the server calls it atomic" : ": the server merges it"));
    }
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(word -> texts.add(word.stringValue("")));
    return texts;
  }
}
