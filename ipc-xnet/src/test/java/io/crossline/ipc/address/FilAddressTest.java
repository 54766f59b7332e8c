// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossline.ipc.FvmAddress;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilAddressTest {
  private static final EthAddress EVM =
      EthAddress.parse("0x2e714a3c385ea88a09998ed74db265dae9853667");
  private static final String TEXT = "f410ffzyuupbyl2uiucmzr3lu3mtf3luyknthaz4xsrq";

  @Test
  void evmAddressIsOfNamespaceTenInBothNetworks() {
    assertThat(FilAddress.of(EVM).toText(FilNetwork.MAINNET)).isEqualTo(TEXT);
    assertThat(FilAddress.of(EVM).toText(FilNetwork.TESTNET)).isEqualTo("t" + TEXT.substring(1));
    assertThat(FilAddress.parse(TEXT, FilNetwork.MAINNET).toEvmAddress()).isEqualTo(EVM);
    assertThat(FilAddress.of(EVM).toFvmAddress()).isEqualTo(FvmAddress.of(EVM));
  }

  @Test
  void maskedIdAddressBecomesAnIdAndDoesNotConvertBack() {
    EthAddress masked = MaskedIdAddress.of(UInt64.of(100));

    assertThat(masked).hasToString("0xff00000000000000000000000000000000000064");
    assertThat(FilAddress.of(masked)).hasToString("f0100");
    assertThat(MaskedIdAddress.normalize(masked)).isEqualTo(masked);
    assertThatThrownBy(() -> FilAddress.of(masked).toEvmAddress())
        .isInstanceOf(FilConversionException.class)
        .hasMessage("address provided is not delegated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f00",
        "f018446744073709551615",
        "f1qoql5li446aega56dojs7nh52ektcuragxhppey",
        "f2x3g3v6ftdwzkz3qfdjips5rxtqwx2pbu7rklo3i",
        "f3ixpkvthcrjpxweurc23n6p7nwspic7nsdhkdifvrtyp4z76kekk7bqvfdestxzsvlwfegsfbijc5kmjllndq",
        "f418446744073709551615fo5mmrg37jylcpeo33y7byqhcw642uivgc3ydiea",
        "f410fbtt5w6q"
      })
  void everyProtocolFormatsBackToItsText(String text) {
    assertThat(FilAddress.parse(text, FilNetwork.MAINNET)).hasToString(text);
  }

  @Test
  void numbersPassWithPlusSignAndLeadingZeros() {
    assertThat(FilAddress.parse("f0+7", FilNetwork.MAINNET)).hasToString("f07");
    assertThat(FilAddress.parse("f000012", FilNetwork.MAINNET)).hasToString("f012");
  }

  @ParameterizedTest
  @CsvSource({
    "f0, InvalidLength",
    "x01, UnknownNetwork",
    "é01, UnknownNetwork",
    "t01, UnknownNetwork",
    "f501, UnknownProtocol",
    "f018446744073709551616, InvalidPayload",
    "f0000000000000000000001, InvalidLength",
    "f0+, InvalidPayload",
    "f410, InvalidPayload",
    "f410f, InvalidLength",
    "f410fnhokxvracuvdvlq673ga7fbaowohdwr5rhzuexb, Base32Decoding",
    "f410fnhokxaracuvdvlq673ga7fbaowohdwr5rhzuexa, InvalidChecksum",
    "f411fnhokxvracuvdvlq673ga7fbaowohdwr5rhzuexa, InvalidChecksum",
    "t410fnhokxaracuvdvlq673ga7fbaowohdwr5rhzuexa, InvalidChecksum",
    "f410FNHOKXVRACUVDVLQ673GA7FBAOWOHDWR5RHZUEXA, InvalidPayload"
  })
  void errorsAreThoseOfRustInItsOrder(String text, String error) {
    assertThat(
            catchThrowableOfType(
                    FilTextException.class, () -> FilAddress.parse(text, FilNetwork.MAINNET))
                .addressError())
        .hasToString("Optional[" + error + "]");
  }

  @Test
  void moreThan54BytesAreRefusedAfterTheChecksum() {
    Bytes payload = Bytes.of(new byte[55]);
    Bytes sum = AddressChecksum.of(FilProtocol.DELEGATED, AddressChecksum.leb128(10), payload);
    StringBuilder text = new StringBuilder("f410f");
    Base32.append(text, Bytes.concat(payload, sum));

    assertThat(
            catchThrowableOfType(
                    FilTextException.class,
                    () -> FilAddress.parse(text.toString(), FilNetwork.MAINNET))
                .addressError())
        .contains(FilAddressError.INVALID_PAYLOAD_LENGTH);
    assertThatThrownBy(() -> FilAddress.delegated(FilAddress.EVM_NAMESPACE, payload))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fewerThan20BytesPanicUpstream() {
    FilAddress shortOne = FilAddress.delegated(FilAddress.EVM_NAMESPACE, Bytes.EMPTY);

    assertThat(catchThrowableOfType(FilConversionException.class, shortOne::toEvmAddress))
        .matches(FilConversionException::isPanic);
  }
}
