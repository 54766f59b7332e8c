// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.json.JsonNumber;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.ipc.AssetKind;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Differences;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Numbers of eight bits: a JSON number, or for members of an enumeration their names, which the ABI
 * does not know. Hexadecimal text is read as well.
 */
final class EnumNames implements Form<AbiValue> {
  private static final List<String> KINDS =
      Arrays.stream(EnvelopeKind.values()).map(EnvelopeKind::wireName).toList();
  private static final List<String> ASSETS =
      Arrays.stream(AssetKind.values()).map(AssetKind::toString).toList();
  private static final List<String> OUTCOMES =
      Arrays.stream(OutcomeType.values()).map(OutcomeType::wireName).toList();
  private static final List<String> REASONS =
      Arrays.stream(InvalidXnetMessageReason.values())
          .map(InvalidXnetMessageReason::wireName)
          .toList();
  private static final UInt256 LARGEST = UInt256.of(255);

  private final List<String> members;

  private EnumNames(List<String> members) {
    this.members = members;
  }

  /** The form of a uint8 that is a component of a tuple. */
  static EnumNames of(AbiType.Tuple around, String component) {
    return new EnumNames(
        switch (component) {
          case "kind" -> around.components().size() == 2 ? ASSETS : KINDS;
          case "outcome" -> OUTCOMES;
          case "reason" -> REASONS;
          default -> List.of();
        });
  }

  /** The form of a uint8 that is no component. */
  static EnumNames plain() {
    return new EnumNames(List.of());
  }

  @Override
  public AbiValue read(JsonValue json) {
    return AbiValue.number(number(json));
  }

  private UInt256 number(JsonValue json) {
    if (json instanceof JsonNumber) {
      return UInt256.of(json.asInt(0, 255));
    }
    String text = json.asText();
    if (members.contains(text)) {
      return UInt256.of(members.indexOf(text));
    }
    if (!members.isEmpty() && !text.startsWith("0x")) {
      throw json.invalid("unknown name \"" + text + "\". " + Suggestion.instead(text, members));
    }
    UInt256 value = Forms.UINT256.read(json);
    if (value.compareTo(LARGEST) > 0) {
      throw json.invalid(text + " is too large (must be below 256)");
    }
    return value;
  }

  @Override
  public void compare(JsonValue expected, AbiValue actual, Differences differences) {
    UInt256 number = ((AbiValue.Number) actual).value();
    if (expected instanceof JsonNumber written) {
      if (!written.digits().equals(number.toString())) {
        differences.add(expected, write(actual));
      }
    } else if (expected.asText().startsWith("0x")) {
      Forms.UINT256.compare(expected, number, differences);
    } else if (!named(number).equals(Optional.of(expected.asText()))) {
      differences.add(expected, write(actual));
    }
  }

  @Override
  public String write(AbiValue value) {
    UInt256 number = ((AbiValue.Number) value).value();
    return named(number).orElseGet(number::toString);
  }

  private Optional<String> named(UInt256 number) {
    return number.compareTo(UInt256.of(members.size())) < 0
        ? Optional.of(members.get((int) number.longValueExact()))
        : Optional.empty();
  }
}
