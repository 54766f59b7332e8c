// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.ipc.IpcAddress;
import io.crossline.messaging.Slot;
import io.crossline.messaging.UInt64;

/** Calls a {@link Ledger} and keeps what the Results bring. */
class Player extends TypedExchange {
  private final Slot<UInt64> seen = slot("seen", UInt64.ZERO);

  Remote<Ledger> ledger(IpcAddress at) {
    return remote(Ledger.class, at);
  }

  IpcCall<UInt64> increment(IpcAddress at, long by) {
    return ledger(at).onResult("incremented").call(l -> l.increment(UInt64.of(by)));
  }

  @ResultHandler
  void incremented(IpcCall<UInt64> call) {
    seen.set(call.orThrow());
  }

  @ResultHandler
  void done(IpcCall<Void> call) {
    seen.set(UInt64.of(99));
  }

  @ResultHandler
  void failing(IpcCall<Boolean> call) {
    call.orThrow();
  }

  /** Repeats the call until three are there. */
  @ResultHandler
  void again(IpcCall<UInt64> call) {
    seen.set(call.orThrow());
    if (seen.get().compareTo(UInt64.of(3)) < 0) {
      ledger(call.original().to()).onResult("again").call(l -> l.increment(UInt64.ONE));
    }
  }

  @ResultHandler
  void forgetting(IpcCall<UInt64> call) {
    seen.set(call.orThrow());
    forget(call);
  }

  void forgets(IpcCall<?> call) {
    forget(call);
  }

  UInt64 seen() {
    return seen.get();
  }
}
