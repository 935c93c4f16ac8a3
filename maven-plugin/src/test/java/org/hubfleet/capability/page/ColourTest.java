package org.hubfleet.capability.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.junit.jupiter.api.Test;

class ColourTest {
  @Test
  void blackAndWhiteDifferMost() {
    assertThat(colour("#000000").contrast(colour("#ffffff"))).isEqualTo(21.0, within(0.001));
  }

  /** The pair that the WCAG's own articles show as just readable on white. */
  @Test
  void aKnownPairHasItsKnownRatio() {
    assertThat(colour("#767676").contrast(colour("#ffffff"))).isEqualTo(4.54, within(0.005));
  }

  @Test
  void theOrderDoesNotMatter() {
    Colour one = colour("#1b4f72");
    Colour two = colour("#f5b041");

    assertThat(one.contrast(two)).isEqualTo(two.contrast(one));
  }

  @Test
  void theOppositeOfAnyColourIsReadable() {
    Random random = new Random(7);

    for (int i = 0; i < 5_000; i++) {
      Colour ground = colour(String.format("#%06x", random.nextInt(0x1000000)));
      assertThat(ground.contrast(ground.opposite()))
          .as(ground.said().text())
          .isGreaterThanOrEqualTo(Colour.READABLE);
    }
  }

  private static Colour colour(String text) {
    return new Colour(Scalar.string(text, Origin.at(Place.ofFile("x"), Layer.HUB)));
  }
}
