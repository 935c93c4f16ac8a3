package org.hubfleet.capability.resources;

import java.math.BigDecimal;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.model.pool.Room;

/**
 * A part of the hub that everybody's work goes through.
 *
 * <p>An idle JupyterHub 5.5 has 122 MiB resident and grows by 80 KiB a running server; the proxy
 * has 55 MiB and grows by 6 KiB (measured with 300 servers that do nothing, without Kubernetes).
 * What the hub knows of pods, and connections that carry something, come on top, so several times
 * that is set aside. A limit is only there to end what leaks.
 *
 * @param key under {@code resources}
 * @param path of its resources among upstream's values
 * @param word what people call it
 * @param base kept for it when nobody is there
 * @param each more for every person at work
 * @param limit at least this may be used
 */
record Part(String key, String path, String word, Room base, Room each, Memory limit) {
  static final Part HUB =
      new Part("hub", "hub.resources", "the hub", room(50, 256), kib(1, 512), mib(2048));
  static final Part PROXY =
      new Part("proxy", "proxy.chp.resources", "the proxy", room(20, 64), kib(1, 128), mib(1024));

  /** Either is one process that works on one core. */
  private static final long ONE_CORE = 1000;

  private static final long LIMIT_TIMES = 4;

  /** What is kept for so many people at work. */
  Room kept(long people) {
    Room all = base.plus(each.times(people));
    return new Room(Math.min(all.millicores(), ONE_CORE), all.memory().wholeMebibytes());
  }

  /** The most memory for so many people at work. */
  Memory most(long people) {
    Memory times = new Memory(kept(people).memory().bytes() * LIMIT_TIMES);
    return times.compareTo(limit) > 0 ? times : limit;
  }

  /** Whether so many cores are more than it can use. */
  static boolean isTooMuch(BigDecimal cores) {
    return Room.millicores(cores) > ONE_CORE;
  }

  private static Room room(long millicores, long mebibytes) {
    return new Room(millicores, mib(mebibytes));
  }

  private static Room kib(long millicores, long kibibytes) {
    return new Room(millicores, new Memory(kibibytes << 10));
  }

  private static Memory mib(long mebibytes) {
    return new Memory(mebibytes << 20);
  }
}
