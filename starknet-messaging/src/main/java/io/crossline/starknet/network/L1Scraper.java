// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.core.fault.FaultKind.DELAY;
import static io.crossline.core.fault.FaultKind.DROP;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.fault.Fault;
import io.crossline.core.state.HostTable;
import io.crossline.core.state.State;
import io.crossline.core.time.VirtualTime;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import io.crossline.starknet.l2.Sequencer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * How the sequencer learns of L1: it reads the logs of finished blocks, each block once and in
 * order. Blocks are kept as long as a sequencer that lost its memory would have to read them again.
 */
final class L1Scraper {
  private static final String FROM = "from";
  private static final String REORGANISED_TO = "reorganised to";

  private final EthAddress core;
  private final Sequencer sequencer;
  private final VirtualTime time;
  private final FaultTeller faults;

  /** Blocks that are read and may have to be read again, then those that are not, oldest first. */
  private final Deque<Page> blocks = new ArrayDeque<>();

  /** What a block says that the sequencer wants to know. */
  private record Page(BlockInfo info, List<CoreEvent> said) {}

  private UInt64 head = UInt64.ZERO;

  /** The last block that the sequencer knows anything of, though it may have forgotten some. */
  private UInt64 shown = UInt64.ZERO;

  private Duration awayUntil = Duration.ZERO;

  /** What stands on disk: from which block on to read again, and what it was not told yet. */
  private final HostTable<String, UInt64> kept;

  L1Scraper(
      EthAddress core, Sequencer sequencer, VirtualTime time, FaultTeller faults, State state) {
    this.core = core;
    this.sequencer = sequencer;
    this.time = time;
    this.faults = faults;
    kept = state.hostTable("reading of L1", Codec.TEXT, Codec.UINT64);
  }

  /** Goes on after the process had ended: reads all again that may have to be. */
  void restore(List<Block<Receipt>> finished) {
    if (finished.isEmpty()) {
      return;
    }
    UInt64 last = finished.get(finished.size() - 1).info().number();
    UInt64 from = firstNeeded();
    finished.stream()
        .filter(block -> block.info().number().compareTo(from) >= 0)
        .map(block -> new Page(block.info(), CoreEvents.decodeAll(core, block.logs())))
        .forEach(blocks::addLast);
    head = from.minus(UInt64.ONE);
    shown = last;
    read();
  }

  /** The number of the first block that may have to be read again, or is not read yet. */
  UInt64 firstNeeded() {
    return kept.get(FROM).orElse(UInt64.ONE);
  }

  /** Notes it; where all blocks up to one are read and forgotten, it is the one behind that. */
  private void noteFirstNeeded(UInt64 last) {
    UInt64 first = blocks.isEmpty() ? last.plus(UInt64.ONE) : blocks.getFirst().info().number();
    if (!first.equals(firstNeeded())) {
      kept.put(FROM, first);
    }
  }

  /** The number of the last block that was read; 0 before the first. */
  UInt64 head() {
    return head;
  }

  /**
   * A block is finished, in which the core contract said something. It is read now, unless
   * something goes wrong.
   */
  void finished(BlockInfo block, List<CoreEvent> said) {
    blocks.addLast(new Page(block, said));
    readNow(block);
    noteFirstNeeded(block.number());
  }

  private void readNow(BlockInfo block) {
    if (time.now().compareTo(awayUntil) < 0) {
      return;
    }
    Optional<Fault> fault = faults.strikes(StarknetHops.L1_READER, "L1", block.number());
    if (fault.isPresent()) {
      strike(fault.get());
    } else {
      read();
    }
  }

  private void strike(Fault fault) {
    switch (fault.kind()) {
      case DROP -> {}
      case DELAY -> away(fault.lasting());
      default -> {
        UInt64 before = head;
        read();
        // What was new is read once more.
        readBetween(before, head);
      }
    }
  }

  /** L1 lost the blocks above a number. The sequencer learns of it when it reads on. */
  void reorganised(UInt64 last) {
    while (!blocks.isEmpty() && isAfter(blocks.getLast(), last)) {
      blocks.removeLast();
    }
    if (shown.compareTo(last) > 0) {
      Optional<UInt64> before = kept.get(REORGANISED_TO);
      kept.put(REORGANISED_TO, before.filter(to -> to.compareTo(last) < 0).orElse(last));
    }
    noteFirstNeeded(last);
  }

  /** Nothing is read for a while. */
  void away(Duration lasting) {
    Duration until = time.now().plus(lasting);
    awayUntil = until.compareTo(awayUntil) > 0 ? until : awayUntil;
    time.after(lasting, this::read);
  }

  /**
   * The sequencer lost its memory: what it does not know any more is read again when it is back.
   */
  void readAgain(Duration when) {
    head =
        blocks.isEmpty() || isAfter(blocks.getFirst(), head)
            ? head
            : blocks.getFirst().info().number().minus(UInt64.ONE);
    away(when);
  }

  private void read() {
    if (time.now().compareTo(awayUntil) < 0) {
      return;
    }
    kept.remove(REORGANISED_TO)
        .ifPresent(
            last -> {
              sequencer.l1RolledBackTo(last);
              head = head.compareTo(last) > 0 ? last : head;
              shown = last;
            });
    if (!blocks.isEmpty()) {
      readBetween(head, blocks.getLast().info().number());
    }
    forget();
  }

  /** Reads the blocks above one number, up to another. The latest stand at the end. */
  private void readBetween(UInt64 above, UInt64 upTo) {
    Deque<Page> wanted = new ArrayDeque<>();
    for (Iterator<Page> i = blocks.descendingIterator(); i.hasNext(); ) {
      Page block = i.next();
      if (!isAfter(block, above)) {
        break;
      }
      if (!isAfter(block, upTo)) {
        wanted.addFirst(block);
      }
    }
    for (Page block : wanted) {
      read(block);
      head = block.info().number().compareTo(head) > 0 ? block.info().number() : head;
      shown = head.compareTo(shown) > 0 ? head : shown;
    }
  }

  private void read(Page block) {
    BlockInfo info = block.info();
    for (CoreEvent event : block.said()) {
      if (event instanceof LogMessageToL2 sent) {
        sequencer.seen(sent.message(), info);
      } else if (event instanceof MessageToL2CancellationStarted started) {
        sequencer.cancellationStarted(started.message().hash(), info);
      } else if (event instanceof MessageToL2Canceled cancelled) {
        sequencer.cancelled(cancelled.message().hash(), info);
      }
    }
  }

  private void forget() {
    UInt64 needed = sequencer.oldestBlock().orElse(head.plus(UInt64.ONE));
    boolean dropped = false;
    while (!blocks.isEmpty() && blocks.getFirst().info().number().compareTo(needed) < 0) {
      dropped |= !blocks.removeFirst().said().isEmpty();
    }
    if (dropped) {
      sequencer.notShownAgainBefore(needed);
    }
    noteFirstNeeded(head);
  }

  private static boolean isAfter(Page block, UInt64 number) {
    return block.info().number().compareTo(number) > 0;
  }
}
