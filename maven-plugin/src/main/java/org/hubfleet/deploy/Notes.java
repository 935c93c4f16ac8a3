package org.hubfleet.deploy;

/** The files that a deployment writes of its own accord, beside what was compiled. */
final class Notes {
  private Notes() {}

  /** Whether the file is one of them. */
  static boolean isNote(String path) {
    return Record.isRecord(path) || Tombstone.isTombstone(path);
  }
}
