// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.state.HostTable;
import io.crossline.core.state.State;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Turns messages of L1 into calls on L2: one L1_HANDLER transaction per message, in the order of
 * their logs, once the message is confirmed and its block is old enough. A message with a word that
 * is no felt never becomes a transaction and stays pending on L1 until it is cancelled. After a
 * cancellation request the message is left out once the sequencer's own timelock has passed; that
 * is policy, L1 would still accept its consumption. Nothing is run twice: a message is run again
 * only if the block it ran in was taken back.
 *
 * <p>How this works: a message is in one of three places. As long as it is <em>open</em>, all that
 * is known of it is kept: the block of L1 that sent it, a request to cancel it, and whether it ran.
 * Those of the open ones that did not run stand in a queue too, in the order of their logs; {@link
 * #include} walks through it from its front and stops at the first message that is not due, because
 * no later one may overtake it. What is settled, or was decided against for good, is <em>over</em>:
 * only its hash stays, on disk where there is one, so that a log which is shown once more does not
 * run it again. What ran before this process began, and was not shown again yet, is
 * <em>decided</em>: only its hash is known, from the blocks of L2.
 *
 * <p>For example, message a is sent in L1 block 10 and runs in L2 block 4. It is open and ran, and
 * not in the queue. If the state update that covers block 4 is refused, {@link #rolledBack} puts it
 * at the front of the queue, before all that waits, since its log comes first. If the update is
 * accepted, {@link #settled} makes it over, and {@link #notShownAgainBefore} of a block above 10
 * drops its hash. If instead L1 loses block 10, {@link #l1RolledBackTo} forgets that it was sent:
 * it stays open because it ran, and is dropped should L2 be taken back.
 *
 * <p>Not thread-safe.
 */
public final class Sequencer {
  private final SequencerPolicy policy;
  private final L2Chain chain;
  private final Deque<KnownMessage> waiting = new ArrayDeque<>();
  // In the order of their sending, so that the oldest is found at once, unless mixedUp.
  private final Map<Bytes32, KnownMessage> open = new LinkedHashMap<>();

  /**
   * L1 lost messages that ran: what it sends in their places may come before what it sent again.
   */
  private boolean mixedUp;

  /** What is settled or was decided against, and the block of L1 that sent it. */
  private final HostTable<Bytes32, UInt64> over;

  /** What ran or was left out in blocks that can be taken back, and was not shown again yet. */
  private final Set<Bytes32> decided = new HashSet<>();

  /**
   * What the sequencer did with a message that was due.
   *
   * @param message the message
   * @param receipt the receipt of its transaction; nothing if there was none
   * @param leftOut why it was left out; nothing if there was a transaction
   */
  public record Inclusion(
      L1ToL2Message message, Optional<L2Receipt> receipt, Optional<String> leftOut) {}

  /**
   * Creates a sequencer.
   *
   * @param policy when it includes a message
   * @param chain where it includes them
   */
  public Sequencer(SequencerPolicy policy, L2Chain chain) {
    this(policy, chain, new State().hostTable("over", Codec.BYTES32, Codec.UINT64));
  }

  /**
   * Creates a sequencer that keeps on disk what it must not forget. One that is started again there
   * is told {@link #ranBefore} and {@link #leftOutBefore}, and shown the logs of L1 from the block
   * on that {@link #oldestBlock} gave before.
   *
   * @param policy when it includes a message
   * @param chain where it includes them
   * @param over which messages are settled or were decided against for good, and the block of L1
   *     that sent them
   */
  public Sequencer(SequencerPolicy policy, L2Chain chain, HostTable<Bytes32, UInt64> over) {
    this.policy = policy;
    this.chain = chain;
    this.over = over;
  }

  /**
   * Takes note of transactions in blocks of L2 that can still be taken back, from before this
   * sequencer was started.
   *
   * @param receipts their receipts
   */
  public void ranBefore(List<L2Receipt> receipts) {
    receipts.forEach(receipt -> hash(receipt).ifPresent(decided::add));
  }

  /**
   * Takes note of messages that were left out of blocks of L2 that can still be taken back, before
   * this sequencer was started.
   *
   * @param messageHashes the messages
   */
  public void leftOutBefore(List<Bytes32> messageHashes) {
    decided.addAll(messageHashes);
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
    KnownMessage known = open.get(hash);
    if (over.get(hash).isPresent()) {
      return;
    }
    if (known == null) {
      known = new KnownMessage(message, decided.remove(hash));
      open.put(hash, known);
      if (!known.ran()) {
        waiting.add(known);
      }
    }
    known.sent(l1Block);
  }

  /**
   * Takes note of a MessageToL2CancellationStarted. The timelock runs from the first one: a
   * repeated request does not bring a message back.
   *
   * @param messageHash the message that is to be cancelled
   * @param l1Block the block whose log it is
   */
  public void cancellationStarted(Bytes32 messageHash, BlockInfo l1Block) {
    KnownMessage known = open.get(messageHash);
    if (known != null) {
      known.requested(l1Block);
    }
  }

  /**
   * Takes note of a MessageToL2Canceled: L1 no longer holds the message.
   *
   * @param messageHash the message that was cancelled
   * @param l1Block the block whose log it is
   */
  public void cancelled(Bytes32 messageHash, BlockInfo l1Block) {
    KnownMessage known = open.get(messageHash);
    if (known != null) {
      known.cancelled(l1Block);
    }
  }

  /**
   * Takes note that L1 was reorganised. What the lost blocks said no longer counts: a message that
   * they sent is dropped if it waits; if it was run, it is not run again should L2 be taken back.
   *
   * @param number the last L1 block that stays
   */
  public void l1RolledBackTo(UInt64 number) {
    open.values().forEach(known -> known.l1RolledBackTo(number));
    forgetOver(sentIn -> sentIn.compareTo(number) > 0);
    open.values().removeIf(KnownMessage::isGone);
    waiting.removeIf(KnownMessage::isGone);
    mixedUp |= open.values().stream().anyMatch(known -> known.sentIn().isEmpty());
  }

  /**
   * Takes note that the block in which it included messages was lost before it was finished: what
   * was decided in it was not. Forgets all messages that did not run, as a process does that ends;
   * what ran is known from L2's own blocks, and which messages were decided against is kept on
   * disk. The blocks of L1 from {@link #oldestBlock} on, as it was before, have to be shown again.
   *
   * @param lost what {@link #include} gave for that block
   */
  public void lost(List<Inclusion> lost) {
    for (int i = lost.size() - 1; i >= 0; i--) {
      L1ToL2Message message = lost.get(i).message();
      KnownMessage known = open.get(message.hash());
      if (known != null) {
        known.ran(false);
      }
    }
    waiting.clear();
    open.values().removeIf(known -> !known.ran());
  }

  /**
   * Takes note that the logs of earlier blocks of L1 will not be shown again, so that their
   * messages can be forgotten.
   *
   * @param l1Block the first block that may be shown again
   */
  public void notShownAgainBefore(UInt64 l1Block) {
    forgetOver(sentIn -> sentIn.compareTo(l1Block) < 0);
  }

  private void forgetOver(Predicate<UInt64> sentIn) {
    List<Bytes32> forgotten =
        over.entries().entrySet().stream()
            .filter(message -> sentIn.test(message.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    forgotten.forEach(over::remove);
  }

  /**
   * From which block of L1 on a sequencer that lost its memory has to be shown the logs again.
   *
   * @return the number of the block that sent the oldest message that waits or can still be taken
   *     back; nothing if there is no such message
   */
  public Optional<UInt64> oldestBlock() {
    UInt64 oldest = UInt64.MAX;
    UInt64 previous = UInt64.ZERO;
    boolean sorted = true;
    for (KnownMessage known : open.values()) {
      UInt64 number = known.sentIn().orElse(UInt64.MAX);
      if (!mixedUp) {
        return Optional.of(number);
      }
      sorted &= known.sentIn().isPresent() && previous.compareTo(number) <= 0;
      oldest = number.compareTo(oldest) < 0 ? number : oldest;
      previous = number;
    }
    mixedUp &= !sorted;
    return oldest.equals(UInt64.MAX) ? Optional.empty() : Optional.of(oldest);
  }

  /**
   * Takes note of transactions that a state update covered: they cannot be taken back any more.
   *
   * @param covered their receipts
   */
  public void settled(List<L2Receipt> covered) {
    covered.forEach(receipt -> known(receipt).ifPresent(this::isOver));
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
      known(undone.get(i)).ifPresent(this::takenBack);
    }
  }

  /**
   * Takes note of messages that it left out, or whose failing transactions are in no block, in
   * blocks that cannot be taken back any more.
   *
   * @param messageHashes the messages
   */
  public void leftOutForGood(List<Bytes32> messageHashes) {
    messageHashes.forEach(hash -> known(hash).ifPresent(this::isOver));
  }

  /**
   * Takes note that the blocks in which it left messages out were taken back: it decides anew.
   *
   * @param messageHashes the messages, in the order in which they were left out
   */
  public void leftOutNoMore(List<Bytes32> messageHashes) {
    for (int i = messageHashes.size() - 1; i >= 0; i--) {
      known(messageHashes.get(i)).ifPresent(this::takenBack);
    }
  }

  private void takenBack(KnownMessage known) {
    known.ran(false);
    if (known.sentIn().isEmpty()) {
      open.remove(known.hash());
      return;
    }
    // Before all others, but for those whose logs come before its own: L1 may have put another
    // message in the place of one that was lost.
    Deque<KnownMessage> earlier = new ArrayDeque<>();
    while (!waiting.isEmpty() && waiting.peek().nonce().compareTo(known.nonce()) < 0) {
      earlier.addFirst(waiting.remove());
    }
    waiting.addFirst(known);
    earlier.forEach(waiting::addFirst);
  }

  /** The message of a transaction, unless somebody else than this sequencer had it run. */
  private Optional<KnownMessage> known(L2Receipt receipt) {
    return hash(receipt).flatMap(this::known);
  }

  private Optional<KnownMessage> known(Bytes32 hash) {
    // What is decided on now is no longer undecided, whether L1 shows it again or not.
    decided.remove(hash);
    return Optional.ofNullable(open.get(hash));
  }

  private static Optional<Bytes32> hash(L2Receipt receipt) {
    return receipt
        .handled()
        .filter(handled -> EthAddress.fits(handled.fromAddress()))
        .map(handled -> handled.message().hash());
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
    while (!waiting.isEmpty() && waiting.peek().isDue(policy, l1Head, now)) {
      KnownMessage next = waiting.peek();
      Optional<String> leftOut = next.reasonToLeaveOut(policy, now);
      Optional<L2Receipt> receipt =
          leftOut.isPresent()
              ? Optional.empty()
              : Optional.of(
                  chain.execute(L1HandlerTransaction.of(next.message(), chain.network())));
      waiting.remove();
      next.ran(true);
      included.add(new Inclusion(next.message(), receipt, leftOut));
    }
    return included;
  }

  private void isOver(KnownMessage known) {
    open.remove(known.hash());
    known.sentIn().ifPresent(number -> over.put(known.hash(), number));
  }
}
