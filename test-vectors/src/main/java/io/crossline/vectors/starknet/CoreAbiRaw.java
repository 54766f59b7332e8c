// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.MessageHash;
import io.crossline.starknet.Payload;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.List;
import java.util.Optional;

/**
 * Raw calldata, run by a caller at a state in which the message from L2 of the case {@code
 * raw-canonical} waits once, as the file's conventions say: {@code (from, caller, [payload])}, read
 * from the words of that case. A file without it, and messages and nonces that the conventions do
 * not speak of, go by what the case expects: the hash that it returns is that of a message that is
 * there.
 */
final class CoreAbiRaw {
  private static final Shape SHAPE =
      Shape.of().in("raw", "caller", "calldata").optionalIn("value").expect("expect");
  private static final Shape SUCCESS = Shape.of().expect("returnData");
  private static final String CANONICAL = "raw-canonical";
  private static final int SELECTOR = 4;
  private static final int WORD = 32;

  /** Where calldata of consumeMessageFromL2 with one word of payload has it. */
  private static final int PAYLOAD = SELECTOR + 3 * WORD;

  private CoreAbiRaw() {}

  static void run(VectorCase vector) {
    Fields fields = vector.fields(SHAPE);
    if (!fields.in("raw", Forms.BOOL)) {
      throw fields.input("raw").invalid("must be true where it stands");
    }
    EthAddress caller = fields.in("caller", Forms.ADDRESS);
    Bytes calldata = fields.in("calldata", Forms.BYTES);
    UInt256 value = fields.optionalIn("value", Forms.UINT256).orElse(UInt256.ZERO);
    JsonObject expected = vector.json().required("expect").asObject();
    Fields expect = fields.fields("expect", CoreExpectation.shape(expected, SUCCESS));
    CoreAbiState state = new CoreAbiState();
    Optional<Bytes32> canonical = vector.sibling(CANONICAL).map(CoreAbiRaw::waiting);
    canonical.ifPresent(state::waiting);
    expected
        .optional("returnData")
        .ifPresent(data -> expected(state, calldata, data, canonical.isPresent()));
    TwinCores cores = state.build();
    cores.mint(caller, value);
    Outcome<Bytes> outcome = cores.call(caller, value, calldata, List.of());
    String none = outcome.fold((data, logs) -> "no revert, returned " + data, revert -> "");
    if (CoreExpectation.accepted(expect, outcome, none)) {
      expect.expect("returnData", Forms.BYTES, outcome.orThrow());
    }
  }

  private static Bytes32 waiting(JsonObject canonical) {
    JsonValue written = canonical.required("calldata");
    Bytes calldata = Forms.BYTES.read(written);
    if (calldata.size() < PAYLOAD + WORD) {
      throw written.invalid("the canonical call has a sender and a payload of one word");
    }
    return MessageHash.l2ToL1(
        calldata.getUInt256(SELECTOR),
        Forms.ADDRESS.read(canonical.required("caller")),
        Payload.of(calldata.getUInt256(PAYLOAD)));
  }

  private static void expected(
      CoreAbiState state, Bytes calldata, JsonValue returnData, boolean canonical) {
    Bytes data = Forms.BYTES.read(returnData);
    String function = CoreAbi.of(calldata).map(known -> known.signature().name()).orElse("");
    switch (function) {
      case "sendMessageToL2" -> {
        if (data.size() == 2 * WORD) {
          state.nonce(data.getUInt256(WORD));
        }
      }
      case "l1ToL2MessageNonce" -> {
        if (data.size() == WORD) {
          state.nonce(data.getUInt256(0));
        }
      }
      case "consumeMessageFromL2" -> {
        if (!canonical && data.size() == WORD) {
          state.waiting(data.getBytes32(0));
        }
      }
      case "startL1ToL2MessageCancellation", "cancelL1ToL2Message" -> {
        if (data.size() == WORD) {
          state.pending(data.getBytes32(0));
        }
      }
      // Hashes and constants are the same in every state.
      default -> {}
    }
  }
}
