// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import static io.crossline.ipc.ErrorExamples.arguments;
import static io.crossline.ipc.ErrorExamples.data;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Panic;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.abi.Require;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors whose data a gateway cut, and bytes that are no error at all. */
class RevertReadingTest {
  private static final int CUT = 128;

  private static String explain(Bytes data) {
    return ResultExplanation.ofError(data, MessageEnds.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(IpcError.class)
  void everyErrorIsUnderstoodWhereverItIsCut(IpcError error) {
    Bytes whole = data(error);
    for (int size = 0; size < whole.size(); size++) {
      Bytes begun = whole.truncate(size);
      RevertReading reading = RevertReading.of(begun);
      assertThat(reading.data()).isEqualTo(begun);
      if (size < 4) {
        assertThat(reading).isEqualTo(new RevertReading.Unknown(begun));
        continue;
      }
      assertThat(reading).isInstanceOf(RevertReading.Cut.class);
      assertThat(reading.error()).contains(error);
      RevertReading.Cut cut = (RevertReading.Cut) reading;
      AbiValue[] all = arguments(error.signature());
      for (int i = 0; i < cut.arguments().size(); i++) {
        AbiValue found = cut.arguments().get(i);
        assertThat(all[i].toString())
            .as("cut at %s", size)
            .startsWith(found.toString().replaceAll("\"$", ""));
      }
      String text = explain(begun);
      assertThat(text).startsWith(error.errorName() + "(");
      assertThat(text.contains("bytes are missing")).isEqualTo(!cut.complete());
    }
  }

  static Stream<String> lengths() {
    return Stream.of(0, 1, 31, 32, 33, 58, 60, 61, 64, 100, 1_000)
        .map(size -> "é".repeat(size / 2) + "x".repeat(size % 2));
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void trap3ATextOfUpTo60BytesSurvivesTheCut(String text) {
    Bytes ret = new Require(text).data().truncate(CUT);
    int bytes = Bytes.utf8(text).size();
    String shown = explain(ret);
    if (bytes <= 60) {
      assertThat(shown).isEqualTo(text);
    } else {
      assertThat(shown).startsWith(text.substring(0, 30) + "…: its data were cut, at least ");
      long padded = (bytes + 31L) / 32 * 32;
      assertThat(shown).endsWith(padded - 60 + " bytes are missing");
    }
    assertThat(IpcReverts.describe(RawRevert.of(ret)))
        .isEqualTo(shown.replaceAll(": its data.*", ""));
  }

  @Test
  void aTextCutWithinACharacterLosesThatCharacter() {
    for (String last : List.of("é", "€", "😀")) {
      for (int at = 57; at < 61; at++) {
        String text = "x".repeat(at) + last + "y".repeat(40);
        String shown = explain(new Require(text).data().truncate(CUT));
        assertThat(shown).doesNotContain("\uFFFD");
        String kept = shown.substring(0, shown.indexOf('…'));
        assertThat(text).startsWith(kept);
        assertThat(kept.length()).isGreaterThanOrEqualTo(at == 61 ? 60 : at);
      }
    }
  }

  @Test
  void unknownBytesAreShownAsTheyAre() {
    assertThat(explain(Bytes.parse("0x12345678aa"))).isEqualTo("revert with 5 bytes 0x12345678aa");
    assertThat(explain(Bytes.EMPTY)).startsWith("revert without data: it gives no reason");
    Bytes more = Bytes.concat(IpcError.NOT_OWNER.revert().data(), Bytes.of((byte) 1));
    assertThat(RevertReading.of(more)).isEqualTo(new RevertReading.Unknown(more));
    // A text whose length word is wrong, or whose padding is not zero, is no text that was cut.
    Bytes text = new Require("x".repeat(61)).data().truncate(CUT);
    assertThat(RevertReading.of(text)).isInstanceOf(RevertReading.Cut.class);
    assertThat(RevertReading.of(changed(text, 35, 0x21))).isInstanceOf(RevertReading.Unknown.class);
    assertThat(RevertReading.of(changed(text, 36, 0x80))).isInstanceOf(RevertReading.Unknown.class);
    Bytes padded = new Require("x".repeat(59)).data().truncate(CUT);
    assertThat(RevertReading.of(padded)).isInstanceOf(RevertReading.Cut.class);
    assertThat(RevertReading.of(changed(padded, 127, 1))).isInstanceOf(RevertReading.Unknown.class);
    assertThat(RevertReading.of(changed(text.truncate(40), 20, 1)))
        .isInstanceOf(RevertReading.Unknown.class);
  }

  private static Bytes changed(Bytes bytes, int at, int value) {
    byte[] copy = bytes.toByteArray();
    copy[at] = (byte) value;
    return Bytes.of(copy);
  }

  @Test
  void anyBytesHaveAnExplanation() {
    Random random = new Random(3);
    List<Bytes> beginnings =
        List.of(
            Bytes.EMPTY,
            new Require("").data().truncate(4),
            Panic.MEMORY.data().truncate(4),
            data(IpcError.METHOD_NOT_ALLOWED).truncate(4),
            data(IpcError.METHOD_NOT_ALLOWED).truncate(36),
            data(IpcError.TRANSFER_FAILED).truncate(36),
            data(IpcError.INVALID_XNET_MESSAGE).truncate(35));
    for (int round = 0; round < 5_000; round++) {
      byte[] tail = new byte[random.nextInt(140)];
      random.nextBytes(tail);
      Bytes data = Bytes.concat(beginnings.get(random.nextInt(beginnings.size())), Bytes.of(tail));
      for (OutcomeType outcome : OutcomeType.values()) {
        ResultExplanation explanation =
            ResultExplanation.of(new ResultMsg(Bytes32.ZERO, outcome, data));
        assertThat(explanation.toString()).startsWith(outcome.toString());
        assertThat(explanation.error().isPresent()).isEqualTo(outcome != OutcomeType.OK);
        explanation.error().ifPresent(error -> assertThat(error.data()).isEqualTo(data));
      }
    }
  }
}
