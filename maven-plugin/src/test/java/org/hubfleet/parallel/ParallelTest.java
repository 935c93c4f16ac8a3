package org.hubfleet.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
  @Test
  void resultsStandInTheOrderOfTheItems() {
    List<Integer> items = IntStream.range(0, 500).boxed().toList();

    assertThat(TwoAtATime.map(items, item -> item * item))
        .isEqualTo(items.stream().map(item -> item * item).toList());
  }

  @Test
  void twoItemsAreAtWorkAtOnce() {
    CountDownLatch both = new CountDownLatch(2);

    List<Boolean> met = TwoAtATime.map(List.of(1, 2), item -> meets(both));

    assertThat(met).containsExactly(true, true);
  }

  private static boolean meets(CountDownLatch both) {
    both.countDown();
    try {
      return both.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void whatTheFunctionThrowsReachesTheCaller() {
    assertThatThrownBy(
            () ->
                TwoAtATime.map(
                    List.of(1, 2, 3),
                    item -> {
                      throw new IllegalStateException("broken");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
  }

  @Test
  void whatIsAtWorkWhenAnItemFailsIsWaitedFor() {
    CountDownLatch both = new CountDownLatch(2);
    AtomicBoolean ended = new AtomicBoolean();

    assertThatThrownBy(
            () ->
                TwoAtATime.map(
                    List.of(1, 2),
                    item -> {
                      meets(both);
                      if (item == 1) {
                        throw new IllegalStateException("broken");
                      }
                      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                      ended.set(true);
                      return item;
                    }))
        .hasMessage("broken");

    assertThat(ended).isTrue();
  }

  @Test
  void aValueIsMadeOnceByAnotherThread() {
    Thread here = Thread.currentThread();

    Meanwhile<Thread> made = Meanwhile.making(Thread::currentThread);

    assertThat(made.get()).isNotSameAs(here).isSameAs(made.get());
  }

  @Test
  void whatTheMakerThrowsIsThrownWhereTheValueIsAsked() {
    Meanwhile<String> broken =
        Meanwhile.making(
            () -> {
              throw new IllegalStateException("broken");
            });

    assertThatThrownBy(broken::get).isInstanceOf(IllegalStateException.class).hasMessage("broken");
  }
}
