// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.Map;

/**
 * {@code starknet.message-hash}: the hashes of both kinds of messages, from their fields.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class MessageHashSuite {
  private static final Shape L1_TO_L2 =
      Shape.of()
          .in("kind", "fromAddress", "toAddress", "selector", "payload", "nonce")
          .expect("hash");
  private static final Shape L2_TO_L1 =
      Shape.of().in("kind", "fromAddress", "toAddress", "payload").expect("hash");

  /** The suite. */
  public static final Suite SUITE =
      Suite.of(
          "starknet.message-hash",
          "kind",
          Map.of("l1ToL2", MessageHashSuite::l1ToL2, "l2ToL1", MessageHashSuite::l2ToL1));

  private MessageHashSuite() {}

  private static void l1ToL2(VectorCase vector) {
    Fields fields = vector.fields(L1_TO_L2);
    fields.input("kind");
    L1ToL2Message message =
        L1ToL2Message.of(
            fields.in("fromAddress", Forms.ADDRESS),
            fields.in("toAddress", Forms.UINT256),
            fields.in("selector", Forms.UINT256),
            fields.in("payload", StarknetForms.PAYLOAD),
            fields.in("nonce", Forms.UINT256));
    fields.expect("hash", Forms.BYTES32, message.hash());
  }

  private static void l2ToL1(VectorCase vector) {
    Fields fields = vector.fields(L2_TO_L1);
    fields.input("kind");
    L2ToL1Message message =
        L2ToL1Message.of(
            fields.in("fromAddress", Forms.UINT256),
            fields.in("toAddress", Forms.ADDRESS),
            fields.in("payload", StarknetForms.PAYLOAD));
    fields.expect("hash", Forms.BYTES32, message.hash());
  }
}
