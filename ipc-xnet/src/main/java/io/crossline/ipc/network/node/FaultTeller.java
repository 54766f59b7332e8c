// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultKind;
import io.crossline.core.fault.Faults;
import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.network.message.TrackedNetwork;
import io.crossline.ipc.network.message.TreeMessages;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Asks what goes wrong, and names it in the timeline and in the log.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class FaultTeller {
  private static final Logger LOG = LoggerFactory.getLogger(FaultTeller.class);

  /** Later than any time when something goes wrong by chance. */
  private static final Duration AFTER_ALL_CHANCE = Duration.ofSeconds(Long.MAX_VALUE);

  private final Faults faults;
  private final TreeMessages tracker;

  public FaultTeller(Faults faults, TreeMessages tracker) {
    this.faults = faults;
    this.tracker = tracker;
  }

  /** What goes wrong at a hop now; who asks tells it. */
  Optional<Fault> draw(String hop, Set<FaultKind> possible) {
    return faults.draw(hop, tracker.now(), possible);
  }

  /** Writes a line. */
  void tell(TrackedNetwork at, String what, StatusChange... changes) {
    tracker.tell(at, "fault: " + what, changes);
    LOG.warn("{} {} #{}: fault: {}", tracker.now(), at, at.chain().block().number(), what);
  }

  /**
   * Whether a handler fails on a message, or on the payment of a Transfer. By chance none fails on
   * a Result: nothing would answer the call then.
   */
  public boolean handlerFails(
      TrackedNetwork at, IpcAddress handler, Optional<IpcEnvelope> message) {
    boolean result = message.filter(envelope -> envelope.kind() == EnvelopeKind.RESULT).isPresent();
    boolean fails = faults.handlerFails(handler, "", result ? AFTER_ALL_CHANCE : tracker.now());
    if (fails) {
      String who = "handler " + at + ":" + at.names().of(handler) + " fails";
      message.ifPresentOrElse(
          envelope -> tellOf(envelope, at, who + " on " + tracker.nameOf(envelope, at)),
          () -> tell(at, who + " on a payment"));
    }
    return fails;
  }

  private void tellOf(IpcEnvelope message, TrackedNetwork at, String what) {
    MDC.put("message", message.tracingId().toString());
    try {
      tell(at, what);
    } finally {
      MDC.remove("message");
    }
  }
}
