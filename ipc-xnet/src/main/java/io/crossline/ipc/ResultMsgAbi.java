// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;

/**
 * The wire form of results: {@code abi.encode(ResultMsg)} of upstream's {@code
 * structs/CrossNet.sol}.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class ResultMsgAbi {
  private static final OutcomeType[] OUTCOMES = OutcomeType.values();

  private ResultMsgAbi() {}

  /**
   * The ABI encoding, as {@code abi.encode(resultMsg)}.
   *
   * @param result the result
   * @return the leading offset word and the struct
   */
  public static Bytes encode(ResultMsg result) {
    AbiWriter out = AbiWriter.ofThread();
    out.number(32);
    out.word(result.id());
    out.number(result.outcome().code());
    out.number(96);
    out.bytes(result.ret());
    return out.toBytes();
  }

  /**
   * Reads what {@link #encode} gives, as laxly as Solidity.
   *
   * @param data the ABI encoding
   * @return the result
   * @throws io.crossline.core.abi.AbiDecodeException if Solidity would revert, as for an outcome
   *     above 2
   */
  public static ResultMsg decode(Bytes data) {
    AbiReader.Head struct = new AbiReader(data).head(1).tuple(0, 3);
    Bytes32 id = struct.bytes32(0);
    OutcomeType outcome = OUTCOMES[struct.enumMember(1, OUTCOMES.length)];
    return new ResultMsg(id, outcome, struct.bytes(2));
  }
}
