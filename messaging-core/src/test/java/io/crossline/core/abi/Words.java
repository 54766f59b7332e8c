// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;

/** An encoding of which a test changes one word, or cuts the end off. Immutable. */
record Words(Bytes data) {
  static final UInt256 TWO_64 = UInt256.ofLimbs(0, 0, 1, 0);

  /** Encodings given by the numbers of their words. */
  static Words of(long... numbers) {
    AbiWriter writer = new AbiWriter();
    for (long number : numbers) {
      writer.number(number);
    }
    return new Words(writer.toBytes());
  }

  Words with(int word, UInt256 value) {
    return new Words(
        Bytes.concat(
            data.slice(0, 32 * word), value.toBytes32().toBytes(), data.slice(32 * word + 32)));
  }

  Words with(int word, long value) {
    return with(word, UInt256.of(value));
  }

  Words without(int bytes) {
    return new Words(data.slice(0, data.size() - bytes));
  }

  Words plus(Bytes more) {
    return new Words(Bytes.concat(data, more));
  }

  AbiReader reader() {
    return new AbiReader(data);
  }
}
