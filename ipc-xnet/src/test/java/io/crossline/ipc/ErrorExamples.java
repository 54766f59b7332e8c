// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Signature;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.List;

/** Each error with arguments that differ from each other. */
final class ErrorExamples {
  private ErrorExamples() {}

  private static AbiValue value(AbiType type, int seed) {
    if (type instanceof AbiType.Address) {
      return AbiValue.address(EthAddress.of(UInt256.of(0xa0 + seed)));
    }
    if (type instanceof AbiType.Text) {
      return AbiValue.text("a text of more than thirty-two characters");
    }
    return type instanceof AbiType.FixedBytes fixed
        ? new AbiValue.FixedBytes(Bytes.parse("0x" + "7b".repeat(fixed.size())))
        : AbiValue.number(seed + 3);
  }

  static AbiValue[] arguments(Signature signature) {
    List<AbiType> types = signature.parameters().components();
    AbiValue[] values = new AbiValue[types.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(types.get(i), i);
    }
    return values;
  }

  static Bytes data(IpcError error) {
    return error.revert(arguments(error.signature())).data();
  }
}
