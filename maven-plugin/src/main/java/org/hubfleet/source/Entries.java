package org.hubfleet.source;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The entries of a {@link Mapping}: an immutable map that keeps their order, in two arrays. Trees
 * are made of thousands of small maps; this takes a third of the memory of a linked hash map, and
 * none to copy.
 */
final class Entries extends AbstractMap<String, Mapping.Entry> {
  private static final Entries NONE = new Entries(List.of());

  /** Up to so many keys are looked through one by one. */
  private static final int FEW = 6;

  private final Map.Entry<String, Mapping.Entry>[] inOrder;

  /** Indexes into the entries, one more than they are, by hash of the key; empty for few keys. */
  private final int[] byHash;

  @SuppressWarnings("unchecked")
  private Entries(List<Map.Entry<String, Mapping.Entry>> entries) {
    inOrder = entries.toArray(new Map.Entry[0]);
    byHash = new int[inOrder.length <= FEW ? 0 : Integer.highestOneBit(inOrder.length) * 4];
    for (int i = 0; i < inOrder.length && byHash.length > 0; i++) {
      byHash[slot(inOrder[i].getKey())] = i + 1;
    }
  }

  /** The entries of that map, which is copied unless it is of this kind. */
  static Entries copyOf(Map<String, Mapping.Entry> map) {
    if (map instanceof Entries entries) {
      return entries;
    }
    if (map.isEmpty()) {
      return NONE;
    }
    List<Map.Entry<String, Mapping.Entry>> copy = new ArrayList<>(map.size());
    map.forEach((key, entry) -> copy.add(Map.entry(key, entry)));
    return new Entries(copy);
  }

  /** These with one entry more, or with another in the place of the one with that key. */
  Entries with(String key, Mapping.Entry entry) {
    List<Map.Entry<String, Mapping.Entry>> changed = new ArrayList<>(Arrays.asList(inOrder));
    int index = index(key);
    if (index < 0) {
      changed.add(Map.entry(key, entry));
    } else {
      changed.set(index, Map.entry(key, entry));
    }
    return new Entries(changed);
  }

  /** The slot of the index table that has the key, or is free for it. */
  private int slot(String key) {
    int mask = byHash.length - 1;
    int hash = key.hashCode();
    int slot = (hash ^ (hash >>> 16)) & mask;
    while (byHash[slot] != 0 && !inOrder[byHash[slot] - 1].getKey().equals(key)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int index(Object key) {
    if (!(key instanceof String text)) {
      return -1;
    }
    if (byHash.length > 0) {
      return byHash[slot(text)] - 1;
    }
    int hash = text.hashCode();
    for (int i = 0; i < inOrder.length; i++) {
      if (inOrder[i].getKey().hashCode() == hash && inOrder[i].getKey().equals(text)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Mapping.Entry get(Object key) {
    int index = index(key);
    return index < 0 ? null : inOrder[index].getValue();
  }

  @Override
  public boolean containsKey(Object key) {
    return index(key) >= 0;
  }

  @Override
  public int size() {
    return inOrder.length;
  }

  @Override
  public Set<Map.Entry<String, Mapping.Entry>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return inOrder.length;
      }

      @Override
      public Iterator<Map.Entry<String, Mapping.Entry>> iterator() {
        return new InOrder();
      }
    };
  }

  private final class InOrder implements Iterator<Map.Entry<String, Mapping.Entry>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < inOrder.length;
    }

    @Override
    public Map.Entry<String, Mapping.Entry> next() {
      if (next == inOrder.length) {
        throw new NoSuchElementException();
      }
      return inOrder[next++];
    }
  }
}
