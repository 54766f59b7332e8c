// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.abi.Signature;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads errors whose data end early. Every error that is known has either arguments of one word
 * each, or a text as its only argument.
 */
final class CutRevert {
  private static final int SELECTOR = 4;
  private static final int WORD = 32;
  private static final Signature TEXT = Signature.parse("Error(string)");
  private static final Signature PANIC = Signature.parse("Panic(uint256)");

  private CutRevert() {}

  static RevertReading read(Bytes data) {
    EvmRevert revert = IpcReverts.decode(data);
    if (!(revert instanceof RawRevert)) {
      return new RevertReading.Whole(revert);
    }
    return signature(data)
        .flatMap(signature -> cut(signature, data))
        .orElseGet(() -> new RevertReading.Unknown(data));
  }

  /** The known error with the selector that the data begin with. */
  static Optional<Signature> signature(Bytes data) {
    if (data.size() < SELECTOR) {
      return Optional.empty();
    }
    Bytes selector = data.truncate(SELECTOR);
    if (selector.equals(TEXT.selector())) {
      return Optional.of(TEXT);
    }
    return selector.equals(PANIC.selector())
        ? Optional.of(PANIC)
        : IpcReverts.catalogue().bySelector(selector);
  }

  private static Optional<RevertReading> cut(Signature error, Bytes data) {
    Bytes arguments = data.slice(SELECTOR);
    List<AbiType> types = error.parameters().components();
    boolean text = types.size() == 1 && types.get(0) instanceof AbiType.Text;
    return text ? cutText(error, arguments, data) : cutWords(error, arguments, data);
  }

  /** Offset, length, then the text: each as far as it is there must be what an encoder writes. */
  private static Optional<RevertReading> cutText(Signature error, Bytes arguments, Bytes data) {
    if (arguments.size() < 2 * WORD) {
      boolean begun = startsWith(UInt256.of(WORD).toBytes32().toBytes(), arguments.truncate(WORD));
      return begun
          ? Optional.of(
              new RevertReading.Cut(error, List.of(), 2L * WORD - arguments.size(), false, data))
          : Optional.empty();
    }
    UInt256 length = arguments.getUInt256(WORD);
    if (!arguments.getUInt256(0).equals(UInt256.of(WORD)) || length.bitLength() > 31) {
      return Optional.empty();
    }
    long bytes = length.longValueExact();
    long missing = (bytes + WORD - 1) / WORD * WORD - (arguments.size() - 2L * WORD);
    Bytes content = arguments.slice(2 * WORD);
    Bytes text = content.truncate((int) bytes);
    if (missing <= 0 || !isZero(content.slice(text.size()))) {
      return Optional.empty();
    }
    boolean complete = text.size() == bytes;
    AbiValue shown = new AbiValue.Text(complete ? text : wholeCharacters(text));
    return Optional.of(new RevertReading.Cut(error, List.of(shown), missing, complete, data));
  }

  private static Optional<RevertReading> cutWords(Signature error, Bytes arguments, Bytes data) {
    int words = error.parameters().components().size();
    int missing = words * WORD - arguments.size();
    if (missing <= 0) {
      return Optional.empty();
    }
    try {
      Bytes filled = Bytes.concat(arguments, Bytes.of(new byte[missing]));
      AbiValue.Tuple values = AbiCoder.decode(error.parameters(), filled);
      List<AbiValue> whole = new ArrayList<>(values.values().subList(0, arguments.size() / WORD));
      return Optional.of(new RevertReading.Cut(error, whole, missing, false, data));
    } catch (AbiDecodeException notThisError) {
      return Optional.empty();
    }
  }

  /** A text that was cut within a character loses that character. */
  private static Bytes wholeCharacters(Bytes utf8) {
    int end = utf8.size();
    int back = 0;
    while (back < 3 && end - back > 0 && (utf8.get(end - back - 1) & 0xc0) == 0x80) {
      back++;
    }
    if (end - back == 0) {
      return utf8;
    }
    int lead = utf8.get(end - back - 1) & 0xff;
    int expected = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    return expected > back + 1 ? utf8.slice(0, end - back - 1) : utf8;
  }

  private static boolean startsWith(Bytes whole, Bytes beginning) {
    return whole.truncate(beginning.size()).equals(beginning);
  }

  private static boolean isZero(Bytes bytes) {
    for (int i = 0; i < bytes.size(); i++) {
      if (bytes.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  static String describe(RevertReading.Cut cut) {
    if (cut.form().equals(TEXT)) {
      return cut.arguments().isEmpty()
          ? "Error(…)"
          : ((AbiValue.Text) cut.arguments().get(0)).value() + (cut.complete() ? "" : "…");
    }
    StringBuilder out = new StringBuilder(cut.form().name()).append('(');
    for (AbiValue argument : cut.arguments()) {
      out.append(out.charAt(out.length() - 1) == '(' ? "" : ", ").append(argument);
    }
    if (cut.complete()) {
      return out.append(')').toString();
    }
    boolean begunText =
        !cut.arguments().isEmpty() && cut.arguments().get(0) instanceof AbiValue.Text;
    if (begunText) {
      return out.insert(out.length() - 1, "…").append(')').toString();
    }
    return out.append(cut.arguments().isEmpty() ? "…)" : ", …)").toString();
  }
}
