// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.output.ParsedOutput;
import io.crossline.starknet.output.ProgramOutputLayout;
import io.crossline.starknet.output.StateUpdateCall;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;

/**
 * {@code starknet.program-output}: words of state updates on public networks, of any layout, and
 * the messages in them. Where a case has the calldata of the whole call, it must hold these words
 * and be what writing the call gives; hash and size of data on chain and proofs of blobs stand only
 * there, so they are input.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class ProgramOutputSuite {
  /** The suite. */
  public static final Suite SUITE = Suite.of("starknet.program-output", ProgramOutputSuite::run);

  private static final String WORDS = "programOutput";
  private static final String CALLDATA = "calldata";
  private static final Shape BARE = Shape.of().in(WORDS).expect("expect");
  private static final Shape CALL = Shape.of().both(WORDS, CALLDATA).expect("expect");
  private static final Shape EXPECT =
      Shape.of().expect("layout", "headerWords", "messagesToL1", "messagesToL2");
  private static final Form<Integer> HEADER_WORDS = Forms.number(0, 1000);

  private static final Form<L2ToL1Message> TO_L1 =
      ObjectForm.<L2ToL1Message>of()
          .field("fromAddress", Forms.UINT256, message -> message.from().value())
          .field("toAddress", Forms.UINT256, message -> message.to().value())
          .field("payload", StarknetForms.PAYLOAD, message -> message.payloadWords())
          .field("hash", Forms.BYTES32, message -> message.hash())
          .build(
              read ->
                  L2ToL1Message.of(
                      read.get("fromAddress", UInt256.class),
                      read.get("toAddress", UInt256.class),
                      read.get("payload", Payload.class)));
  private static final Form<L1ToL2Message> TO_L2 =
      ObjectForm.<L1ToL2Message>of()
          .field("fromAddress", Forms.UINT256, message -> message.from().toUInt256())
          .field("toAddress", Forms.UINT256, message -> message.to().value())
          .field("nonce", Forms.UINT256, message -> message.nonce())
          .field("selector", Forms.UINT256, message -> message.selector())
          .field("payload", StarknetForms.PAYLOAD, message -> message.payloadWords())
          .field("hash", Forms.BYTES32, message -> message.hash())
          .build(
              read ->
                  L1ToL2Message.of(
                      EthAddress.of(read.get("fromAddress", UInt256.class)),
                      read.get("toAddress", UInt256.class),
                      read.get("selector", UInt256.class),
                      read.get("payload", Payload.class),
                      read.get("nonce", UInt256.class)));

  private ProgramOutputSuite() {}

  private static void run(VectorCase vector) {
    boolean call = vector.json().optional(CALLDATA).isPresent();
    Fields fields = vector.fields(call ? CALL : BARE);
    Payload words = fields.in(WORDS, StarknetForms.PAYLOAD);
    Fields expect = fields.fields("expect", EXPECT);
    ParsedOutput output;
    try {
      output = ProgramOutputLayout.detect(words);
      compare(expect, output);
    } catch (MalformedInputException e) {
      CoreExpectation.missing(expect, String.valueOf(e.getMessage()));
      return;
    }
    if (call) {
      call(fields, output);
    }
  }

  private static void call(Fields fields, ParsedOutput output) {
    Bytes calldata = fields.in(CALLDATA, Forms.BYTES);
    try {
      StateUpdateCall call = StateUpdateCall.parse(calldata);
      fields.expect(WORDS, StarknetForms.PAYLOAD, call.programOutput());
      fields.expect(CALLDATA, Forms.BYTES, call.calldata());
      if (!call.output().equals(output)) {
        fields.differs(CALLDATA, "a call whose output reads otherwise than " + output.layout());
      }
    } catch (MalformedInputException e) {
      fields.differs(CALLDATA, String.valueOf(e.getMessage()));
    }
  }

  private static void compare(Fields expect, ParsedOutput output) {
    expect.expect("layout", Forms.TEXT, layout(output));
    expect.expect("headerWords", HEADER_WORDS, output.layout().headerWords());
    expect.expect("messagesToL1", Forms.list(TO_L1), output.messagesToL1());
    expect.expect("messagesToL2", Forms.list(TO_L2), output.messagesToL2());
  }

  /** What vectors call a layout; only of six words do they say whether there is a KZG segment. */
  private static String layout(ParsedOutput output) {
    return switch (output.layout()) {
      case FOUR_WORDS -> "pre v0.11.1";
      case FIVE_WORDS -> "v0.11.1";
      case SIX_WORDS -> output.header().useKzgDa() ? "v0.13.1 kzg" : "v0.13.1";
      case TEN_WORDS -> "v0.13.2+";
    };
  }
}
