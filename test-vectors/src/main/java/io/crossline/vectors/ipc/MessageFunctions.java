// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.ipc.CallMsg;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.checkpoint.CheckpointEpoch;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.ipc.CaseFunctions.Value;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;

/** Functions on what envelopes carry, and on epochs. */
final class MessageFunctions {
  static final Value<Bytes> METHOD = new Value<>("method", Forms.BYTES);
  static final Value<Bytes> PARAMS = new Value<>("params", Forms.BYTES);
  static final Value<OutcomeType> OUTCOME = new Value<>("outcome", EnvelopeForms.OUTCOME);
  static final Value<Bytes> RET = new Value<>("ret", Forms.BYTES);

  private static final Shape DATA = Shape.of().in("data");
  private static final Value<Bytes32> ID = new Value<>("id", Forms.BYTES32);
  private static final Value<Bytes> ENCODED = new Value<>("encoded", Forms.BYTES);

  private MessageFunctions() {}

  static void addTo(CaseFunctions functions) {
    functions.add("encodeCallMsg", ENCODED, in -> call(in).encoded(), METHOD, PARAMS);
    functions.add("decodeCallMsg", MessageFunctions::decodeCallMsg);
    functions.add(
        "encodeResultMsg",
        ENCODED,
        in -> ResultMsgAbi.encode(new ResultMsg(ID.in(in), OUTCOME.in(in), RET.in(in))),
        ID,
        OUTCOME,
        RET);
    functions.add("decodeResultMsg", MessageFunctions::decodeResultMsg);
    functions.two(
        "getNextEpoch",
        new Value<>("blockNumber", Forms.UINT256),
        new Value<>("checkPeriod", Forms.UINT256),
        new Value<>("epoch", Forms.UINT256),
        CheckpointEpoch::next);
  }

  static CallMsg call(Fields input) {
    return new CallMsg(METHOD.in(input), PARAMS.in(input));
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
}
