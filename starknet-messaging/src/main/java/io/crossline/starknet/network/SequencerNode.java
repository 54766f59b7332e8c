// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.core.fault.FaultKind.CRASH;
import static io.crossline.core.fault.FaultKind.DRIFT;

import io.crossline.core.fault.Fault;
import io.crossline.core.network.DurableClock;
import io.crossline.core.time.VirtualTime;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The process that makes the blocks of L2, with what can go wrong with it. */
final class SequencerNode {
  private static final String NAME = "sequencer";
  private static final int PERCENT = 100;

  private final L2Layer l2;
  private final L1Scraper scraper;
  private final DurableClock clock;
  private final VirtualTime time;
  private final FaultTeller faults;
  private final Duration blockTime;
  private final Supplier<UInt64> timestamp;
  private Duration blockTimeNow;
  private Duration driftsUntil = Duration.ZERO;
  private boolean wasAway;

  SequencerNode(
      L2Layer l2,
      L1Scraper scraper,
      DurableClock clock,
      FaultTeller faults,
      Duration blockTime,
      Supplier<UInt64> timestamp) {
    this.l2 = l2;
    this.scraper = scraper;
    this.clock = clock;
    this.time = clock.time();
    this.faults = faults;
    this.blockTime = blockTime;
    this.timestamp = timestamp;
    this.blockTimeNow = blockTime;
    clock.begin(NAME, blockTime, this::blockDue);
  }

  /**
   * Goes on after the process had ended. If it was away then, the block is due later than it would
   * be otherwise.
   */
  void restore(UInt64 now) {
    Duration left = clock.due(NAME).orElse(blockTime).minus(time.now());
    UInt64 due = now.plus(UInt64.of(Math.max(0, left.toSeconds())));
    UInt64 regular = l2.chain().block().timestamp().plus(UInt64.of(blockTime.toSeconds()));
    wasAway = due.compareTo(regular) > 0;
  }

  /** A block is due. */
  private void blockDue() {
    Duration next = blockTime;
    try {
      next = next();
    } finally {
      clock.after(NAME, next, this::blockDue);
    }
  }

  private Duration next() {
    Optional<Fault> fault =
        faults.strikes(StarknetHops.SEQUENCER, "L2", l2.chain().block().number());
    if (fault.isPresent() && fault.get().kind() != DRIFT) {
      if (fault.get().kind() == CRASH) {
        l2.loseBlock(scraper.head(), timestamp.get());
        scraper.readAgain(fault.get().lasting());
      }
      wasAway = true;
      return fault.get().lasting().plus(blockTime);
    }
    fault.ifPresent(this::drift);
    if (time.now().compareTo(driftsUntil) >= 0) {
      blockTimeNow = blockTime;
    }
    if (wasAway) {
      l2.beginAnew(timestamp.get());
      wasAway = false;
    }
    l2.produceBlock(scraper.head(), timestamp.get(), time.now());
    return blockTimeNow;
  }

  private void drift(Fault fault) {
    long seconds = blockTime.toSeconds() * fault.amount() / PERCENT;
    blockTimeNow = Duration.ofSeconds(Math.max(1, seconds));
    driftsUntil = time.now().plus(fault.lasting());
  }
}
