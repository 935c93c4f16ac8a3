package org.hubfleet.deploy;

import java.io.IOException;

/** The other side understood and said no; the message is what it said. */
final class Rejected extends IOException {
  private static final long serialVersionUID = 1;

  Rejected(String message) {
    super(message);
  }
}
