// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;

/**
 * What a {@link TypedExchange} keeps of a call.
 *
 * @param tracingId its tracing id
 * @param method the signature that was called
 * @param returns the ABI type of what it returns, empty for nothing
 * @param handler the name of the {@link ResultHandler}, empty for none
 * @param since the block in which it was performed
 * @param original the call, as the gateway had committed it
 * @param end how it ended
 * @param result what came, if it was answered
 */
record CallRecord(
    Bytes32 tracingId,
    String method,
    String returns,
    String handler,
    BlockInfo since,
    IpcEnvelope original,
    End end,
    IpcEnvelope result) {
  /** How a call ended, if it did. */
  enum End {
    IN_FLIGHT(0),
    ANSWERED(1),
    DROPPED(2);

    /** How storage keeps it, whatever the order of the constants. */
    private final int code;

    End(int code) {
      this.code = code;
    }

    static End ofCode(int code) {
      for (End end : values()) {
        if (end.code == code) {
          return end;
        }
      }
      throw new MalformedInputException("call: found end " + code + ", must be from 0 to 2");
    }
  }

  static final CallRecord NONE =
      new CallRecord(
          Bytes32.ZERO,
          "",
          "",
          "",
          new BlockInfo(UInt64.ZERO, UInt64.ZERO),
          IpcEnvelope.EMPTY,
          End.DROPPED,
          IpcEnvelope.EMPTY);

  static final Codec<CallRecord> CODEC = Codec.of(CallRecord::encoded, CallRecord::decode);

  boolean isNone() {
    return this == NONE;
  }

  CallRecord answered(IpcEnvelope by) {
    return new CallRecord(tracingId, method, returns, handler, since, original, End.ANSWERED, by);
  }

  CallRecord dropped() {
    return new CallRecord(
        tracingId, method, returns, handler, since, original, End.DROPPED, result);
  }

  private Bytes encoded() {
    AbiWriter out = new AbiWriter();
    out.word(tracingId).word(since.number()).word(since.timestamp()).number(end.code);
    int[] at = {out.reserve(), out.reserve(), out.reserve(), out.reserve(), out.reserve()};
    Bytes[] parts = {
      Bytes.utf8(method),
      Bytes.utf8(returns),
      Bytes.utf8(handler),
      original.encoded(),
      result.encoded()
    };
    for (int i = 0; i < parts.length; i++) {
      out.patch(at[i], out.size());
      out.bytes(parts[i]);
    }
    return out.toBytes();
  }

  private static CallRecord decode(Bytes bytes) {
    AbiReader.Head head = new AbiReader(bytes).head(9);
    return new CallRecord(
        head.bytes32(0),
        Codec.TEXT.decode(head.bytes(4)),
        Codec.TEXT.decode(head.bytes(5)),
        Codec.TEXT.decode(head.bytes(6)),
        new BlockInfo(head.uint64(1), head.uint64(2)),
        IpcEnvelope.decode(head.bytes(7)),
        End.ofCode(head.enumMember(3, End.values().length)),
        IpcEnvelope.decode(head.bytes(8)));
  }
}
