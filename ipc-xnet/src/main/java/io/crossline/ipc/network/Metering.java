// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.messaging.spi.MessagingMetrics;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the metrics of each commit, and how messages stand then. What they throw stops nothing. */
final class Metering {
  private static final Logger LOG = LoggerFactory.getLogger(IpcNetwork.class);

  private final MessagingMetrics metrics;
  private final Backlog backlog;
  private final Supplier<Duration> now;

  Metering(MessagingMetrics metrics, Backlog backlog, Supplier<Duration> now) {
    this.metrics = metrics;
    this.backlog = backlog;
    this.now = now;
  }

  Backlog backlog() {
    return backlog;
  }

  /** A commit is safe. */
  void committed(Duration latency, int writes, long bytes) {
    try {
      metrics.committed(latency, writes, bytes);
      backlog.tell(metrics, now.get());
    } catch (RuntimeException e) {
      LOG.warn("the metrics failed", e);
    }
  }
}
