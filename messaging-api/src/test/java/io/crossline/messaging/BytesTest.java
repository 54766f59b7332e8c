// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {
  private static byte[] counted(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i + 1);
    }
    return bytes;
  }

  @Test
  void keepsNothingOfTheCallersArrays() {
    byte[] given = {1, 2, 3};
    Bytes whole = Bytes.of(given);
    Bytes part = Bytes.copyOf(given, 1, 3);
    given[1] = 9;
    assertThat(whole).hasToString("0x010203");
    assertThat(part).hasToString("0x0203");

    byte[] handedOut = whole.toByteArray();
    handedOut[0] = 9;
    whole.slice(1).toByteArray()[0] = 9;
    assertThat(whole).hasToString("0x010203");
  }

  @Test
  void aSliceIsCountedFromItsOwnStart() {
    Bytes slice = Bytes.of(counted(50)).slice(3, 43).slice(2);
    assertThat(slice.size()).isEqualTo(38);
    assertThat(slice.get(0)).isEqualTo((byte) 6);
    assertThat(slice.get(37)).isEqualTo((byte) 43);
    assertThat(slice.getLong(1)).isEqualTo(0x0708090a0b0c0d0eL);
    assertThat(slice.getUInt256(6).limb(3)).isEqualTo(0x2425262728292a2bL);
    assertThat(slice.getBytes32(6).toUInt256()).isEqualTo(slice.getUInt256(6));
    byte[] target = new byte[40];
    slice.copyTo(target, 2);
    assertThat(target).startsWith(0, 0, 6, 7).endsWith(42, 43);
    assertThat(slice.truncate(2)).hasToString("0x0607");
    assertThat(slice.truncate(38)).isSameAs(slice);
    assertThat(slice.truncate(0)).isSameAs(Bytes.EMPTY);
  }

  @Test
  void neverReadsBeyondASlice() {
    Bytes slice = Bytes.of(counted(100)).slice(10, 42);
    ThrowingCallable[] beyond = {
      () -> slice.get(-1),
      () -> slice.get(32),
      () -> slice.getLong(25),
      () -> slice.getLong(-1),
      () -> slice.getLong(Integer.MAX_VALUE),
      () -> slice.getUInt256(1),
      () -> slice.getUInt256(-1),
      () -> slice.getBytes32(1),
      () -> slice.getBytes32(Integer.MAX_VALUE),
      () -> slice.slice(0, 33),
      () -> slice.slice(-1, 3),
      () -> slice.slice(5, 4),
      () -> slice.slice(33),
      () -> slice.copyTo(new byte[31], 0),
      () -> Bytes.copyOf(new byte[4], 2, 5),
    };
    for (ThrowingCallable read : beyond) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(read);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> slice.truncate(-1));
    assertThat(slice.getLong(24)).isNotZero();
    assertThat(slice.getUInt256(0)).isEqualTo(slice.getBytes32(0).toUInt256());
  }

  @Test
  void equalityIsByContent() {
    Bytes cut = Bytes.of((byte) 0, (byte) 1, (byte) 2, (byte) 3).slice(1, 3);
    Bytes made = Bytes.parse("0x0102");
    assertThat(cut).isEqualTo(made).hasSameHashCodeAs(made).isEqualByComparingTo(made);
    assertThat(cut).isNotEqualTo(Bytes.parse("0x0103")).isNotEqualTo(Bytes.parse("0x010200"));
    assertThat(Bytes.of()).isSameAs(Bytes.EMPTY).isEqualTo(made.slice(2));
  }

  @ParameterizedTest
  @CsvSource({"0x01, 0x02", "0x7f, 0x80", "0x01, 0x0100", "0x, 0x00", "0x00ff, 0x0100"})
  void comparesUnsignedAndPrefixFirst(String smaller, String larger) {
    assertThat(Bytes.parse(smaller)).isLessThan(Bytes.parse(larger));
    assertThat(Bytes.parse(larger)).isGreaterThan(Bytes.parse(smaller));
  }

  @Test
  void joins() {
    Bytes b = Bytes.parse("0x0203").slice(1);
    assertThat(Bytes.concat(Bytes.parse("0x01"), Bytes.EMPTY, b)).hasToString("0x0103");
    assertThat(Bytes.concat()).isSameAs(Bytes.EMPTY);
    assertThat(Bytes.concat(Bytes.EMPTY, Bytes.EMPTY)).isSameAs(Bytes.EMPTY);
  }

  @Test
  void aJoinOfTooManyBytesIsRefusedBeforeItCostsMemory() {
    Bytes large = Bytes.of(new byte[1 << 20]);
    Bytes[] parts = new Bytes[1 << 11];
    java.util.Arrays.fill(parts, large);
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Bytes.concat(parts));
  }

  @Test
  void textIsUtf8() {
    assertThat(Bytes.utf8("aé€😀")).hasToString("0x61c3a9e282acf09f9880");
    assertThat(Bytes.utf8("")).isSameAs(Bytes.EMPTY);
  }

  @ParameterizedTest
  @CsvSource({
    "'', must be 0x followed by an even number of hexadecimal digits, 0",
    "00, must be 0x followed by an even number of hexadecimal digits, 0",
    "0X00, must be 0x followed by an even number of hexadecimal digits, 0",
    "0x0, has an odd number of hexadecimal digits, 3",
    "0x00g0, has a character that is no hexadecimal digit at 4, 4",
    "0x0g, has a character that is no hexadecimal digit at 3, 3",
    "0x０0, has a character that is no hexadecimal digit at 2, 2",
  })
  void refusesOtherText(String text, String reason, long offset) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> Bytes.parse(text))
        .withMessage("bytes: \"" + text + "\" " + reason)
        .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
  }

  @Test
  void takesEitherCaseAndWritesLowerCase() {
    assertThat(Bytes.parse("0xABcdEF")).hasToString("0xabcdef");
    assertThat(Bytes.parse("0x")).isSameAs(Bytes.EMPTY).hasToString("0x");
  }
}
