package org.hubfleet.e2e.api.access;

/**
 * Something one may do.
 *
 * @param resource such as {@code pods}, {@code pods/exec} or {@code leases.coordination.k8s.io}
 * @param name of the one object, or empty for all
 */
record Right(String verb, String resource, String name) implements Comparable<Right> {
  String group() {
    int dot = plain().indexOf('.');
    return dot < 0 ? "" : plain().substring(dot + 1);
  }

  String plural() {
    int dot = plain().indexOf('.');
    return dot < 0 ? plain() : plain().substring(0, dot);
  }

  String subresource() {
    int slash = resource.indexOf('/');
    return slash < 0 ? "" : resource.substring(slash + 1);
  }

  private String plain() {
    int slash = resource.indexOf('/');
    return slash < 0 ? resource : resource.substring(0, slash);
  }

  @Override
  public int compareTo(Right other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return resource + (name.isEmpty() ? "" : " " + name) + ": " + verb;
  }
}
