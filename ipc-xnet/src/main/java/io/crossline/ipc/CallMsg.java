// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.messaging.Bytes;

/**
 * What a call carries: {@code CallMsg} in upstream's {@code structs/CrossNet.sol}. The gateway only
 * asks that it decodes; what the bytes mean is between caller and called.
 *
 * <p>Immutable and thread-safe.
 *
 * @param method by custom a function selector of 4 bytes
 * @param params by custom its ABI-encoded arguments
 */
public record CallMsg(Bytes method, Bytes params) {
  /**
   * The ABI encoding, as {@code abi.encode(callMsg)}.
   *
   * @return the leading offset word and the struct
   */
  public Bytes encoded() {
    AbiWriter out = AbiWriter.ofThread();
    out.number(32);
    int start = out.size();
    out.number(64);
    int paramsAt = out.reserve();
    out.bytes(method);
    out.patch(paramsAt, out.size() - start);
    out.bytes(params);
    return out.toBytes();
  }

  /**
   * Reads what {@link #encoded} gives, as laxly as Solidity: 64 zero bytes are a call with two
   * empty fields.
   *
   * @param data the ABI encoding
   * @return the call
   * @throws io.crossline.core.abi.AbiDecodeException if Solidity would revert
   */
  public static CallMsg decode(Bytes data) {
    AbiReader.Head struct = new AbiReader(data).head(1).tuple(0, 2);
    Bytes method = struct.bytes(0);
    return new CallMsg(method, struct.bytes(1));
  }
}
