package org.hubfleet.e2e.api.agreement;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object that both judges accept and that mutants are made from.
 *
 * @param replaces the emitted object in whose place it stands; absent for one beside them
 */
record Base(ObjectNode object, Optional<String> replaces) {
  String apiVersion() {
    return object.path("apiVersion").stringValue();
  }

  String kind() {
    return object.path("kind").stringValue();
  }

  /** How much text it is. */
  int size() {
    return object.toString().length();
  }
}
