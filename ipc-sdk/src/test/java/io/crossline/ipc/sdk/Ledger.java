// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

/** What the tests call across networks: one method for each way in which a call may end. */
interface Ledger {
  /** Two words, which is the most that a Result carries. */
  record Entry(EthAddress owner, UInt256 amount) {}

  @IpcMethod
  UInt64 increment(UInt64 by);

  @IpcMethod
  Entry credit(EthAddress owner, UInt256 amount);

  @IpcMethod
  void reset();

  @IpcMethod
  boolean fail(String reason);

  /** Not to be called from elsewhere. */
  default UInt64 twice(UInt64 by) {
    return by.plus(by);
  }
}
