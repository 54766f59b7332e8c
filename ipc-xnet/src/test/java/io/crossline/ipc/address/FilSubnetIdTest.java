// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilSubnetIdTest {
  private static final SubnetId EVM =
      SubnetId.root(123).child(EthAddress.parse("0xf0dc9fcb38369bc3967bb883fc3c0fb939560aad"));

  @Test
  void textAndChainIdDependOnTheNetwork() {
    FilSubnetId subnet = FilSubnetId.of(EVM);

    assertThat(subnet.toText(FilNetwork.MAINNET))
        .isEqualTo("/r123/f410f6doj7szyg2n4hft3xcb7ypapxe4vmcvnykdn6yy");
    assertThat(subnet.chainId(FilNetwork.MAINNET).toHexString()).isEqualTo("0x166797952919b");
    assertThat(subnet.chainId(FilNetwork.TESTNET).toHexString()).isEqualTo("0xefdb5add04181");
    assertThat(subnet.toSubnetId()).isEqualTo(EVM);
  }

  @Test
  void chainIdOfTheRootIsItsOwnEvenAboveTheLimitOfChildren() {
    assertThat(subnet("/r18446744073709551615").chainId(FilNetwork.MAINNET)).isEqualTo(UInt64.MAX);
    assertThat(subnet("/r123/f01001").chainId(FilNetwork.MAINNET))
        .isEqualTo(UInt64.of(1011873294913613L));
  }

  @ParameterizedTest
  @CsvSource({
    "'', expected to start with '/r'",
    "/R123, expected to start with '/r'",
    "/r, invalid root ID",
    "/r18446744073709551616, invalid root ID",
    "/r123:f01, invalid root ID",
    "/r123/, invalid child address",
    "/r123//f01, invalid child address"
  })
  void parsingRefusesInRustsWords(String text, String reason) {
    FilTextException refused =
        catchThrowableOfType(
            FilTextException.class, () -> FilSubnetId.parse(text, FilNetwork.MAINNET));

    assertThat(refused.kind()).hasToString("InvalidID");
    assertThat(refused.reason()).isEqualTo(reason);
  }

  @Test
  void wrongChildIsNamedWithItsError() {
    FilTextException refused =
        catchThrowableOfType(
            FilTextException.class, () -> FilSubnetId.parse("/r1/f01/t02", FilNetwork.MAINNET));

    assertThat(refused.child()).contains("t02");
    assertThat(refused.addressError()).contains(FilAddressError.UNKNOWN_NETWORK);
  }

  @Test
  void rootMayHavePlusSignAndZeros() {
    assertThat(subnet("/r+007")).isEqualTo(subnet("/r7"));
  }

  @Test
  void downIsNothingUnderAnotherRoot() {
    FilSubnetId deep = subnet("/r123/f01/f02");

    assertThat(deep.down(subnet("/r123/f03"))).contains(subnet("/r123/f01"));
    assertThat(deep.down(subnet("/r123"))).contains(subnet("/r123/f01"));
    assertThat(deep.down(subnet("/r124"))).isEmpty();
    assertThat(deep.commonParent(subnet("/r124"))).isEmpty();
    assertThat(deep.isBottomUp(subnet("/r124"))).isFalse();
    assertThat(deep.isBottomUp(subnet("/r123"))).isTrue();
  }

  @Test
  void upDropsOneHopOfTheCommonOnesAndPanicsAtTheRoot() {
    FilSubnetId deep = subnet("/r123/f01/f02");

    assertThat(deep.up(deep)).contains(subnet("/r123/f01"));
    assertThat(deep.up(subnet("/r123/f01/f03"))).contains(subnet("/r123"));
    assertThat(subnet("/r123").up(deep)).isEmpty();
    assertThatThrownBy(() -> deep.up(subnet("/r123/f04")))
        .isInstanceOf(FilConversionException.class);
  }

  @Test
  void ipcAddressLooksAtTheAddressBeforeTheSubnetId() {
    FilIpcAddress address = FilIpcAddress.parse("/r123/f01:f02", FilNetwork.MAINNET);
    FilTextException both =
        catchThrowableOfType(
            FilTextException.class, () -> FilIpcAddress.parse("123:f", FilNetwork.MAINNET));

    assertThat(address).hasToString("/r123/f01:f02");
    assertThat(both.kind()).isEqualTo(FilTextException.Kind.FVM_ADDRESS_ERROR);
    assertThatThrownBy(() -> FilIpcAddress.parse("/r123", FilNetwork.MAINNET))
        .hasMessageContaining("exactly one colon");
  }

  private static FilSubnetId subnet(String text) {
    return FilSubnetId.parse(text, FilNetwork.MAINNET);
  }
}
