// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;
import io.crossline.simulation.audit.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes notes of logs, without the bytes that no later check asks for. */
final class NoteReader {
  private static final int MOST_ADDRESSES = 1 << 16;
  private static final long INVALID_XNET_MESSAGE = 0xbc0f01cfL;
  private static final int ERROR_SIZE = 36;
  private static final int SELECTOR_SIZE = 4;
  private static final int LAST_LIMB = ERROR_SIZE - Long.BYTES;

  private final Ledger ledger;

  /** Each address once: messages by the million have a few thousand ends. */
  private final Map<IpcAddress, IpcAddress> addresses = new HashMap<>();

  NoteReader(Ledger ledger) {
    this.ledger = ledger;
  }

  List<Note> read(AuditedNetwork network, Set<EthAddress> reporters, List<Log> logs) {
    List<Note> notes = new ArrayList<>();
    for (Log log : logs) {
      if (log.emitter().equals(network.gateway())) {
        read(() -> GatewayEvent.parse(log).flatMap(this::note)).ifPresent(notes::add);
      } else if (log.emitter() instanceof EthAddress contract && reporters.contains(contract)) {
        read(() -> HandledLog.parse(log).map(what -> new Note.Handled(contract, what)))
            .ifPresent(notes::add);
      }
    }
    return notes.isEmpty() ? List.of() : notes;
  }

  private Optional<Note> read(Supplier<Optional<Note>> decoding) {
    return ledger.decoded(Invariant.LOGS_DECODE, "nobody", decoding);
  }

  private Optional<Note> note(GatewayEvent event) {
    if (event instanceof GatewayEvent.NewTopDownMessage down) {
      return Optional.of(new Note.Down(down.subnet(), sighting(down.message()), down.id()));
    } else if (event instanceof GatewayEvent.QueuedBottomUpMessage queued) {
      return Optional.of(new Note.Queued(queued.id()));
    } else if (event instanceof GatewayEvent.MessageStoredInPostbox stored) {
      return Optional.of(new Note.Stored(stored.id()));
    } else if (event instanceof GatewayEvent.MessagePropagatedFromPostbox propagated) {
      return Optional.of(new Note.Propagated(propagated.id()));
    } else if (event instanceof GatewayEvent.StateCommitmentCreated created) {
      return Optional.of(
          new Note.Commitment(
              created.checkpointHeight().bits(),
              created.breakdown().msgBatchCommitment().totalNumMsgs().bits()));
    } else if (event instanceof GatewayEvent.BottomUpBatchRecorded batch) {
      List<Sighting> messages = batch.msgs().stream().map(this::sighting).toList();
      return Optional.of(new Note.Batch(batch.checkpointHeight().bits(), messages));
    }
    return Optional.empty();
  }

  private Sighting sighting(IpcEnvelope envelope) {
    boolean empty =
        envelope.kind() == EnvelopeKind.TRANSFER
            ? envelope.value().isZero()
            : envelope.message().isEmpty();
    return new Sighting(
        envelope.kind(),
        envelope.localNonce().bits(),
        envelope.originalNonce().bits(),
        envelope.value().isZero() ? UInt256.ZERO : envelope.value(),
        once(envelope.to()),
        once(envelope.from()),
        TracingId.of(envelope),
        empty,
        envelope.kind() == EnvelopeKind.RESULT ? answer(envelope.message()) : null);
  }

  private IpcAddress once(IpcAddress address) {
    if (addresses.size() >= MOST_ADDRESSES) {
      addresses.clear();
    }
    IpcAddress known = addresses.putIfAbsent(address, address);
    return known == null ? address : known;
  }

  private static Sighting.@Nullable Answer answer(Bytes message) {
    try {
      ResultMsg result = ResultMsgAbi.decode(message);
      return new Sighting.Answer(result.id(), result.outcome(), reason(result.ret()));
    } catch (MalformedInputException e) {
      return null;
    }
  }

  private static int reason(Bytes ret) {
    if (ret.size() != ERROR_SIZE || ret.getLong(0) >>> Integer.SIZE != INVALID_XNET_MESSAGE) {
      return Sighting.NO_REASON;
    }
    Bytes32 word = ret.getBytes32(SELECTOR_SIZE);
    long reason = ret.getLong(LAST_LIMB);
    boolean small = word.limb(0) == 0 && word.limb(1) == 0 && word.limb(2) == 0;
    return small && reason >= 0 && reason < Byte.MAX_VALUE ? (int) reason : Sighting.NO_REASON;
  }
}
