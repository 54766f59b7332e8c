// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.store.HeapStore;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.trace.MessageInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.spi.MessagingMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TreeMetricsTest {
  private static final IpcHandler QUIET = (envelope, context) -> Bytes.EMPTY;

  /** Keeps what it was told last. */
  private static final class Gauges implements MessagingMetrics {
    private final Map<String, Long> backlog = new TreeMap<>();
    private final Map<String, Duration> oldest = new TreeMap<>();
    private final Map<String, Duration> progress = new TreeMap<>();
    private int commits;

    @Override
    public void backlog(String route, String status, long messages) {
      backlog.put(route + " " + status, messages);
      backlog.values().remove(0L);
    }

    @Override
    public void oldestPending(String route, Duration age) {
      oldest.put(route, age);
    }

    @Override
    public void progress(String route, Duration at) {
      progress.put(route, at);
    }

    @Override
    public void committed(Duration latency, int writes, long bytes) {
      assertThat(latency).isPositive();
      assertThat(bytes).isGreaterThanOrEqualTo(writes);
      commits++;
      throw new IllegalStateException("it is broken");
    }
  }

  /** The same, but for what {@link Gauges} throws. */
  private static final class Sound implements MessagingMetrics {
    private final Gauges gauges = new Gauges();

    @Override
    public void backlog(String route, String status, long messages) {
      gauges.backlog(route, status, messages);
    }

    @Override
    public void oldestPending(String route, Duration age) {
      gauges.oldestPending(route, age);
    }

    @Override
    public void progress(String route, Duration at) {
      gauges.progress(route, at);
    }
  }

  private final HeapStore store = new HeapStore();
  private IpcNetwork net = IpcNetwork.root(1).subnet("games").store(store).start();
  private Deployed<IpcHandler> root = net.root().deploy("a", QUIET);
  private Deployed<IpcHandler> games = net.at("games").deploy("b", QUIET);

  private Gauges reopen(MessagingMetrics metrics, Gauges gauges) {
    net.close();
    net = IpcNetwork.root(1).subnet("games").store(store).metrics(metrics).start();
    root = net.root().deploy("a", QUIET);
    games = net.at("games").deploy("b", QUIET);
    return gauges;
  }

  private void send(Deployed<IpcHandler> from, Deployed<IpcHandler> to, String word) {
    CallMsg call = new CallMsg(Bytes.utf8(word), Bytes.EMPTY);
    from.transact((handler, context) -> context.send(to.address(), call, UInt256.ZERO)).orThrow();
  }

  private Map<String, Long> counted() {
    Map<String, Long> counts = new TreeMap<>();
    for (MessageInfo message : net.messages()) {
      boolean down = message.envelope().from().subnetId().equals(net.root().id());
      String route = down ? "root>games" : "games>root";
      counts.merge(route + " " + message.status(), 1L, Long::sum);
    }
    return counts;
  }

  @Test
  void theyTellWhatStandsWhereAlsoAfterAStart() {
    Sound sound = new Sound();
    Gauges gauges = reopen(sound, sound.gauges);
    assertThat(gauges.backlog).isEmpty();
    send(root, games, "one");
    net.advance(Duration.ofSeconds(3));
    send(root, games, "two");
    send(games, root, "three");
    assertThat(gauges.backlog)
        .isEqualTo(counted())
        .isEqualTo(Map.of("root>games SENT", 2L, "games>root QUEUED", 1L));
    assertThat(gauges.oldest).containsEntry("root>games", Duration.ofSeconds(3));

    Sound later = new Sound();
    Gauges again = reopen(later, later.gauges);
    assertThat(again.backlog).isEqualTo(gauges.backlog);
    assertThat(again.progress).isEmpty();
    net.advance(Duration.ofSeconds(10));
    assertThat(again.backlog).isEqualTo(counted());
    assertThat(again.progress).containsKey("root>games");
    net.advance(Duration.ofMinutes(5));
    assertThat(again.backlog).isEqualTo(counted());
    assertThat(again.oldest.values()).containsOnly(Duration.ZERO);
  }

  @Test
  void whatTheyThrowStopsNothing() {
    Gauges broken = new Gauges();
    reopen(broken, broken);
    send(root, games, "one");
    net.advance(Duration.ofMinutes(5));
    assertThat(broken.commits).isGreaterThan(2);
    assertThat(counted().keySet()).allMatch(where -> where.endsWith("ED"));
  }
}
