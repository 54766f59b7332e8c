// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns messages of L1 into calls on L2: one L1_HANDLER transaction per message, in the order of
 * their logs, once the message is confirmed and its block is old enough. A message with a word that
 * is no felt never becomes a transaction and stays pending on L1 until it is cancelled. After a
 * cancellation request the message is left out once the sequencer's own timelock has passed; that
 * is policy, L1 would still accept its consumption. Nothing is run twice.
 *
 * <p>Not thread-safe.
 */
public final class Sequencer {
  private final SequencerPolicy policy;
  private final L2Chain chain;
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /** The L1 blocks of the messages that wait, or were run and can still be rolled back. */
  private final Map<Bytes32, BlockInfo> open = new HashMap<>();

  /** Of open messages only, so that nothing is kept of those that are done with. */
  private final Map<Bytes32, UInt64> cancellationRequests = new HashMap<>();

  private final Set<Bytes32> gone = new HashSet<>();

  private record Waiting(L1ToL2Message message, Bytes32 hash, BlockInfo l1Block) {}

  /**
   * What the sequencer did with a message that was due.
   *
   * @param message the message
   * @param receipt the receipt of its transaction; nothing if it was left out
   */
  public record Inclusion(L1ToL2Message message, Optional<L2Receipt> receipt) {}

  /**
   * Creates a sequencer.
   *
   * @param policy when it includes a message
   * @param chain where it includes them
   */
  public Sequencer(SequencerPolicy policy, L2Chain chain) {
    this.policy = policy;
    this.chain = chain;
  }

  /**
   * Takes note of a LogMessageToL2, in the order of the logs. A message that waits already, or was
   * run and is not settled, is passed over.
   *
   * @param message the message
   * @param l1Block the block whose log it is
   */
  public void seen(L1ToL2Message message, BlockInfo l1Block) {
    Bytes32 hash = message.hash();
    if (open.putIfAbsent(hash, l1Block) == null) {
      waiting.add(new Waiting(message, hash, l1Block));
    }
  }

  /**
   * Takes note of a MessageToL2CancellationStarted.
   *
   * @param messageHash the message that is to be cancelled
   * @param l1Block the block whose log it is
   */
  public void cancellationStarted(Bytes32 messageHash, BlockInfo l1Block) {
    if (open.containsKey(messageHash)) {
      cancellationRequests.put(messageHash, l1Block.timestamp());
    }
  }

  /**
   * Takes note of a MessageToL2Canceled: L1 no longer holds the message.
   *
   * @param messageHash the message that was cancelled
   */
  public void cancelled(Bytes32 messageHash) {
    if (open.containsKey(messageHash)) {
      gone.add(messageHash);
    }
  }

  /**
   * Takes note of transactions that a state update covered: they cannot be taken back any more.
   *
   * @param covered their receipts
   */
  public void settled(List<L2Receipt> covered) {
    covered.stream().flatMap(receipt -> included(receipt).stream()).forEach(w -> forget(w.hash));
  }

  /**
   * Takes note of transactions whose blocks were taken back, because the state update that covered
   * them was refused. Their messages are run again, in their order and before all others, unless L1
   * no longer holds them.
   *
   * @param undone the receipts that no longer count, oldest first
   */
  public void rolledBack(List<L2Receipt> undone) {
    for (int i = undone.size() - 1; i >= 0; i--) {
      included(undone.get(i)).ifPresent(waiting::addFirst);
    }
  }

  /** The message of a transaction, unless somebody else than this sequencer had it run. */
  private Optional<Waiting> included(L2Receipt receipt) {
    if (!EthAddress.fits(receipt.transaction().fromAddress())) {
      return Optional.empty();
    }
    L1ToL2Message message = receipt.transaction().message();
    Bytes32 hash = message.hash();
    return Optional.ofNullable(open.get(hash)).map(block -> new Waiting(message, hash, block));
  }

  private void forget(Bytes32 hash) {
    open.remove(hash);
    cancellationRequests.remove(hash);
    gone.remove(hash);
  }

  /**
   * Whether a message has as many confirmations as the policy asks for.
   *
   * @param sentIn the number of the L1 block with the message
   * @param l1Head the number of the latest L1 block
   * @return true if it has
   */
  public boolean confirmed(UInt64 sentIn, UInt64 l1Head) {
    return l1Head.compareTo(sentIn.plus(UInt64.of(policy.confirmations()))) >= 0;
  }

  /**
   * Runs every message that is due in the open block of L2.
   *
   * @param l1Head the number of the latest L1 block
   * @param now the time in seconds since 1970
   * @return what was done, in the order of the logs
   */
  public List<Inclusion> include(UInt64 l1Head, UInt64 now) {
    List<Inclusion> included = new ArrayList<>();
    while (!waiting.isEmpty() && due(waiting.peek(), l1Head, now)) {
      Waiting next = waiting.peek();
      boolean leftOut =
          !next.message.isFelts() || gone.contains(next.hash) || cancelling(next.hash, now);
      Optional<L2Receipt> receipt =
          leftOut
              ? Optional.empty()
              : Optional.of(chain.execute(L1HandlerTransaction.of(next.message, chain.network())));
      waiting.remove();
      if (leftOut) {
        forget(next.hash);
      }
      included.add(new Inclusion(next.message, receipt));
    }
    return included;
  }

  private boolean due(Waiting next, UInt64 l1Head, UInt64 now) {
    UInt64 cooledDown = next.l1Block.timestamp().plus(UInt64.of(policy.cooldown().toSeconds()));
    return confirmed(next.l1Block.number(), l1Head) && now.compareTo(cooledDown) >= 0;
  }

  private boolean cancelling(Bytes32 hash, UInt64 now) {
    UInt64 requested = cancellationRequests.get(hash);
    return requested != null
        && now.compareTo(requested.plus(UInt64.of(policy.cancellationTimelock().toSeconds()))) >= 0;
  }
}
