// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvmRevertTest {
  private static final EthAddress CALLER =
      EthAddress.parse("0x68e5bf32e3743b293add0a9114213f8ad0e0e28d");
  private static final Signature NOT_AUTHORIZED = Signature.parse("NotAuthorized(address caller)");
  private static final ErrorCatalogue KNOWN =
      ErrorCatalogue.of(NOT_AUTHORIZED, Signature.parse("NoParentForSubnet()"));

  private static EvmRevert decode(Bytes data) {
    EvmRevert revert = EvmRevert.decode(data, KNOWN);
    assertThat(revert.data()).isEqualTo(data);
    return revert;
  }

  @Test
  void knowsARequire() {
    Require require = new Require("Expecting top-down messages only");
    assertThat(require.data())
        .hasToString(
            "0x08c379a0"
                + "0".repeat(62)
                + "20"
                + "0".repeat(62)
                + "20457870656374696e6720746f702d646f776e206d65737361676573206f6e6c79");
    assertThat(decode(require.data())).isEqualTo(require);
    assertThat(require.description()).isEqualTo("Expecting top-down messages only");
    assertThat(decode(new Require("").data())).isEqualTo(new Require(""));
  }

  @Test
  void keepsARequireThatIsNotCanonicalAsItIs() {
    Bytes data = new Require("why").data();
    assertThat(decode(data)).isInstanceOf(Require.class);
    assertThat(decode(Bytes.concat(data, Bytes.of((byte) 0)))).isInstanceOf(RawRevert.class);
    assertThat(decode(data.slice(0, data.size() - 29))).isInstanceOf(RawRevert.class);
    byte[] dirty = data.toByteArray();
    dirty[dirty.length - 1] = 1;
    assertThat(decode(Bytes.of(dirty))).isInstanceOf(RawRevert.class);
    byte[] notUtf8 = data.toByteArray();
    notUtf8[68] = (byte) 0xff;
    assertThat(decode(Bytes.of(notUtf8))).isInstanceOf(RawRevert.class);
    byte[] hugeLength = data.toByteArray();
    hugeLength[36] = 1;
    assertThat(decode(Bytes.of(hugeLength))).isInstanceOf(RawRevert.class);
  }

  @Test
  void knowsAPanic() {
    assertThat(Panic.ARITHMETIC.data()).hasToString("0x4e487b71" + "0".repeat(62) + "11");
    assertThat(decode(Panic.ARITHMETIC.data()))
        .isEqualTo(Panic.ARITHMETIC)
        .isEqualTo(Panic.of(0x11));
    assertThat(Panic.ARITHMETIC.description()).isEqualTo("Panic(0x11): arithmetic overflow");
    assertThat(Panic.ASSERTION.description()).isEqualTo("Panic(0x01): assertion failed");
    assertThat(new Panic(UInt256.of(0x99)).description()).isEqualTo("Panic(0x99)");
    assertThat(decode(Bytes.concat(Panic.MEMORY.data(), Bytes.of((byte) 0))))
        .isInstanceOf(RawRevert.class);
  }

  @Test
  void knowsTheErrorsOfTheCatalogueOnly() {
    CustomError error = CustomError.of(NOT_AUTHORIZED, AbiValue.address(CALLER));
    assertThat(decode(error.data())).isEqualTo(error);
    assertThat(error.description()).isEqualTo("NotAuthorized(" + CALLER + ")");
    assertThat(decode(CustomError.of(Signature.parse("NoParentForSubnet()")).data()).description())
        .isEqualTo("NoParentForSubnet()");
    assertThat(EvmRevert.decode(error.data(), ErrorCatalogue.EMPTY))
        .isEqualTo(new RawRevert(error.data()));
    assertThat(decode(Bytes.concat(error.data(), Bytes.of((byte) 0))))
        .isInstanceOf(RawRevert.class);
    byte[] dirty = error.data().toByteArray();
    dirty[4] = 1;
    assertThat(decode(Bytes.of(dirty))).isInstanceOf(RawRevert.class);
  }

  @Test
  void refusesArgumentsThatDoNotFit() {
    assertThat(CustomError.of(NOT_AUTHORIZED, AbiValue.address(CALLER))).isNotNull();
    assertThatThrownBy(() -> CustomError.of(NOT_AUTHORIZED))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CustomError.of(NOT_AUTHORIZED, AbiValue.number(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("caller: 1 is no address");
  }

  @Test
  void refusesTwoErrorsOfOneSelector() {
    // a known pair with the selector 0x42966c68
    Signature burn = Signature.parse("burn(uint256)");
    Signature collide = Signature.parse("collate_propagate_storage(bytes16)");
    assertThat(burn.selector()).isEqualTo(collide.selector());
    assertThat(ErrorCatalogue.of(burn, burn).bySelector(burn.selector())).contains(burn);
    assertThatThrownBy(() -> ErrorCatalogue.of(burn, collide))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("burn(uint256)")
        .hasMessageContaining("collate_propagate_storage(bytes16)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x", "0x08", "0x08c379", "0x08c379a0", "0x4e487b71", "0xdeadbeef"})
  void keepsOtherBytes(String hex) {
    assertThat(decode(Bytes.parse(hex))).isEqualTo(new RawRevert(Bytes.parse(hex)));
  }

  @Test
  void describesBytes() {
    assertThat(RawRevert.EMPTY.description()).isEqualTo("revert without data");
    assertThat(new RawRevert(Bytes.parse("0x01")).description())
        .isEqualTo("revert with 1 byte 0x01");
    assertThat(new RawRevert(Bytes.of(new byte[69])).description())
        .isEqualTo("revert with 69 bytes 0x" + "00".repeat(68) + "…");
  }

  @Test
  void folds() {
    assertThat(way(new Require("x"))).isEqualTo("require");
    assertThat(way(CustomError.of(Signature.parse("E()")))).isEqualTo("error");
    assertThat(way(Panic.INDEX)).isEqualTo("panic");
    assertThat(way(RawRevert.EMPTY)).isEqualTo("raw");
  }

  private static String way(EvmRevert revert) {
    return revert.fold(it -> "require", it -> "error", it -> "panic", it -> "raw");
  }
}
