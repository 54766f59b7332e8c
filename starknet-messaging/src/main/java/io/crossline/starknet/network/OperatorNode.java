// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.core.fault.FaultKind.DELAY;
import static io.crossline.core.fault.FaultKind.DROP;
import static io.crossline.core.fault.FaultKind.REORDER;
import static io.crossline.core.fault.FaultKind.RIVAL;

import io.crossline.core.chain.Block;
import io.crossline.core.fault.Fault;
import io.crossline.core.network.NetworkEvents;
import io.crossline.core.time.VirtualTime;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.Revert;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.l1.UpdateState;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.network.NetworkEvent.StateUpdateSent;
import io.crossline.starknet.network.Prover.Proof;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The process that proves blocks of L2 and sends state updates to L1, with what can go wrong with
 * it. An update that L1 refuses although it builds on what L1 knows takes L2 back; one that came
 * too late or too early does not.
 */
final class OperatorNode {
  private static final int MOST_TRANSACTIONS = 10_000;

  private final L1Layer l1;
  private final L2Layer l2;
  private final Prover prover;
  private final VirtualTime time;
  private final FaultTeller faults;
  private final NetworkEvents<NetworkEvent, NetworkListener> events;
  private final Function<UpdateState, Outcome<LogStateUpdate>> sending;
  private final Supplier<UInt64> timestamp;
  private Duration awayUntil = Duration.ZERO;
  private boolean underway;

  OperatorNode(
      L1Layer l1,
      L2Layer l2,
      Prover prover,
      VirtualTime time,
      FaultTeller faults,
      NetworkEvents<NetworkEvent, NetworkListener> events,
      Function<UpdateState, Outcome<LogStateUpdate>> sending,
      Supplier<UInt64> timestamp) {
    this.l1 = l1;
    this.l2 = l2;
    this.prover = prover;
    this.time = time;
    this.faults = faults;
    this.events = events;
    this.sending = sending;
    this.timestamp = timestamp;
  }

  /** A settlement is due. */
  void settlementDue() {
    if (underway || time.now().compareTo(awayUntil) < 0) {
      return;
    }
    UInt64 open = l2.chain().block().number();
    Optional<Fault> away = faults.strikes(StarknetHops.PROVER, "L2", open);
    if (away.isPresent()) {
      awayUntil = time.now().plus(away.get().lasting());
      return;
    }
    UInt64 settled;
    do {
      settled = prover.settledTo();
      settleNext();
      // After a long absence one update does not hold all that waits.
    } while (prover.settledTo().compareTo(settled) > 0 && !underway);
  }

  private void settleNext() {
    List<Block<L2Receipt>> blocks = atMost(l2.unsettled());
    if (!blocks.isEmpty()) {
      settle(blocks, faults.strikes(StarknetHops.STATE_UPDATE, "L1", l1.chain().block().number()));
    }
  }

  /** The first blocks, with as many transactions as one update takes; at least one block. */
  private static List<Block<L2Receipt>> atMost(List<Block<L2Receipt>> blocks) {
    int transactions = 0;
    for (int i = 0; i < blocks.size(); i++) {
      transactions += blocks.get(i).receipts().size();
      if (transactions > MOST_TRANSACTIONS && i > 0) {
        return blocks.subList(0, i);
      }
    }
    return blocks;
  }

  private void settle(List<Block<L2Receipt>> blocks, Optional<Fault> fault) {
    if (fault.isEmpty()) {
      send(prover.prove(blocks));
      return;
    }
    List<Block<L2Receipt>> first = blocks.subList(0, (blocks.size() + 1) / 2);
    List<Block<L2Receipt>> second = blocks.subList(first.size(), blocks.size());
    switch (fault.get().kind()) {
      case DROP -> {}
      case DELAY -> {
        Proof late = prover.prove(blocks);
        underway = true;
        time.after(
            fault.get().lasting(),
            () -> {
              underway = false;
              send(late);
            });
      }
      case REORDER -> {
        Proof earlier = prover.prove(first);
        if (!second.isEmpty()) {
          send(prover.prove(earlier.next(), second));
        }
        send(earlier);
      }
      case RIVAL -> {
        Proof own = prover.prove(blocks);
        send(prover.prove(first));
        send(own);
      }
      default -> {
        Proof proof = prover.prove(blocks);
        send(proof);
        send(proof);
      }
    }
  }

  private void send(Proof proof) {
    boolean buildsOnL1 = prover.buildsOnL1(proof);
    UInt64 block = l1.chain().block().number();
    Outcome<LogStateUpdate> outcome = sending.apply(proof.operation());
    events.happened(new StateUpdateSent(proof.operation().output(), outcome), 0);
    Optional<Revert> refused = outcome.fold((result, logs) -> Optional.empty(), Optional::of);
    if (refused.isEmpty()) {
      prover.accepted(proof, block);
    } else if (buildsOnL1) {
      l2.rollBack(refused.get().description(), timestamp.get(), time.now());
    }
  }
}
