// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Panic;
import io.crossline.core.abi.RawRevert;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import org.junit.jupiter.api.Test;

class IpcErrorTest {
  @Test
  void trap26InvalidXnetMessageHas36Bytes() {
    Bytes data = IpcError.invalidXnetMessage(InvalidXnetMessageReason.NO_ROUTE).data();

    assertThat(data.size()).isEqualTo(36);
    assertThat(data).hasToString("0xbc0f01cf" + "0".repeat(63) + "6");
  }

  @Test
  void descriptionNamesTheReason() {
    assertThat(IpcReverts.describe(IpcError.invalidXnetMessage(InvalidXnetMessageReason.NO_ROUTE)))
        .isEqualTo("InvalidXnetMessage(NoRoute)");
    assertThat(IpcReverts.describe(IpcError.INVALID_XNET_MESSAGE.revert(AbiValue.number(8))))
        .isEqualTo("InvalidXnetMessage(8)");
    assertThat(IpcReverts.describe(IpcRequire.INSUFFICIENT_FUNDS)).isEqualTo("Insufficient funds");
    assertThat(IpcReverts.describe(Panic.ARITHMETIC)).startsWith("Panic(0x11)");
    assertThat(IpcReverts.describe(RawRevert.EMPTY)).isEqualTo("revert without data");
  }

  @Test
  void errorsAreRecognisedByTheirBytesAndTheirName() {
    EthAddress caller = EthAddress.parse("0x" + "ab".repeat(20));
    Bytes data = IpcError.NOT_AUTHORIZED.revert(AbiValue.address(caller)).data();

    assertThat(IpcReverts.decode(data))
        .isEqualTo(IpcError.NOT_AUTHORIZED.revert(AbiValue.address(caller)));
    assertThat(IpcReverts.decode(data.slice(0, 35))).isEqualTo(RawRevert.of(data.slice(0, 35)));
    assertThat(IpcError.byName("NotAuthorized")).contains(IpcError.NOT_AUTHORIZED);
    assertThat(IpcError.byName("NoSuchError")).isEmpty();
  }

  @Test
  void namesAndCodesOfReasonsAreChecked() {
    assertThat(InvalidXnetMessageReason.parse("IncompatibleSupplySource").code()).isEqualTo(7);
    assertThatThrownBy(() -> InvalidXnetMessageReason.ofCode(8))
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> InvalidXnetMessageReason.parse("noRoute"))
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> EnvelopeKind.parse("Receipt"))
        .isInstanceOf(MalformedInputException.class)
        .hasMessage("kind: found \"Receipt\", must be Transfer, Call or Result");
  }
}
