// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import java.util.List;
import org.junit.jupiter.api.Test;

class FvmAddressTest {
  private static final EthAddress EVM =
      EthAddress.parse("0xa685b49e185b3eead66515ceb6a3d8f235e226c9");
  private static final FvmAddress ADDRESS = FvmAddress.of(EVM);
  private static final String NOT_DELEGATED = "0xc5f8961f";

  @Test
  void evmAddressIsADelegatedOneOf192Bytes() {
    assertThat(ADDRESS.addrType()).isEqualTo(4);
    assertThat(ADDRESS.payload().size()).isEqualTo(192);
    assertThat(ADDRESS.extractEvmAddress()).isEqualTo(EVM);
    assertThat(ADDRESS.hash())
        .hasToString("0x344c55c90b0d9907172a7f5ecb78d23dda8bf1d56e0c4ca594083c954fe238f0");
  }

  @Test
  void otherTypeNamespaceAndLengthAreNotDelegatedEvmAddress() {
    assertThat(revertOf(new FvmAddress(1, ADDRESS.payload()))).isEqualTo(NOT_DELEGATED);
    assertThat(revertOf(FvmAddress.delegated(UInt64.of(11), EVM.encoded())))
        .isEqualTo(NOT_DELEGATED);
    assertThat(revertOf(FvmAddress.delegated(UInt64.of(10), EVM.encoded().slice(1))))
        .isEqualTo(NOT_DELEGATED);
    assertThat(revertOf(with(95, 21))).isEqualTo(NOT_DELEGATED);
  }

  @Test
  void payloadThatDoesNotDecodeRevertsWithoutData() {
    assertThat(revertOf(new FvmAddress(4, Bytes.EMPTY))).isEqualTo("0x");
    assertThat(revertOf(new FvmAddress(4, ADDRESS.payload().slice(0, 179)))).isEqualTo("0x");
    assertThat(revertOf(with(55, 1))).as("namespace over 64 bits").isEqualTo("0x");
    assertThat(revertOf(with(79, 1))).as("length over 128 bits").isEqualTo("0x");
  }

  @Test
  void hugeBufferLengthPanicsBeforeTheBoundsCheck() {
    byte[] huge = ADDRESS.payload().toByteArray();
    for (int i = 152; i < 160; i++) {
      huge[i] = (byte) 0xff;
    }

    assertThat(revertOf(new FvmAddress(4, Bytes.of(huge)))).endsWith("41").hasSize(2 + 2 * 36);
  }

  @Test
  void missingAndDirtyPaddingIsAcceptedButIsAnotherAddress() {
    FvmAddress unpadded = new FvmAddress(4, ADDRESS.payload().slice(0, 180));

    assertThat(unpadded.extractEvmAddress()).isEqualTo(EVM);
    assertThat(with(191, 7).evmAddress()).contains(EVM);
    assertThat(unpadded).isNotEqualTo(ADDRESS);
  }

  @Test
  void textTellsTheCanonicalPayloadFromOthersAndParsesBack() {
    FvmAddress dirty = with(191, 7);

    assertThat(ADDRESS).hasToString(EVM.toString());
    assertThat(dirty.toString()).startsWith("4-0x");
    for (FvmAddress address : List.of(ADDRESS, dirty, new FvmAddress(255, Bytes.EMPTY))) {
      assertThat(FvmAddress.parse(address.toString())).isEqualTo(address);
    }
    for (String text : List.of("", "4", "-0x", "256-0x", "x-0x", "4-", "0x12")) {
      assertThatThrownBy(() -> FvmAddress.parse(text))
          .as(text)
          .isInstanceOf(MalformedInputException.class);
    }
  }

  private static FvmAddress with(int index, int value) {
    byte[] payload = ADDRESS.payload().toByteArray();
    payload[index] = (byte) value;
    return new FvmAddress(4, Bytes.of(payload));
  }

  private static String revertOf(FvmAddress address) {
    assertThat(address.evmAddress()).isEmpty();
    return catchThrowableOfType(RevertSignal.class, address::extractEvmAddress)
        .revert()
        .data()
        .toString();
  }
}
