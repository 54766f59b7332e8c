// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiReader;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcReverts;
import io.crossline.ipc.ResultExplanation;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.ReturnedData;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;

/**
 * How a message was answered.
 *
 * <p>Immutable and thread-safe.
 *
 * @param call the message's short name, such as {@code c1}
 * @param result what the Result says
 * @param value what came back with it, in the smallest unit
 * @param status {@link MessageStatus#ANSWERED} if the sender's contract accepted the Result, {@link
 *     MessageStatus#UNANSWERED} if it was lost
 */
public record Answer(String call, ResultMsg result, UInt256 value, MessageStatus status) {
  /**
   * What a Result says.
   *
   * @param call what people call the message that it answers
   * @param result the Result
   * @param status where that message is
   * @return the answer
   */
  public static Answer of(String call, IpcEnvelope result, MessageStatus status) {
    return new Answer(call, ResultMsgAbi.decode(result.message()), result.value(), status);
  }

  /**
   * Whether the receiver accepted the message.
   *
   * @return true for {@link OutcomeType#OK}
   */
  public boolean isOk() {
    return result.outcome() == OutcomeType.OK;
  }

  /**
   * What the receiver's handler returned, without the ABI's wrapping. The Result carries at most 64
   * bytes of it; what lies beyond is lost upstream too (trap 3).
   *
   * @return the bytes; for a Transfer, or where the receiver returned no {@code bytes}, what the
   *     Result carries as it is
   */
  public Bytes returned() {
    return ReturnedData.of(result.ret()).content();
  }

  /**
   * What the receiver returned, if it accepted.
   *
   * @return {@link #returned()}
   * @throws IpcCallFailedException saying who refused and why, if it did not
   */
  public Bytes orThrow() {
    if (!isOk()) {
      throw new IpcCallFailedException(this);
    }
    return returned();
  }

  /**
   * What the receiver returned as one ABI word, such as a {@code uint256}.
   *
   * @return the number
   * @throws IpcCallFailedException if the receiver did not accept
   * @throws AbiDecodeException if it returned less than a word
   */
  public UInt256 asUInt256() {
    return new AbiReader(orThrow()).head(1).uint256(0);
  }

  /**
   * The outcome in words.
   *
   * @return such as {@code Ok(2)}, which says so if the gateway cut what the receiver returned
   *     (trap 3), {@code ActorErr: paused} or {@code SystemErr: InvalidXnetMessage(DstSubnet)}
   */
  public String description() {
    if (!isOk()) {
      return result.outcome() + ": " + IpcReverts.describe(IpcReverts.decode(result.ret()));
    }
    return ResultExplanation.of(result).toString();
  }
}
