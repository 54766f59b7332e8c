// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.store.HeapStore;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.tracking.MessageStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What metrics are told agrees with where the messages are, also after reopening. */
class BacklogTest {
  private HeapStore store = new HeapStore();
  private Meter meter = new Meter();
  private StarknetNetwork net = open();
  private final Felt diary = deploy();

  /** Keeps what it was told last. */
  private static final class Meter implements MessagingMetrics {
    private final Map<String, Long> backlog = new TreeMap<>();
    private final Map<String, Duration> oldest = new HashMap<>();
    private final Map<String, Duration> progress = new HashMap<>();
    private boolean fails;

    @Override
    public void backlog(String route, String status, long messages) {
      if (fails) {
        throw new IllegalStateException("no meter");
      }
      backlog.put(route + " " + status, messages);
      backlog.values().removeIf(many -> many == 0);
    }

    @Override
    public void oldestPending(String route, Duration age) {
      oldest.put(route, age);
    }

    @Override
    public void progress(String route, Duration at) {
      progress.put(route, at);
    }
  }

  private StarknetNetwork open() {
    return StarknetNetwork.builder(DurableWorld.PARAMETERS).store(store).metrics(meter).start();
  }

  private Felt deploy() {
    return net.deploy("diary", new FaultyWorld.Diary(), roles -> {});
  }

  private void reopen() {
    net.close();
    store.close();
    store = store.reopen();
    meter = new Meter();
    net = open();
    deploy();
  }

  private void send(String function, Felt... payload) {
    net.core(FaultyWorld.SENDER)
        .sendMessageToL2(diary, function, Payload.of(payload), FaultyWorld.FEE)
        .orThrow();
  }

  private void assertAgrees() {
    Map<String, Long> counts = new TreeMap<>();
    for (MessageReport report : net.messages()) {
      String route = report.state().id().direction().toString().replace(" → ", ">");
      counts.merge(route + " " + report.status(), 1L, Long::sum);
    }
    assertThat(meter.backlog).isEqualTo(counts);
  }

  @Test
  void itCountsMessagesByRouteAndStatus() {
    net.account("sender", FaultyWorld.SENDER, UInt256.of(1_000_000));
    net.advance(Duration.ofSeconds(12));
    send("note", Felt.of(1));
    assertThat(meter.backlog).containsExactly(Map.entry("L1>L2 SENT", 1L));
    send("ask", Felt.of(2));
    send("fail");
    net.advance(Duration.ofSeconds(100));
    assertAgrees();
    assertThat(meter.oldest).containsEntry("L1>L2", Duration.ofSeconds(100));
    net.await("m2", MessageStatus.ACCEPTED_ON_L2, Duration.ofHours(1));
    assertAgrees();
    Duration ran = net.time();
    assertThat(meter.progress).containsEntry("L2>L1", ran);
    reopen();
    assertAgrees();
    net.reorganise(20);
    assertAgrees();
    assertThat(meter.backlog).containsKey("L1>L2 ACCEPTED_ON_L2");
    net.advance(Duration.ofHours(1));
    assertAgrees();
    reopen();
    assertAgrees();
    assertThat(meter.oldest.get("L1>L2")).isGreaterThan(Duration.ofHours(1));
    assertThat(meter.oldest.get("L2>L1")).isPositive();
  }

  @Test
  void metricsThatFailStopNothing() {
    net.account("sender", FaultyWorld.SENDER, UInt256.of(1_000_000));
    meter.fails = true;
    send("note", Felt.of(1));
    net.advance(Duration.ofHours(1));
    assertThat(net.messages().get(0).status()).isEqualTo(MessageStatus.SETTLED);
  }
}
