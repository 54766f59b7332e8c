// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.abi.Panic;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

/** Solidity's checked arithmetic: leaving the range of the type is {@code Panic(0x11)}. */
final class Checked {
  private Checked() {}

  static UInt256 plus(UInt256 a, UInt256 b) {
    if (a.plusOverflows(b)) {
      throw new RevertSignal(Panic.ARITHMETIC);
    }
    return a.plusWrapping(b);
  }

  static UInt64 next(UInt64 nonce) {
    if (nonce.equals(UInt64.MAX)) {
      throw new RevertSignal(Panic.ARITHMETIC);
    }
    return UInt64.ofBits(nonce.bits() + 1);
  }
}
