package org.hubfleet.parallel;

import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** A value that another thread makes while this one goes on. Safe for threads. */
public final class Meanwhile<T> implements Supplier<T> {
  private final FutureTask<T> task;

  private Meanwhile(Supplier<T> maker) {
    task = new FutureTask<>(maker::get);
  }

  /** Begins to make a value. */
  public static <T> Meanwhile<T> making(Supplier<T> maker) {
    Meanwhile<T> made = new Meanwhile<>(maker);
    Thread thread = new Thread(made.task, "hubs-meanwhile");
    thread.setDaemon(true);
    thread.start();
    return made;
  }

  /** The value, once it is made; what the maker throws is thrown here. */
  @Override
  public T get() {
    return Results.of(task);
  }
}
