// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.abi.AbiValue;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Payload;

/** Decoded values of a call of the core contract, by position. */
record CoreArguments(AbiValue.Tuple values) {
  UInt256 number(int index) {
    return ((AbiValue.Number) values.get(index)).value();
  }

  boolean bool(int index) {
    return ((AbiValue.Bool) values.get(index)).value();
  }

  EthAddress address(int index) {
    return ((AbiValue.Addr) values.get(index)).value();
  }

  Bytes32 hash(int index) {
    return Bytes32.of(((AbiValue.FixedBytes) values.get(index)).value());
  }

  Payload payload(int index) {
    return Payload.of(
        ((AbiValue.Array) values.get(index))
            .values().stream().map(word -> ((AbiValue.Number) word).value()).toList());
  }
}
