// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Envelope;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.simulation.audit.Ledger;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes notes of the core contract's logs, and hashes messages anew. */
final class LogReader {
  private final EthAddress core;
  private final Ledger ledger;

  LogReader(EthAddress core, Ledger ledger) {
    this.core = core;
    this.ledger = ledger;
  }

  List<Note> read(List<Log> logs) {
    List<Note> notes = new ArrayList<>();
    for (Log log : logs) {
      if (log.emitter().equals(core)) {
        decode(log).flatMap(this::note).ifPresent(notes::add);
      }
    }
    return notes.isEmpty() ? List.of() : notes;
  }

  /** A message that an L2 receipt tells of. */
  SentToL1 sentToL1(L2ToL1Message message) {
    Bytes32 hash = checked(message, Preimage.toL1(message));
    return new SentToL1(hash, Preimage.isAddress(message.to()) ? hash : Preimage.toL1Cut(message));
  }

  private Optional<CoreEvent> decode(Log log) {
    return ledger.decoded(Invariant.LOGS_DECODE, "no contract", () -> CoreEvents.decode(log));
  }

  private Optional<Note> note(CoreEvent event) {
    if (event instanceof LogMessageToL2 sent) {
      return Optional.of(sent(sent.message()));
    } else if (event instanceof MessageToL2CancellationStarted started) {
      return Optional.of(new Note.Requested(Preimage.toL2(started.message())));
    } else if (event instanceof MessageToL2Canceled cancelled) {
      return Optional.of(new Note.Cancelled(Preimage.toL2(cancelled.message())));
    } else if (event instanceof ConsumedMessageToL2 consumed) {
      return Optional.of(new Note.Consumed(Preimage.toL2(consumed.message())));
    } else if (event instanceof LogMessageToL1 arrived) {
      return Optional.of(new Note.Arrived(Preimage.toL1(arrived.message())));
    } else if (event instanceof ConsumedMessageToL1 taken) {
      return Optional.of(new Note.Taken(Preimage.toL1(taken.message())));
    } else if (event instanceof LogStateUpdate update) {
      return Optional.of(new Note.Settled(update.blockNumber()));
    }
    return Optional.empty();
  }

  private Note sent(L1ToL2Message message) {
    Bytes32 hash = checked(message, Preimage.toL2(message));
    UInt256 fee = message.fee().orElse(UInt256.ZERO);
    return new Note.Sent(hash, message.nonce(), fee, Preimage.isFelts(message));
  }

  /**
   * Holds the tracing id of a message against the hash of its preimage. The hashes that nodes and
   * the core contract use are held against the same by looking for them in receipts and state.
   */
  Bytes32 checked(Envelope message, Bytes32 hash) {
    Bytes32 found = message.tracingId();
    ledger.check(
        Invariant.HASHES,
        found.equals(hash),
        hash,
        () -> "found tracing id " + found + ", must be the hash of the preimage");
    return hash;
  }
}
