// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.rpc.RpcReader;
import io.crossline.core.rpc.RpcWriter;
import io.crossline.starknet.Felt;

/**
 * The fee that a transaction of L2 was charged. An L1_HANDLER is charged none: its sender has paid
 * on L1.
 *
 * <p>Immutable and thread-safe.
 *
 * @param amount how much
 * @param unit of what
 */
public record FeePayment(Felt amount, Unit unit) {
  /** What fees are counted in. */
  public enum Unit {
    /** 10^-18 ether. */
    WEI,
    /** 10^-18 STRK. */
    FRI
  }

  static FeePayment read(JsonValue value) {
    JsonObject fee = value.asObject();
    return new FeePayment(
        NodeReader.felt(fee.required("amount")),
        RpcReader.oneOf(fee.required("unit"), Unit.values()));
  }

  RpcWriter written() {
    return new RpcWriter().word("amount", amount).text("unit", unit);
  }
}
