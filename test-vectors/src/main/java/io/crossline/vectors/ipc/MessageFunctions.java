// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.ipc.CallMsg;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.checkpoint.CheckpointEpoch;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import java.util.Map;
import java.util.function.Consumer;

/** Functions on what envelopes carry, and on epochs. */
final class MessageFunctions {
  static final Map<String, Consumer<Fields>> ALL =
      Map.of(
          "encodeCallMsg", MessageFunctions::encodeCallMsg,
          "decodeCallMsg", MessageFunctions::decodeCallMsg,
          "encodeResultMsg", MessageFunctions::encodeResultMsg,
          "decodeResultMsg", MessageFunctions::decodeResultMsg,
          "getNextEpoch", MessageFunctions::getNextEpoch);

  private static final Shape DATA = Shape.of().in("data");

  private MessageFunctions() {}

  private static void encodeCallMsg(Fields fields) {
    Functions.single(
        fields,
        Shape.of().in("method", "params"),
        "encoded",
        Forms.BYTES,
        input ->
            new CallMsg(input.in("method", Forms.BYTES), input.in("params", Forms.BYTES))::encoded);
  }

  private static void decodeCallMsg(Fields fields) {
    Bytes data = fields.fields("input", DATA).in("data", Forms.BYTES);
    RevertExpectation.compare(
        fields,
        "expect",
        Shape.of().expect("method", "params"),
        () -> CallMsg.decode(data),
        (expect, call) -> {
          expect.expect("method", Forms.BYTES, call.method());
          expect.expect("params", Forms.BYTES, call.params());
        });
  }

  private static void encodeResultMsg(Fields fields) {
    Functions.single(
        fields,
        Shape.of().in("id", "outcome", "ret"),
        "encoded",
        Forms.BYTES,
        input -> {
          ResultMsg result =
              new ResultMsg(
                  input.in("id", Forms.BYTES32),
                  input.in("outcome", EnvelopeForms.OUTCOME),
                  input.in("ret", Forms.BYTES));
          return () -> ResultMsgAbi.encode(result);
        });
  }

  private static void decodeResultMsg(Fields fields) {
    Bytes data = fields.fields("input", DATA).in("data", Forms.BYTES);
    RevertExpectation.compare(
        fields,
        "expect",
        Shape.of().expect("id", "outcome", "ret"),
        () -> ResultMsgAbi.decode(data),
        (expect, result) -> {
          expect.expect("id", Forms.BYTES32, result.id());
          expect.expect("outcome", EnvelopeForms.OUTCOME, result.outcome());
          expect.expect("ret", Forms.BYTES, result.ret());
        });
  }

  private static void getNextEpoch(Fields fields) {
    Functions.single(
        fields,
        Shape.of().in("blockNumber", "checkPeriod"),
        "epoch",
        Forms.UINT256,
        input -> {
          UInt256 blockNumber = input.in("blockNumber", Forms.UINT256);
          UInt256 checkPeriod = input.in("checkPeriod", Forms.UINT256);
          return () -> CheckpointEpoch.next(blockNumber, checkPeriod);
        });
  }
}
