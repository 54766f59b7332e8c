// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.UInt64;

/**
 * Where a call stands in the list of those in flight.
 *
 * @param at its index
 * @param order how many were performed before it, and one
 * @param since the block in which it was performed
 */
record Place(UInt64 at, UInt64 order, BlockInfo since) {
  static final Place NONE =
      new Place(UInt64.ZERO, UInt64.ZERO, new BlockInfo(UInt64.ZERO, UInt64.ZERO));

  static final Codec<Place> CODEC = Codec.of(Place::encoded, Place::decode);

  boolean isNone() {
    return order.equals(UInt64.ZERO);
  }

  Place movedTo(UInt64 index) {
    return new Place(index, order, since);
  }

  private Bytes encoded() {
    AbiWriter out = new AbiWriter();
    out.word(at);
    out.word(order);
    out.word(since.number());
    out.word(since.timestamp());
    return out.toBytes();
  }

  private static Place decode(Bytes bytes) {
    AbiReader.Head head = new AbiReader(bytes).head(4);
    BlockInfo since = new BlockInfo(head.uint64(2), head.uint64(3));
    return new Place(head.uint64(0), head.uint64(1), since);
  }
}
