package org.hubfleet.verify.reach;

/** How much of the internet is reached, from the least on. */
enum Extent {
  NOTHING("nothing of the internet"),
  PARTS("parts of the internet"),
  WEBSITES("all websites"),
  EVERYTHING("all of the internet");

  private final String words;

  Extent(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
