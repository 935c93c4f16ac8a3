package org.hubfleet.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A map with string keys, in the order of first appearance.
 *
 * @param origin of the map as a whole; each key has a place of its own
 */
public record Mapping(Map<String, Entry> entries, Origin origin) implements Node {
  /** A value and where its key stands. */
  public record Entry(Origin key, Node value) {}

  public Mapping {
    entries = Entries.copyOf(entries);
  }

  /** A map without keys. */
  public static Mapping empty(Origin origin) {
    return new Mapping(Map.of(), origin);
  }

  /** Starts a new map. */
  public static Builder builder(Origin origin) {
    return new Builder(origin);
  }

  @Override
  public Optional<Node> get(String key) {
    Entry entry = entries.get(key);
    return entry == null ? Optional.empty() : Optional.of(entry.value());
  }

  /** Where the key stands; the map's own origin when it has no such key. */
  public Origin keyOrigin(String key) {
    Entry entry = entries.get(key);
    return entry == null ? origin : entry.key();
  }

  /** Whether it has no keys. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The same with one key set, in its old place or at the end. */
  public Mapping with(String key, Node value) {
    Entry old = entries.get(key);
    Entry entry = new Entry(old == null ? value.origin() : old.key(), value);
    return new Mapping(Entries.copyOf(entries).with(key, entry), origin);
  }

  /** The same without one key. */
  public Mapping without(String key) {
    if (!entries.containsKey(key)) {
      return this;
    }
    Map<String, Entry> changed = new LinkedHashMap<>(entries);
    changed.remove(key);
    return new Mapping(changed, origin);
  }

  @Override
  public Mapping from(Origin other) {
    return new Mapping(entries, other);
  }

  @Override
  public String kindWord() {
    return "map";
  }

  /** Collects entries; a key put twice keeps its first place and takes the last value. */
  public static final class Builder {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Origin origin;

    private Builder(Origin origin) {
      this.origin = origin;
    }

    /** Puts a value whose key stands where the value stands. */
    public Builder put(String key, Node value) {
      return put(key, value.origin(), value);
    }

    /** Puts a value and where its key stands. */
    public Builder put(String key, Origin keyOrigin, Node value) {
      entries.put(key, new Entry(keyOrigin, value));
      return this;
    }

    /** Puts a string of the map's own origin. */
    public Builder put(String key, String text) {
      return put(key, Scalar.string(text, origin));
    }

    /** Puts a value where there is one. */
    public Builder put(String key, Optional<? extends Node> value) {
      value.ifPresent(node -> put(key, node));
      return this;
    }

    /** The map. */
    public Mapping build() {
      return new Mapping(entries, origin);
    }
  }
}
