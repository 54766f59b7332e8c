// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.Bytes32;

/** What the queue calls messages by. Equal messages from L2 share one key. */
record MessageKey(Direction direction, Bytes32 hash) {
  @Override
  public int hashCode() {
    return hash.hashCode();
  }
}
