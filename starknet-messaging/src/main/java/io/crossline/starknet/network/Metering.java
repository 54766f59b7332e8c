// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.messaging.spi.MessagingMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the metrics of each commit, and how messages stand then. */
final class Metering {
  private static final Logger LOG = LoggerFactory.getLogger(StarknetNetwork.class);

  private final MessagingMetrics metrics;
  private final Optional<Backlog> backlog;
  private final Instant genesis;
  private final Supplier<Duration> now;

  Metering(
      MessagingMetrics metrics,
      Optional<Backlog> backlog,
      Instant genesis,
      Supplier<Duration> now) {
    this.metrics = metrics;
    this.backlog = backlog;
    this.genesis = genesis;
    this.now = now;
  }

  /** A commit is safe. What the metrics throw stops nothing. */
  void committed(Duration latency, int writes, long bytes) {
    try {
      metrics.committed(latency, writes, bytes);
      backlog.ifPresent(messages -> messages.tell(metrics, genesis, now.get()));
    } catch (RuntimeException e) {
      LOG.warn("the metrics failed", e);
    }
  }
}
