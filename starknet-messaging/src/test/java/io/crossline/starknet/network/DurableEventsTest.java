// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.store.HeapStore;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import io.crossline.messaging.store.WriteBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** When commits are made, and what is told after them. */
class DurableEventsTest {
  private final FailingStore store = new FailingStore();
  private final List<Integer> writes = new ArrayList<>();
  private final MessagingMetrics metrics =
      new MessagingMetrics() {
        @Override
        public void committed(Duration latency, int many, long bytes) {
          writes.add(many);
        }
      };
  private final StarknetNetwork net =
      StarknetNetwork.builder(DurableWorld.PARAMETERS).store(store).metrics(metrics).start();

  /** A store that fails when it is told to. */
  private static final class FailingStore implements StateStore {
    private final HeapStore real = new HeapStore();
    private boolean fails;

    @Override
    public long commit(WriteBatch batch) {
      if (fails) {
        throw new StoreException(Reason.DISK_FULL, "no room", null);
      }
      return real.commit(batch);
    }

    @Override
    public long sequence() {
      return real.sequence();
    }

    @Override
    public SortedSet<String> tables() {
      return real.tables();
    }

    @Override
    public void scan(String table, Bytes from, EntryVisitor visitor) {
      real.scan(table, from, visitor);
    }

    @Override
    public void close() {
      real.close();
    }
  }

  @Test
  void listenersAreToldWhenItIsSafe() {
    long before = store.sequence();
    List<Long> safeAt = new ArrayList<>();
    net.listen(
        new NetworkListener() {
          @Override
          public void l1Block(Block<Receipt> block) {
            safeAt.add(store.sequence());
          }
        });
    net.advance(Duration.ofSeconds(36));
    assertThat(safeAt).containsExactly(before + 1, before + 1, before + 1);
    assertThat(writes).hasSize(2).allMatch(many -> many > 0);
  }

  @Test
  void eventsCanBeReadOnBehindAnyNumber() {
    net.advance(Duration.ofMinutes(3));
    DurableWorld.History all = new DurableWorld.History();
    long last = net.replay(0, all);
    assertThat(last).isEqualTo(net.outbox().orElseThrow().last()).isGreaterThan(40);
    StringBuilder parts = new StringBuilder();
    for (long after = 0; after < last; after++) {
      long next = after + 1;
      DurableWorld.History one = new DurableWorld.History();
      net.outbox()
          .orElseThrow()
          .read(
              after,
              (position, event) -> {
                assertThat(position).isEqualTo(next);
                NetworkEvent.decode(event).tell(one);
                return false;
              });
      parts.append(one);
    }
    assertThat(parts.toString()).isEqualTo(all.toString());
    assertThat(net.replay(last, all)).isEqualTo(last);
    assertThat(parts.toString()).isEqualTo(all.toString());
  }

  @Test
  void whatIsNoEventIsMalformed() {
    net.advance(Duration.ofSeconds(12));
    List<Bytes> events = new ArrayList<>();
    net.outbox().orElseThrow().read(0, (position, event) -> events.add(event));
    for (Bytes event : events) {
      assertThat(NetworkEvent.decode(event).encode()).isEqualTo(event);
      assertThatExceptionOfType(MalformedInputException.class)
          .isThrownBy(() -> NetworkEvent.decode(event.slice(0, event.size() - 1)));
    }
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> NetworkEvent.decode(Bytes.of((byte) 9)));
  }

  @Test
  void afterAFailedCommitNothingIsAcknowledged() {
    DurableWorld.History told = new DurableWorld.History();
    net.listen(told);
    net.advance(Duration.ofSeconds(12));
    String before = told.toString();
    store.fails = true;
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> net.advance(Duration.ofSeconds(12)))
        .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(Reason.FAILED))
        .withMessageContaining("no room");
    store.fails = false;
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> net.account("late", FaultyWorld.SENDER, FaultyWorld.FEE))
        .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(Reason.FAILED));
    assertThatExceptionOfType(StoreException.class).isThrownBy(net::messages);
    net.close();
    assertThat(told.toString()).isEqualTo(before);
    StarknetNetwork again =
        StarknetNetwork.builder(DurableWorld.PARAMETERS).store(store).metrics(metrics).start();
    assertThat(again.time()).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void whatWasDoneBeforeSomethingIsThrownIsSafe() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                net.runUntil(
                    () -> {
                      if (net.time().toSeconds() >= 60) {
                        throw new AssertionError("mine");
                      }
                      return false;
                    },
                    Duration.ofHours(1)));
    StarknetNetwork again =
        StarknetNetwork.builder(DurableWorld.PARAMETERS).store(store).metrics(metrics).start();
    assertThat(again.time()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void aListenerThatFailsHoldsNothingUp() {
    DurableWorld.History told = new DurableWorld.History();
    net.listen(
        new NetworkListener() {
          @Override
          public void l1Block(Block<Receipt> block) {
            if (block.info().number().longValueExact() == 1) {
              throw new IllegalArgumentException("mine");
            }
          }
        });
    net.listen(told);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> net.advance(Duration.ofMinutes(1)));
    DurableWorld.History all = new DurableWorld.History();
    net.replay(0, all);
    assertThat(all.toString()).isEqualTo(told.toString()).hasLineCount(25);
    assertThat(net.time()).isEqualTo(Duration.ofMinutes(1));
  }
}
