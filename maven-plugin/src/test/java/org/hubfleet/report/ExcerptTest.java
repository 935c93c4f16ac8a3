package org.hubfleet.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.hubfleet.diagnostic.Place;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void caretStandsBelowTheColumn() {
    Excerpt excerpt = Excerpt.of("title: Tidal Lab", new Place("a.yaml", 1, 8));

    assertThat(excerpt.line()).isEqualTo("title: Tidal Lab");
    assertThat(excerpt.caret()).isEqualTo("       ^");
  }

  @Test
  void columnsCountCodePointsAndCaretsCountCells() {
    Excerpt excerpt = Excerpt.of("\uD83C\uDF0A e\u0301x: 1", new Place("a.yaml", 1, 5));

    assertThat(excerpt.caret()).isEqualTo("    ^");
  }

  @Test
  void tabsAndControlCharactersTakeOneCell() {
    Excerpt excerpt = Excerpt.of("a:\t\u001b[31mred", new Place("a.yaml", 1, 5));

    assertThat(excerpt.line()).isEqualTo("a: \uFFFD[31mred");
    assertThat(excerpt.caret()).isEqualTo("    ^");
  }

  @Test
  void wideLineIsCutAroundTheColumn() {
    String line = "key: " + "a".repeat(400) + "X" + "b".repeat(400);

    Excerpt excerpt = Excerpt.of(line, new Place("a.yaml", 1, 406));

    assertThat(excerpt.line()).hasSize(Excerpt.WIDEST + 2).startsWith("\u2026").endsWith("\u2026");
    assertThat(excerpt.line().charAt(excerpt.caret().indexOf('^'))).isEqualTo('X');
  }

  @Test
  void columnBehindTheEndOfTheLineIsTheEnd() {
    Excerpt excerpt = Excerpt.of("ab", new Place("a.yaml", 1, 9));

    assertThat(excerpt.caret()).isEqualTo("  ^");
  }

  @Test
  void wholeLineHasNoCaret() {
    assertThat(Excerpt.of("ab", new Place("a.yaml", 1, 0)).caret()).isEmpty();
  }
}
