package org.hubfleet.write;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of {@code generated/}: path to text.
 *
 * @param files sorted by path; paths are relative to {@code generated/}, with forward slashes
 */
public record Output(SortedMap<String, String> files) {
  public Output {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** The output of those files. */
  public static Output of(Map<String, String> files) {
    return new Output(new TreeMap<>(files));
  }
}
