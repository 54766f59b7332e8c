// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.core.chain.Receipt;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one contract did, as far as it is still on its chain: operations of the open block, and
 * steps of finished ones. It ends at the first step that cannot be told or has no room, since what
 * follows may build on it; if that block is lost, it goes on.
 *
 * @param <R> what runs
 * @param <K> what is kept of it
 */
final class Tape<R extends ObservedCall, K extends WrittenStep> {
  private final EthAddress contract;
  private final Room room;
  private final StepWriter<R, K> keeping;
  private final List<R> open = new ArrayList<>();
  private final List<K> steps = new ArrayList<>();
  private @Nullable End end;

  private record End(UInt64 block, String why) {}

  Tape(EthAddress contract, Room room, StepWriter<R, K> keeping) {
    this.contract = contract;
    this.room = room;
    this.keeping = keeping;
  }

  List<K> steps() {
    return steps;
  }

  /** Whether nothing is recorded any more. */
  boolean isOver() {
    return end != null;
  }

  /** Why it ends before the run did. */
  Optional<String> omission() {
    return Optional.ofNullable(end)
        .map(it -> "the recording ends in block " + it.block() + ", because " + it.why());
  }

  /** An operation ran in the open block. */
  void add(R ran) {
    if (end == null) {
      open.add(ran);
    }
  }

  /** Ends it, for a reason that goes on from "because". */
  void end(UInt64 block, String why) {
    if (end == null) {
      end = new End(block, why);
    }
  }

  /** The open block is finished, or the recording is. */
  void finished(List<Receipt> receipts) {
    Map<Integer, List<R>> transactions = new TreeMap<>();
    open.forEach(
        ran -> transactions.computeIfAbsent(ran.transaction(), key -> new ArrayList<>()).add(ran));
    open.clear();
    for (Map.Entry<Integer, List<R>> transaction : transactions.entrySet()) {
      List<R> operations = transaction.getValue();
      try {
        finished(receipts, transaction.getKey(), operations);
      } catch (InexpressibleException e) {
        // All of the open block was there before an end that was known already.
        end = new End(operations.get(0).block(), e.why());
        return;
      }
    }
  }

  /** Of a transaction that reverted, only what was refused before anything else is told. */
  private void finished(List<Receipt> receipts, int index, List<R> operations)
      throws InexpressibleException {
    if (index >= receipts.size()) {
      throw new InexpressibleException("a transaction of it broke off");
    }
    Receipt receipt = receipts.get(index);
    if (!receipt.outcome().isAccepted()) {
      if (operations.get(0).failed()) {
        keep(operations.get(0), true);
      }
      return;
    }
    List<Log> logs = operations.stream().flatMap(ran -> ran.logs().stream()).toList();
    List<Log> left =
        receipt.outcome().logs().stream().filter(log -> log.emitter().equals(contract)).toList();
    if (!logs.equals(left)) {
      throw new InexpressibleException("a contract undid a part of its own transaction there");
    }
    for (R ran : operations) {
      keep(ran, false);
    }
  }

  private void keep(R ran, boolean undone) throws InexpressibleException {
    Optional<K> before =
        steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    Optional<K> step = keeping.keep(ran, before, undone);
    if (step.isPresent()) {
      if (!room.take(step.get().text())) {
        throw new InexpressibleException("no more steps are recorded");
      }
      steps.add(step.get());
    }
  }

  /** The blocks above one are lost. */
  void takenBack(UInt64 last) {
    open.clear();
    while (!steps.isEmpty() && steps.get(steps.size() - 1).block().compareTo(last) > 0) {
      room.free(steps.remove(steps.size() - 1).text());
    }
    if (end != null && end.block().compareTo(last) > 0) {
      end = null;
    }
  }
}
