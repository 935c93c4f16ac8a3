package org.hubfleet.e2e.hub;

/**
 * A set of packages that hubs are tried with.
 *
 * @param kit of the suite's tools
 * @param suffix of namespaces and releases
 * @param label in the report, after the hub's name
 */
record Column(String kit, String suffix, String label) {
  /** Exactly the packages of the compiler's list of versions. */
  static final Column PINNED = new Column("hub", "live", "");

  /** The newest release of everything. */
  static final Column NEWEST = new Column("hub-newest", "newest", " (newest JupyterHub)");
}
