package org.hubfleet.model.server;

import org.hubfleet.source.Scalar;

/** Takes apart the name of an image that has a tag. */
public final class Tagged {
  private Tagged() {}

  /** The image without tag and digest. */
  public static Scalar name(Scalar image) {
    return Scalar.string(image.text().substring(0, colon(image)), image.origin());
  }

  /** The tag, with a digest where the image has one. */
  public static Scalar tag(Scalar image) {
    return Scalar.string(image.text().substring(colon(image) + 1), image.origin());
  }

  /** The first colon behind the last slash. */
  private static int colon(Scalar image) {
    return image.text().indexOf(':', image.text().lastIndexOf('/') + 1);
  }
}
