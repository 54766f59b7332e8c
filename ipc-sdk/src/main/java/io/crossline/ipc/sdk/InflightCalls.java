// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.Slot;
import io.crossline.messaging.Storage;
import io.crossline.messaging.StorageMap;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code inflightMsgs} of {@code IpcExchange.sol}: the calls that wait for their Result, by tracing
 * id. Beside upstream's map stands what lists them, which upstream has not; each step but {@link
 * #list} takes the same time however many there are.
 */
final class InflightCalls {
  private static final Codec<IpcEnvelope> ENVELOPE =
      Codec.of(IpcEnvelope::encoded, IpcEnvelope::decode);

  private final StorageMap<Bytes32, IpcEnvelope> messages;
  private final StorageMap<Bytes32, Place> places;
  private final StorageMap<UInt64, Bytes32> idAt;
  private final Slot<UInt64> size;
  private final Slot<UInt64> performed;

  InflightCalls(Storage storage) {
    messages = storage.map("IpcExchange.inflightMsgs", Codec.BYTES32, ENVELOPE, IpcEnvelope.EMPTY);
    places = storage.map("IpcExchange.inflightPlaces", Codec.BYTES32, Place.CODEC, Place.NONE);
    idAt = storage.map("IpcExchange.inflightIds", Codec.UINT64, Codec.BYTES32, Bytes32.ZERO);
    size = storage.slot("IpcExchange.inflightCount", Codec.UINT64, UInt64.ZERO);
    performed = storage.slot("IpcExchange.performed", Codec.UINT64, UInt64.ZERO);
  }

  Optional<IpcEnvelope> get(Bytes32 id) {
    return Optional.of(messages.get(id)).filter(entry -> !entry.message().isEmpty());
  }

  /** Keeps a call. One with the same tracing id is replaced, as upstream (trap 1). */
  void put(IpcEnvelope call, BlockInfo now) {
    Bytes32 id = call.tracingId();
    messages.put(id, call);
    Place known = places.get(id);
    UInt64 at = known.isNone() ? size.get() : known.at();
    if (known.isNone()) {
      idAt.put(at, id);
      size.set(at.plus(UInt64.ONE));
    }
    UInt64 order = performed.update(n -> n.plus(UInt64.ONE));
    places.put(id, new Place(at, order, now));
  }

  /** Forgets a call, or does nothing. The last of the list takes its place. */
  void remove(Bytes32 id) {
    messages.put(id, IpcEnvelope.EMPTY);
    Place gone = places.get(id);
    if (gone.isNone()) {
      return;
    }
    UInt64 end = size.update(n -> n.minus(UInt64.ONE));
    Bytes32 last = idAt.get(end);
    idAt.put(gone.at(), last);
    places.put(last, places.get(last).movedTo(gone.at()));
    idAt.put(end, Bytes32.ZERO);
    places.put(id, Place.NONE);
  }

  /** All of them, in the order in which they were performed. */
  List<InflightCall> list() {
    List<Bytes32> ids = new ArrayList<>();
    long count = size.get().longValueExact();
    for (long i = 0; i < count; i++) {
      ids.add(idAt.get(UInt64.of(i)));
    }
    return ids.stream()
        .sorted(Comparator.comparing(id -> places.get(id).order()))
        .map(id -> new InflightCall(id, messages.get(id), places.get(id).since()))
        .toList();
  }
}
