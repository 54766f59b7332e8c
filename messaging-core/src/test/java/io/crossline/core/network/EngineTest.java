// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossline.core.state.HostTable;
import io.crossline.core.state.State;
import io.crossline.core.store.HeapStore;
import io.crossline.core.store.StoreText;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.WriteBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EngineTest {
  private static final Codec<Long> NUMBER = Codec.of(Bytes::ofLong, bytes -> bytes.getLong(0));

  private final SlowStore store = new SlowStore();
  private final AtomicInteger told = new AtomicInteger();
  private Counter counter = new Counter(store);
  private Engine engine = counter.engine(store, told);

  /** A store that can be made to wait, or to fail. */
  private static final class SlowStore implements StateStore {
    private final HeapStore below = new HeapStore();
    private final AtomicInteger commits = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean failing;

    @Override
    public long commit(WriteBatch batch) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (failing) {
        throw new StoreException(StoreException.Reason.DISK_FULL, "no room", null);
      }
      commits.incrementAndGet();
      return below.commit(batch);
    }

    @Override
    public long sequence() {
      return below.sequence();
    }

    @Override
    public SortedSet<String> tables() {
      return below.tables();
    }

    @Override
    public void scan(String table, Bytes from, EntryVisitor visitor) {
      below.scan(table, from, visitor);
    }

    @Override
    public void close() {
      below.close();
    }
  }

  /** What stands in the store: a number that commands raise, with an event for each time. */
  private static final class Counter {
    private final State state;
    private final HostTable<String, Long> numbers;
    private final Outbox outbox;

    Counter(StateStore store) {
      state = new State(store, "counter");
      numbers = state.hostTable("numbers", Codec.TEXT, NUMBER);
      outbox = new Outbox(store);
    }

    Engine engine(StateStore store, AtomicInteger told) {
      MessagingMetrics metrics =
          new MessagingMetrics() {
            @Override
            public void committed(Duration latency, int writes, long bytes) {
              told.incrementAndGet();
              throw new IllegalArgumentException("metrics must not stop anything");
            }
          };
      return new Engine(store, outbox, metrics, List.of(state));
    }

    long raise() {
      long next = now() + 1;
      numbers.put("n", next);
      outbox.append(Bytes.ofLong(next));
      return next;
    }

    long now() {
      return numbers.get("n").orElse(0L);
    }
  }

  @AfterEach
  void end() {
    store.gate.countDown();
    engine.close();
  }

  @Test
  void aCommandIsAnsweredWhenItIsSafeAndNotBefore() {
    store.gate = new CountDownLatch(1);
    CompletableFuture<Long> future = engine.submit(counter::raise);
    CompletableFuture<Long> second = engine.submit(counter::raise);
    assertThat(future).isNotDone();
    assertThat(store.sequence()).isZero();
    store.gate.countDown();
    assertThat(future.join()).isEqualTo(1);
    assertThat(second.join()).isEqualTo(2);
    assertThat(new Counter(store).now()).isEqualTo(2);
  }

  @Test
  void commandsThatWaitShareACommit() {
    store.gate = new CountDownLatch(1);
    List<CompletableFuture<Long>> futures = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      futures.add(engine.submit(counter::raise));
    }
    store.gate.countDown();
    futures.forEach(CompletableFuture::join);
    assertThat(counter.now()).isEqualTo(500);
    assertThat(store.commits.get()).isLessThanOrEqualTo(3);
    assertThat(told.get()).isEqualTo(store.commits.get());
  }

  @Test
  void manyThreadsAreAsOneAfterTheOther() throws InterruptedException {
    List<Long> answers = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread thread =
          new Thread(
              () -> {
                long last = 0;
                for (int k = 0; k < 500; k++) {
                  long now = engine.run(counter::raise);
                  assertThat(now).isGreaterThan(last);
                  last = now;
                  answers.add(now);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(answers).hasSize(4000).doesNotHaveDuplicates().contains(1L, 4000L);
    assertThat(counter.now()).isEqualTo(4000);
  }

  @Test
  void aCommandThatThrowsFailsAlone() {
    CompletableFuture<Long> bad =
        engine.submit(
            () -> {
              throw new IllegalArgumentException("not this one");
            });
    assertThat(engine.<Long>run(counter::raise)).isEqualTo(1);
    assertThatThrownBy(bad::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void afterAFailedCommitNothingIsAcknowledged() {
    engine.run(counter::raise);
    store.failing = true;
    StoreException first =
        catchThrowableOfType(StoreException.class, () -> engine.run(counter::raise));
    assertThat(first.reason()).isEqualTo(StoreException.Reason.DISK_FULL);
    store.failing = false;
    StoreException later =
        catchThrowableOfType(StoreException.class, () -> engine.run(counter::raise));
    assertThat(later.reason()).isEqualTo(StoreException.Reason.FAILED);
    assertThat(later).hasMessageContaining("open the store again");
    engine.close();

    counter = new Counter(store);
    engine = counter.engine(store, told);
    assertThat(engine.<Long>run(counter::raise)).isEqualTo(2);
  }

  @Test
  void nobodyWaitsForAnEngineThatStopped() throws InterruptedException {
    List<CompletableFuture<Long>> futures = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int round = 0; round < 40; round++) {
      store.failing = false;
      counter = new Counter(store);
      engine = counter.engine(store, told);
      for (int i = 0; i < 8; i++) {
        Thread thread =
            new Thread(
                () -> {
                  for (int k = 0; k < 300; k++) {
                    futures.add(engine.submit(counter::raise));
                  }
                });
        thread.start();
        threads.add(thread);
      }
      store.failing = true;
      for (Thread thread : threads) {
        thread.join();
      }
      // Without closing it: that would answer those who still wait.
      for (CompletableFuture<Long> future : futures) {
        assertThat(future.handle((result, thrown) -> true).orTimeout(20, TimeUnit.SECONDS).join())
            .isTrue();
      }
      threads.clear();
      futures.clear();
    }
  }

  @Test
  void aHalfImportedStoreIsRefused() {
    store.commit(new WriteBatch().put(StoreText.UNFINISHED_IMPORT, Bytes.EMPTY, Bytes.EMPTY));
    StoreException refused =
        catchThrowableOfType(StoreException.class, () -> counter.engine(store, told));
    assertThat(refused.reason()).isEqualTo(StoreException.Reason.DAMAGED);
    assertThatThrownBy(
            () ->
                new NetworkSetup(new State(store, "network"))
                    .check(store, Map.of("system", "x"), List.of()))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void aCommandMustNotCloseIt() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                engine.run(
                    () -> {
                      engine.close();
                      return true;
                    }));
  }

  @Test
  void aClosedEngineHasRunWhatWaitedAndTakesNoMore() {
    List<CompletableFuture<Long>> futures = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      futures.add(engine.submit(counter::raise));
    }
    engine.close();
    assertThat(futures).allMatch(CompletableFuture::isDone);
    assertThat(counter.now()).isEqualTo(100);
    StoreException refused =
        catchThrowableOfType(StoreException.class, () -> engine.run(counter::raise));
    assertThat(refused.reason()).isEqualTo(StoreException.Reason.CLOSED);
  }

  @Test
  void aCommandMustNotWaitForAnother() {
    assertThatIllegalStateException()
        .isThrownBy(() -> engine.<Long>run(() -> engine.run(counter::raise)));
  }

  @Test
  void eventsAreToldInOrderAfterTheirCommitAndAgainAfterAFailure() throws InterruptedException {
    List<Long> heard = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger failures = new AtomicInteger(2);
    CountDownLatch all = new CountDownLatch(20);
    Subscription.Listener listener =
        (position, event) -> {
          assertThat(position).isLessThanOrEqualTo(counter.outbox.last());
          if (position == 5 && failures.getAndDecrement() > 0) {
            throw new IllegalStateException("not ready");
          }
          heard.add(position);
          all.countDown();
        };
    try (Subscription subscription =
        new Subscription(store, counter.outbox, "bridge", listener, MessagingMetrics.NONE)) {
      for (int i = 0; i < 20; i++) {
        engine.run(counter::raise);
      }
      all.await();
      assertThat(subscription.failure()).isEmpty();
    }
    assertThat(heard).hasSize(20).isSorted().doesNotHaveDuplicates();

    // One that is made again goes on behind what it has dealt with.
    engine.run(counter::raise);
    CountDownLatch more = new CountDownLatch(1);
    try (Subscription subscription =
        new Subscription(
            store,
            counter.outbox,
            "bridge",
            (position, event) -> {
              heard.add(position);
              more.countDown();
            },
            MessagingMetrics.NONE)) {
      more.await();
      assertThat(subscription.failure()).isEmpty();
      assertThat(heard.get(20)).isEqualTo(21);
    }
  }

  @Test
  void aListenerThatLagsIsVisible() {
    try (Subscription subscription =
        new Subscription(
            store,
            counter.outbox,
            "stuck",
            (position, event) -> {
              throw new IllegalStateException("down");
            },
            MessagingMetrics.NONE)) {
      for (int i = 0; i < 7; i++) {
        engine.run(counter::raise);
      }
      assertThat(subscription.lag()).isEqualTo(7);
      assertThat(subscription.position()).isZero();
    }
  }

  @Test
  void theOutboxIsReadBehindANumberAndForgottenUpToOne() {
    for (int i = 0; i < 10; i++) {
      engine.run(counter::raise);
    }
    List<Long> read = new ArrayList<>();
    counter.outbox.read(6, (position, event) -> read.add(event.getLong(0)));
    assertThat(read).containsExactly(7L, 8L, 9L, 10L);
    engine.run(
        () -> {
          counter.outbox.forget(8);
          return true;
        });
    read.clear();
    counter.outbox.read(0, (position, event) -> read.add(position));
    assertThat(read).containsExactly(9L, 10L);
    assertThat(new Outbox(store).last()).isEqualTo(10);
  }
}
