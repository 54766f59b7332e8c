// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Int256;
import io.crossline.starknet.Payload;
import io.crossline.vectors.form.Differences;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How values of Starknet are written in vectors. */
final class StarknetForms {
  static final Form<Felt> FELT = Forms.integer(Felt::parse, Felt::toString);
  static final Form<Int256> INT256 = new SignedForm();
  static final Form<Payload> PAYLOAD = new PayloadForm();

  /** Addresses of L1, or whole words where a function takes those. */
  static final Form<UInt256> WORD_OR_ADDRESS = new WordOrAddressForm();

  /** Entries of a map of the core contract, by message hash. */
  static final Form<Map<Bytes32, UInt256>> ENTRIES = new EntriesForm();

  private static final Pattern NEGATIVE = Pattern.compile("-0x[1-9a-f][0-9a-f]*");

  private StarknetForms() {}

  /**
   * The rules that a case names.
   *
   * @throws io.crossline.core.json.InvalidJsonException if there are none of that name
   */
  static CoreRules rules(JsonValue name) {
    try {
      return CoreRules.byName(name.asText());
    } catch (MalformedInputException e) {
      throw name.invalid(String.valueOf(e.getMessage()));
    }
  }

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

  /** 20 bytes, or a number. */
  private static final class WordOrAddressForm implements Form<UInt256> {
    private static final int ADDRESS_LENGTH = 42;

    private static Form<UInt256> form(JsonValue json) {
      return json.asText().length() == ADDRESS_LENGTH
          ? Forms.mapped(Forms.ADDRESS, EthAddress::toUInt256, EthAddress::of)
          : Forms.UINT256;
    }

    @Override
    public UInt256 read(JsonValue json) {
      return form(json).read(json);
    }

    @Override
    public void compare(JsonValue expected, UInt256 actual, Differences differences) {
      if (expected.asText().length() == ADDRESS_LENGTH && EthAddress.fits(actual)) {
        Forms.ADDRESS.compare(expected, EthAddress.of(actual), differences);
      } else {
        Forms.UINT256.compare(expected, actual, differences);
      }
    }

    @Override
    public String write(UInt256 value) {
      return EthAddress.fits(value) ? EthAddress.of(value).toString() : value.toHexString();
    }
  }

  /** An object whose field names are hashes. */
  private static final class EntriesForm implements Form<Map<Bytes32, UInt256>> {
    @Override
    public Map<Bytes32, UInt256> read(JsonValue json) {
      Map<Bytes32, UInt256> entries = new LinkedHashMap<>();
      json.asObject()
          .fields()
          .forEach((name, value) -> entries.put(key(name, value), Forms.UINT256.read(value)));
      return entries;
    }

    @Override
    public void compare(JsonValue expected, Map<Bytes32, UInt256> actual, Differences differences) {
      Set<Bytes32> missing = new LinkedHashSet<>(actual.keySet());
      expected
          .asObject()
          .fields()
          .forEach(
              (name, value) -> {
                Bytes32 key = key(name, value);
                UInt256 found = actual.get(key);
                if (missing.remove(key) && found != null) {
                  Forms.UINT256.compare(value, found, differences);
                } else {
                  Forms.UINT256.read(value);
                  differences.add(value, "an entry " + name, "no such entry is named here");
                }
              });
      if (!missing.isEmpty()) {
        differences.add(expected, "only these entries", "also " + missing);
      }
    }

    private static Bytes32 key(String name, JsonValue value) {
      return Forms.BYTES32.read(new JsonText(value.place(), name));
    }

    @Override
    public String write(Map<Bytes32, UInt256> value) {
      return value.entrySet().stream()
          .map(entry -> entry.getKey() + ":" + entry.getValue().toHexString())
          .collect(Collectors.joining(",", "{", "}"));
    }
  }
}
