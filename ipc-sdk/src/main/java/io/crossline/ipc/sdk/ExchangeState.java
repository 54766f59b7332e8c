// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.ipc.gateway.IpcContext;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Slot;
import io.crossline.messaging.UInt64;

/**
 * What {@code IpcExchange.sol} keeps beside its calls, in the contract's storage under names of its
 * own.
 */
final class ExchangeState {
  private ExchangeState() {}

  static Slot<EthAddress> owner(IpcContext context) {
    return context.storage().slot("Ownable.owner", Codec.ADDRESS, EthAddress.ZERO);
  }

  /** OpenZeppelin's guard: 1 while a guarded function runs. */
  static Slot<UInt64> entered(IpcContext context) {
    return context.storage().slot("ReentrancyGuard.status", Codec.UINT64, UInt64.ZERO);
  }
}
