// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.core.fault.Fault;
import io.crossline.core.network.DurableClock;
import io.crossline.ipc.IpcHops;
import java.time.Duration;
import java.util.Optional;

/**
 * The process that runs a node: when its blocks are due, and what can go wrong with it.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class NodeProcess {
  private static final int PERCENT = 100;

  private final TreeMember subnet;
  private final SubnetNode node;
  private final FaultTeller faults;
  private final DurableClock clock;
  private final String hop;
  private final String restart;
  private final int deepestReorg;
  private Duration blockTime;
  private Duration driftsUntil = Duration.ZERO;

  /** With the most blocks that a reorganisation may take; 0 where there are none. */
  public NodeProcess(
      TreeMember subnet,
      SubnetNode node,
      FaultTeller faults,
      DurableClock clock,
      int deepestReorg) {
    this.subnet = subnet;
    this.node = node;
    this.faults = faults;
    this.clock = clock;
    this.hop = IpcHops.node(subnet.name());
    this.restart = "restart " + subnet.name();
    this.deepestReorg = deepestReorg;
    this.blockTime = subnet.pace().blockTime();
  }

  public void start() {
    clock.begin(hop, blockTime, this::blockDue);
    clock.resume(restart, node::restart);
  }

  private void blockDue() {
    Duration next = blockTime;
    try {
      next = run();
    } finally {
      clock.after(hop, next, this::blockDue);
    }
  }

  /** How long until the next block is due. */
  private Duration run() {
    Optional<Fault> fault = faults.draw(hop, IpcHops.NODE_KINDS);
    if (fault.isPresent()) {
      Duration lasting = fault.get().lasting();
      switch (fault.get().kind()) {
        case CRASH -> {
          faults.tell(
              subnet.tracked(), hop + " " + fault.get() + "; its open block is lost", node.crash());
          clock.after(restart, lasting, node::restart);
          return lasting.plus(subnet.pace().blockTime());
        }
        case STALL -> {
          faults.tell(subnet.tracked(), hop + " " + fault.get());
          return lasting.isZero() ? blockTime : lasting;
        }
        default -> {
          faults.tell(subnet.tracked(), hop + ": " + fault.get());
          drift(fault.get());
        }
      }
    }
    if (clock.now().compareTo(driftsUntil) >= 0) {
      blockTime = subnet.pace().blockTime();
    }
    node.nextBlock();
    if (deepestReorg > 0) {
      faults.draw(IpcHops.ROOT, IpcHops.ROOT_KINDS).ifPresent(reorg -> reorganise(reorg.amount()));
    }
    return blockTime;
  }

  private void drift(Fault fault) {
    Duration changed = subnet.pace().blockTime().multipliedBy(fault.amount()).dividedBy(PERCENT);
    blockTime = changed.isZero() ? Duration.ofMillis(1) : changed;
    driftsUntil = clock.now().plus(fault.lasting());
  }

  /**
   * Loses blocks of a root, at most as many as can be lost.
   *
   * @throws IllegalArgumentException if it is less than one
   */
  public void reorganise(int blocks) {
    long finished = subnet.blocks().head().longValueExact();
    int lost = (int) Math.min(finished, Math.min(blocks, deepestReorg));
    if (lost > 0) {
      faults.tell(subnet.tracked(), IpcHops.ROOT + " " + Fault.reorg(lost), node.loseBlocks(lost));
    }
  }

  /** How many blocks can be lost now. */
  public long deepestReorg() {
    return Math.min(deepestReorg, subnet.blocks().head().longValueExact());
  }
}
