// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Slot;
import io.crossline.messaging.StorageMap;
import io.crossline.messaging.UInt64;

/** What {@code IpcExchange.sol} keeps, in the contract's storage under names of its own. */
final class ExchangeState {
  private static final Codec<IpcEnvelope> ENVELOPE =
      Codec.of(IpcEnvelope::encoded, IpcEnvelope::decode);

  private ExchangeState() {}

  /**
   * The calls that wait for their Result, by tracing id; {@link IpcEnvelope#EMPTY} where there is
   * none.
   */
  static StorageMap<Bytes32, IpcEnvelope> inflightMsgs(IpcContext context) {
    return context
        .storage()
        .map("IpcExchange.inflightMsgs", Codec.BYTES32, ENVELOPE, IpcEnvelope.EMPTY);
  }

  static Slot<EthAddress> owner(IpcContext context) {
    return context.storage().slot("Ownable.owner", Codec.ADDRESS, EthAddress.ZERO);
  }

  /** OpenZeppelin's guard: 1 while a guarded function runs. */
  static Slot<UInt64> entered(IpcContext context) {
    return context.storage().slot("ReentrancyGuard.status", Codec.UINT64, UInt64.ZERO);
  }
}
