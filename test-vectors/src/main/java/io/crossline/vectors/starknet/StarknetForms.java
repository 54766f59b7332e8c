// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.json.JsonValue;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Int256;
import io.crossline.starknet.Payload;
import io.crossline.vectors.form.Differences;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import java.util.List;
import java.util.regex.Pattern;

/** How values of Starknet are written in vectors. */
final class StarknetForms {
  static final Form<Felt> FELT = Forms.integer(Felt::parse, Felt::toString);
  static final Form<Int256> INT256 = new SignedForm();
  static final Form<Payload> PAYLOAD = new PayloadForm();

  private static final Pattern NEGATIVE = Pattern.compile("-0x[1-9a-f][0-9a-f]*");

  private StarknetForms() {}

  /** A signed number: that of an unsigned one, or a minus sign before it. */
  private static final class SignedForm implements Form<Int256> {
    private final Form<Int256> positive =
        Forms.integer(text -> new Int256(UInt256.parse(text)), Int256::toHexString);

    @Override
    public Int256 read(JsonValue json) {
      return NEGATIVE.matcher(json.asText()).matches()
          ? Int256.parse(json.asText())
          : positive.read(json);
    }

    @Override
    public void compare(JsonValue expected, Int256 actual, Differences differences) {
      if (NEGATIVE.matcher(expected.asText()).matches()) {
        if (!expected.asText().equals(actual.toHexString())) {
          differences.add(expected, actual.toHexString());
        }
      } else {
        positive.compare(expected, actual, differences);
      }
    }

    @Override
    public String write(Int256 value) {
      return value.toHexString();
    }
  }

  /** An array of words. */
  private static final class PayloadForm implements Form<Payload> {
    private static final Form<List<UInt256>> WORDS = Forms.list(Forms.UINT256);

    @Override
    public Payload read(JsonValue json) {
      return Payload.of(WORDS.read(json));
    }

    @Override
    public void compare(JsonValue expected, Payload actual, Differences differences) {
      WORDS.compare(expected, actual.words(), differences);
    }

    @Override
    public String write(Payload value) {
      return WORDS.write(value.words());
    }
  }
}
