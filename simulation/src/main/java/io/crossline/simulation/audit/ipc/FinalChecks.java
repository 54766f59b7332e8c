// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.AssetKind;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.simulation.audit.Ledger;

/** Holds the books of the networks against views and balances when a run has ended. */
final class FinalChecks {
  /** {@code 0x…63}: who sends coins here burns them. */
  private static final EthAddress BURN_ADDRESS =
      EthAddress.parse("0x0000000000000000000000000000000000000063");

  private final Ledger ledger;
  private final IpcFinalState state;
  private final boolean drained;
  private final LinkEnd links;

  FinalChecks(Ledger ledger, LinkOrder order, IpcFinalState state, boolean drained) {
    this.ledger = ledger;
    this.state = state;
    this.drained = drained;
    links = new LinkEnd(ledger, order, drained);
  }

  void check(NetworkBook at) {
    if (at.parent != null) {
      checkLinks(at, at.parent);
      checkCheckpoints(at);
    } else {
      checkCoins(at, UInt256.ZERO);
    }
    checkPostbox(at);
    checkLocked(at);
  }

  private void checkLinks(NetworkBook at, NetworkBook parent) {
    long sentDown = state.topDownNonce(at.id()).bits();
    checkSent(at.down, sentDown, at.down.committed);
    checkSent(at.up, state.bottomUpNonce(at.id()).bits(), at.up.committed + at.queued.size());
    UInt256 comingDown = links.close(at, at.down, state.appliedTopDownNonce(at.id()).bits());
    UInt256 goingUp = links.close(parent, at.up, state.appliedBottomUpNonce(at.id()).bits());
    UInt256 minted = at.down.value.minusWrapping(comingDown);
    checkCoins(at, minted);
    checkBurnt(at);
    UInt256 supply = state.circSupply(at.id());
    UInt256 due =
        at.network
            .circulation()
            .plusWrapping(at.down.value)
            .minusWrapping(at.up.value.minusWrapping(goingUp));
    ledger.check(
        Invariant.CIRCULATION,
        supply.equals(due),
        () -> at.id() + ": its parent counts a supply of " + supply + ", must be " + due);
  }

  private void checkSent(Link link, long found, long committed) {
    ledger.check(
        Invariant.SENDER_NONCES,
        found == committed,
        () -> link + ": the sender's next nonce is " + found + ", " + committed + " were told");
  }

  private void checkCoins(NetworkBook at, UInt256 minted) {
    UInt256 found = state.totalCoins(at.id());
    UInt256 due = at.network.coins().plusWrapping(minted);
    ledger.check(
        Invariant.COINS,
        found.equals(due),
        () -> at.id() + ": has " + found + " coins, must have " + due);
  }

  /** What waits for a batch may burn too; its value is not known yet. */
  private void checkBurnt(NetworkBook at) {
    UInt256 found = state.balance(at.id(), BURN_ADDRESS);
    int order = found.compareTo(at.burnt);
    ledger.check(
        Invariant.BURNT,
        order == 0 || order > 0 && !at.queued.isEmpty(),
        () -> at.id() + ": burnt " + found + ", must have burnt " + at.burnt);
  }

  private void checkCheckpoints(NetworkBook at) {
    UInt256 found = state.lastCheckpointHeight(at.id());
    ledger.check(
        Invariant.CHECKPOINT_HEIGHT,
        found.equals(UInt256.of(at.lastCheckpoint)),
        () ->
            at.id() + ": last checkpoint at " + found + ", the last batch at " + at.lastCheckpoint);
    long due = at.lastCheckpoint + at.network.period();
    ledger.check(
        Invariant.BATCHES,
        at.lastBlock == null || at.lastBlock <= due,
        () -> at.id() + ": no batch of height " + due + " in block " + at.lastBlock);
    if (drained) {
      ledger.check(
          Invariant.LIVENESS,
          at.queued.isEmpty(),
          at.queued.isEmpty() ? "" : at.queued.getFirst().id(),
          () -> at.id() + ": " + at.queued.size() + " messages wait for a batch");
    }
  }

  private void checkPostbox(NetworkBook at) {
    long found = state.postboxSize(at.id());
    ledger.check(
        Invariant.POSTBOX,
        found == at.postbox.size(),
        () ->
            at.id()
                + ": the postbox has "
                + found
                + " messages, by what was told it has "
                + at.postbox.size());
    if (drained) {
      ledger.check(
          Invariant.LIVENESS,
          at.postbox.size() == 0,
          () -> at.id() + ": " + at.postbox.size() + " messages wait in the postbox");
    }
  }

  private void checkLocked(NetworkBook at) {
    UInt256 owed = UInt256.ZERO;
    for (NetworkBook child : at.children.values()) {
      if (child.network.supply().kind() == AssetKind.NATIVE) {
        owed = owed.plusWrapping(state.circSupply(child.id()));
      }
    }
    UInt256 due = owed;
    UInt256 found = state.balance(at.id(), at.network.gateway());
    ledger.check(
        Invariant.LOCKED,
        found.compareTo(due) >= 0,
        () -> at.id() + ": the gateway holds " + found + ", in its children circulate " + due);
  }
}
