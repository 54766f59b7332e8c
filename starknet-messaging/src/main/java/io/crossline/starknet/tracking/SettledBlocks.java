// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.UInt64;
import java.util.EnumMap;
import java.util.Map;

/** Up to which block each layer cannot be taken back any more. */
final class SettledBlocks {
  private final Map<Layer, UInt64> last = new EnumMap<>(Layer.class);

  /** Takes note of the last such block of a layer; whether it is another one than before. */
  boolean put(Layer layer, UInt64 number) {
    return !number.equals(last.put(layer, number));
  }

  boolean contains(BlockPoint point) {
    UInt64 settled = last.get(point.layer());
    return settled != null && point.number().compareTo(settled) <= 0;
  }
}
