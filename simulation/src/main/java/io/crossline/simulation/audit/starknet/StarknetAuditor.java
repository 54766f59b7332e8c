// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.AuditReport;
import io.crossline.simulation.audit.Ledger;
import io.crossline.starknet.Int256;
import java.util.List;

/**
 * Watches a run of Starknet's messaging from outside, by logs of L1 and receipts of L2, and holds
 * the invariants S1 to S23 of {@code docs/invariants.md} against it.
 *
 * <p>Give it every block of both layers in the order in which they come about, and say what was
 * taken back; then {@link #finish} it. A block of L1 counts once it can no longer be taken back,
 * {@value #DEEPEST_REORG} blocks later, and a block of L2 once a state update in such a block
 * covers it; until then they are held. Of a message that is over 53 to 107 bytes stay.
 *
 * <p>It knows the events of the core contract and nothing of {@code mockSendMessageFromL2} and
 * {@code mockConsumeMessageToL2}, which emit none. Not thread-safe.
 */
public final class StarknetAuditor {
  /** How many blocks of L1 can be lost at most: two epochs, after which Ethereum finalizes. */
  public static final int DEEPEST_REORG = 64;

  private final Ledger ledger = new Ledger();
  private final LostLogs lost = new LostLogs();
  private final HeldL1 l1 = new HeldL1();
  private final HeldL2 l2 = new HeldL2();
  private final StarknetAuditSettings settings;
  private final LogReader reader;
  private final ToL2Messages toL2;
  private final ToL1Messages toL1;
  private final Executions executions;
  private final Settlement settlement;
  private UInt256 minted = UInt256.ZERO;
  private boolean finished;

  /**
   * Creates an auditor of one run.
   *
   * @param settings what no log says
   */
  public StarknetAuditor(StarknetAuditSettings settings) {
    this.settings = settings;
    reader = new LogReader(settings.core(), ledger);
    toL2 = new ToL2Messages(settings, lost, ledger);
    toL1 = new ToL1Messages(ledger);
    executions = new Executions(settings, toL2, lost, ledger);
    settlement = new Settlement(settings.settledAtStart(), l2, toL2, toL1, executions, ledger);
  }

  /**
   * Takes note of coins that come from nowhere: opening balances, those of the core contract and
   * the fee receiver included, and what a faucet gives. A reorganisation does not take them back.
   *
   * @param coins how many, in wei
   */
  public void minted(UInt256 coins) {
    requireRunning();
    minted = minted.plus(coins);
  }

  /**
   * Shows it a finished block of L1.
   *
   * @param info its number, above that of the block before, and its time
   * @param logs the logs of its accepted transactions, of whatever emitter, in order
   * @throws IllegalArgumentException if the number is not above that of the block before
   */
  public void l1Block(BlockInfo info, List<Log> logs) {
    requireRunning();
    l1.add(new HeldL1.Held(info, reader.read(logs))).ifPresent(this::isFinal);
  }

  /**
   * Shows it a finished block of L2.
   *
   * @param number its number, above that of the block before
   * @param inBlock the transactions in it, in order
   * @throws IllegalArgumentException if the number is not above that of the block before
   */
  public void l2Block(UInt64 number, List<Execution> inBlock) {
    requireRunning();
    l2.add(number, inBlock.stream().map(this::run).toList());
  }

  private Run run(Execution execution) {
    return new Run(
        execution.messageHash(),
        execution.nonce(),
        execution.succeeded(),
        execution.sent().stream().map(reader::sentToL1).toList());
  }

  /**
   * Tells it what the sequencer said: that it will not include a message.
   *
   * @param messageHash the message
   * @param reason why, for people; the auditor goes by the logs
   */
  public void leftOut(Bytes32 messageHash, String reason) {
    requireRunning();
    lost.leftOut(messageHash);
  }

  /**
   * Tells it that L1 was reorganised. The blocks that take the places of the lost ones are shown
   * next.
   *
   * @param last the number of the last block that stays
   * @throws IllegalArgumentException if more than {@value #DEEPEST_REORG} blocks are lost
   */
  public void l1TakenBack(UInt64 last) {
    requireRunning();
    l1.takenBack(last, lost);
  }

  /**
   * Tells it that blocks of L2 were taken back, because a state update was refused.
   *
   * @param last the number of the last block that stays
   */
  public void l2TakenBack(UInt64 last) {
    requireRunning();
    Int256 settled = l1.latestUpdate().map(Note.Settled::blockNumber).orElse(settlement.settled());
    ledger.check(
        Invariant.SETTLED_STAYS,
        new Int256(last.toUInt256()).compareTo(settled) >= 0,
        () -> "L2 was taken back to block " + last + ", though L1 has settled block " + settled);
    l2.takenBack(last);
  }

  /**
   * Ends the audit: all blocks that are held count now, and what the logs said is held against the
   * state.
   *
   * @param state what L1 holds now
   * @param drained whether all that could happen has happened: no faults any more, and time enough
   *     for everything to be run and settled. Then each message that is still pending needs a
   *     reason
   * @return what was found
   */
  public AuditReport finish(FinalState state, boolean drained) {
    requireRunning();
    finished = true;
    for (var block = l1.next(); block.isPresent(); block = l1.next()) {
      isFinal(block.get());
    }
    Executions.Standing standing =
        drained ? Executions.Standing.LEFT_OVER : Executions.Standing.OPEN;
    l2.releaseAll().forEach(run -> executions.ran(run, standing));
    EndState end = new EndState(settings, state, ledger);
    end.messages(toL2);
    end.settled(settlement.settled());
    end.coins(toL2, minted);
    toL1.holdAgainst(state);
    new Liveness(settings, lost, ledger).holdAgainst(toL2, drained);
    return ledger.report();
  }

  private void isFinal(HeldL1.Held block) {
    UInt64 now = block.info().timestamp();
    for (Note note : block.notes()) {
      if (note instanceof Note.Sent sent) {
        toL2.sent(sent);
      } else if (note instanceof Note.Requested request) {
        toL2.requested(request, now);
      } else if (note instanceof Note.Cancelled cancellation) {
        toL2.cancelled(cancellation, now);
      } else if (note instanceof Note.Consumed consumed) {
        settlement.consumed(consumed);
      } else if (note instanceof Note.Arrived arrived) {
        settlement.arrived(arrived);
      } else if (note instanceof Note.Taken taken) {
        toL1.taken(taken.hash());
      } else if (note instanceof Note.Settled update) {
        settlement.settled(update);
      }
    }
    settlement.endOfBlock();
  }

  private void requireRunning() {
    if (finished) {
      throw new IllegalStateException("this audit is finished; use a new auditor for another run");
    }
  }
}
