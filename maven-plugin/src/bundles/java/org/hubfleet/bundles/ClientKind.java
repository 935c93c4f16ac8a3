package org.hubfleet.bundles;

/**
 * One kind of object that the API serves.
 *
 * @param apiVersion as written in a manifest: {@code v1}, {@code apps/v1}
 * @param kind as written in a manifest: {@code Deployment}
 * @param namespaced whether its objects live in a namespace
 * @param model the client's class for it, whose simple name is the name of the definition
 */
record ClientKind(String apiVersion, String kind, boolean namespaced, Class<?> model) {
  String definition() {
    return model.getSimpleName();
  }

  /** The key of {@code x-kinds}, such as {@code apps/v1/Deployment}. */
  String key() {
    return apiVersion + "/" + kind;
  }
}
