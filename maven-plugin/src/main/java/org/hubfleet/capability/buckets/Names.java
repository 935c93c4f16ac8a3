package org.hubfleet.capability.buckets;

import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Checksum;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/** Names made of others, where the provider allows only so many characters. */
final class Names {
  private static final int DIGITS = 8;
  private static final Origin NOWHERE = Origin.at(Place.ofFile("names"), Layer.COMPILER);

  private Names() {}

  /**
   * The text itself where it is short enough, else its beginning and eight digits of its checksum,
   * so that two long texts with one beginning stay apart.
   *
   * @param longest in characters, more than nine
   */
  static String within(int longest, String text) {
    if (text.length() <= longest) {
      return text;
    }
    String beginning = text.substring(0, longest - DIGITS - 1).replaceAll("-+$", "");
    String digits = Checksum.of(Scalar.string(text, NOWHERE)).substring(0, DIGITS);
    return beginning + "-" + digits;
  }
}
