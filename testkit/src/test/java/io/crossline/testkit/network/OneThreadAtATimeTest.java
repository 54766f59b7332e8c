// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.crossline.core.chain.Chain;
import io.crossline.core.network.Submitted;
import io.crossline.core.store.HeapStore;
import io.crossline.core.time.VirtualTime;
import io.crossline.core.trace.Timeline;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import io.crossline.starknet.l2.L2Chain;
import io.crossline.starknet.network.StarknetNetwork;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One writer: calls of one thread, commands of many, and no handle that goes around it. */
@Timeout(60)
class OneThreadAtATimeTest {
  /** A store in the heap whose commits take a while. */
  static final class SlowStore implements StateStore {
    private final HeapStore below = new HeapStore();
    private final long millis;
    final AtomicInteger commits = new AtomicInteger();

    SlowStore(long millis) {
      this.millis = millis;
    }

    @Override
    public long commit(WriteBatch batch) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
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

  @ParameterizedTest
  @MethodSource("io.crossline.testkit.network.EitherNetwork#all")
  void callsOfTwoThreadsAreRefused(EitherNetwork either) throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch tried = new CountDownLatch(1);
    Thread other =
        new Thread(
            () ->
                either
                    .net()
                    .runUntil(
                        () -> {
                          inside.countDown();
                          await(tried);
                          return true;
                        },
                        Duration.ofMinutes(1)),
            "the other one");
    other.start();
    inside.await();
    Throwable refused = catchThrowable(() -> either.send(1));
    tried.countDown();
    other.join();
    assertThat(refused)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is used by one thread at a time: the other one is calling it")
        .hasMessageContaining("submit");
    // One after the other, any thread may call.
    either.send(1);
    either.advance(Duration.ofHours(1));
    assertThat(either.allArrived()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<Named<Boolean>> systems() {
    return Stream.of(Named.of("starknet", true), Named.of("ipc", false));
  }

  private static EitherNetwork network(boolean starknet, StateStore store) {
    return starknet
        ? EitherNetwork.starknet(Optional.of(store))
        : EitherNetwork.ipc(Optional.of(store));
  }

  @ParameterizedTest
  @MethodSource("systems")
  void commandsThatWaitShareCommitsAndRunInTheOrderOfTheirNumbers(boolean starknet)
      throws InterruptedException {
    SlowStore store = new SlowStore(5);
    EitherNetwork either = network(starknet, store);
    int before = store.commits.get();
    List<Submitted<String>> sends = Collections.synchronizedList(new ArrayList<>());
    List<Integer> given = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      int first = t * 1000;
      Thread thread =
          new Thread(
              () -> {
                await(start);
                for (int i = 0; i < 100 / 8 + 1; i++) {
                  int number = first + i;
                  sends.add(
                      either
                          .net()
                          .submit(
                              () -> {
                                given.add(number);
                                return either.send(number);
                              }));
                }
              });
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    CompletableFuture.allOf(sends.toArray(new CompletableFuture<?>[0])).join();
    assertThat(store.commits.get() - before).isBetween(1, 20);

    List<Submitted<String>> inOrder = new ArrayList<>(sends);
    inOrder.sort(Comparator.comparingLong(Submitted::number));
    assertThat(inOrder.get(0).number()).isOne();
    assertThat(inOrder.get(inOrder.size() - 1).number()).isEqualTo(inOrder.size());
    EitherNetwork single = network(starknet, new HeapStore());
    List<String> oneByOne = given.stream().map(single::send).toList();
    assertThat(inOrder.stream().map(CompletableFuture::join)).isEqualTo(oneByOne);
    either.advance(Duration.ofHours(2));
    assertThat(either.allArrived()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void aCallCommitsBeforeItReturns(boolean starknet) {
    SlowStore store = new SlowStore(0);
    EitherNetwork either = network(starknet, store);
    for (int i = 0; i < 10; i++) {
      int before = store.commits.get();
      either.send(i);
      assertThat(store.commits.get()).isEqualTo(before + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("io.crossline.testkit.network.EitherNetwork#all")
  void aCallRunsBehindTheCommandsThatWait(EitherNetwork either) {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch gate = new CountDownLatch(1);
    either
        .net()
        .submit(
            () -> {
              await(gate);
              return order.add("held");
            });
    for (int i = 0; i < 5; i++) {
      int number = i;
      either.net().submit(() -> order.add(either.send(number).isEmpty() ? "" : "c" + number));
    }
    new Thread(
            () -> {
              try {
                Thread.sleep(100);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              gate.countDown();
            })
        .start();
    either.send(99);
    order.add("call");
    assertThat(order).containsExactly("held", "c0", "c1", "c2", "c3", "c4", "call");
  }

  @ParameterizedTest
  @MethodSource("io.crossline.testkit.network.EitherNetwork#all")
  void aCommandThatThrowsFailsAloneAndAClosedNetworkOnAStoreRefuses(EitherNetwork either) {
    Submitted<String> bad =
        either
            .net()
            .submit(
                () -> {
                  throw new IllegalArgumentException("not this one");
                });
    Submitted<String> good = either.net().submit(() -> either.send(1));
    assertThat(good.join()).isNotEmpty();
    assertThatThrownBy(bad::join).hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(bad.number()).isOne();
    either.advance(Duration.ofHours(1));
    either.close();
    if (either.net().outbox().isPresent()) {
      Submitted<String> late = either.net().submit(() -> either.send(2));
      assertThat(late).isCompletedExceptionally();
      assertThat(late.number()).isZero();
    }
  }

  @Test
  void noHandleOfANetworkMovesAClockEndsABlockOrWritesALine() {
    for (Class<?> type :
        new Class<?>[] {StarknetNetwork.class, IpcNetwork.class, IpcSubnet.class}) {
      for (Method method : type.getMethods()) {
        assertThat(method.getReturnType())
            .as(method.toString())
            .isNotIn(Chain.class, L2Chain.class, VirtualTime.class);
      }
    }
    assertThat(Timeline.class.getMethods())
        .extracting(Method::getName)
        .doesNotContain("add", "name", "resume", "forget");
  }

  @ParameterizedTest
  @MethodSource("io.crossline.testkit.network.EitherNetwork#all")
  void whatIsScheduledRunsInItsTurnAndIsCommitted(EitherNetwork either) {
    List<Duration> ran = new ArrayList<>();
    Duration start = either.net().time();
    either
        .net()
        .schedule(
            Duration.ofSeconds(90),
            () -> {
              ran.add(either.net().time());
              either.send(1);
            });
    either.advance(Duration.ofHours(1));
    assertThat(ran).containsExactly(start.plusSeconds(90));
    assertThat(either.allArrived()).isTrue();
    assertThatThrownBy(() -> either.net().schedule(Duration.ofSeconds(-1), () -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
