package org.hubfleet.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Something costly that is made when it is first asked for. Safe for threads. */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private final List<T> made = new ArrayList<>(1);

  private Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Something that this makes. */
  public static <T> Lazy<T> of(Supplier<T> maker) {
    return new Lazy<>(maker);
  }

  @Override
  public synchronized T get() {
    if (made.isEmpty()) {
      made.add(maker.get());
    }
    return made.get(0);
  }
}
