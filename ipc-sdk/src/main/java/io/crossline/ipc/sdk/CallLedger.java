// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.Slot;
import io.crossline.messaging.Storage;
import io.crossline.messaging.StorageMap;
import io.crossline.messaging.UInt64;
import java.util.Optional;

/**
 * The typed calls of a contract, in its storage: each under a number of its own, because equal
 * calls down the tree share a tracing id one after the other (trap 1).
 */
final class CallLedger {
  private final Slot<UInt64> performed;
  private final StorageMap<UInt64, CallRecord> records;
  private final StorageMap<Bytes32, UInt64> latest;

  CallLedger(Storage storage) {
    performed = storage.slot("TypedExchange.performed", Codec.UINT64, UInt64.ZERO);
    records = storage.map("TypedExchange.calls", Codec.UINT64, CallRecord.CODEC, CallRecord.NONE);
    latest = storage.map("TypedExchange.latest", Codec.BYTES32, Codec.UINT64, UInt64.ZERO);
  }

  /** Keeps a call that was just performed. */
  UInt64 open(CallRecord call) {
    UInt64 number = performed.update(n -> n.plus(UInt64.ONE));
    records.put(number, call);
    latest.put(call.tracingId(), number);
    return number;
  }

  /** The number of the call that was performed last with a tracing id. */
  Optional<UInt64> latest(Bytes32 tracingId) {
    return Optional.of(latest.get(tracingId)).filter(number -> !get(number).isNone());
  }

  /** The number of the call with a tracing id that is in flight. */
  Optional<UInt64> inflight(Bytes32 tracingId) {
    return latest(tracingId).filter(number -> get(number).end() == CallRecord.End.IN_FLIGHT);
  }

  CallRecord get(UInt64 number) {
    CallRecord found = records.get(number);
    return found.tracingId().equals(Bytes32.ZERO) ? CallRecord.NONE : found;
  }

  void put(UInt64 number, CallRecord call) {
    records.put(number, call);
  }
}
