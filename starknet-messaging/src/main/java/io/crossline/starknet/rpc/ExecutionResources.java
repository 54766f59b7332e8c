// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.rpc.RpcReader;
import io.crossline.core.rpc.RpcWriter;
import io.crossline.messaging.UInt64;

/**
 * The gas that a transaction of L2 took.
 *
 * <p>Immutable and thread-safe.
 *
 * @param l1Gas gas of L1, below 2^63
 * @param l1DataGas data gas of L1, below 2^63
 * @param l2Gas gas of L2, below 2^63
 */
public record ExecutionResources(UInt64 l1Gas, UInt64 l1DataGas, UInt64 l2Gas) {
  static ExecutionResources read(JsonValue value) {
    JsonObject resources = value.asObject();
    return new ExecutionResources(
        RpcReader.number(resources.required("l1_gas")),
        RpcReader.number(resources.required("l1_data_gas")),
        RpcReader.number(resources.required("l2_gas")));
  }

  RpcWriter written() {
    return new RpcWriter()
        .number("l1_gas", l1Gas.longValueExact())
        .number("l1_data_gas", l1DataGas.longValueExact())
        .number("l2_gas", l2Gas.longValueExact());
  }
}
