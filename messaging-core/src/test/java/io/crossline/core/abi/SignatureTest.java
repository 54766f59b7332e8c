// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.MalformedInputException;
import org.junit.jupiter.api.Test;

class SignatureTest {
  @Test
  void givesSelectorAndTopic() {
    Signature transfer = Signature.parse("transfer(address to, uint amount)");
    assertThat(transfer.name()).isEqualTo("transfer");
    assertThat(transfer.canonical()).isEqualTo("transfer(address,uint256)");
    assertThat(transfer.selector()).hasToString("0xa9059cbb");
    assertThat(Signature.parse("Transfer(address,address,uint256)").topic())
        .hasToString("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef");
  }

  @Test
  void printsNamesAndComparesWithoutThem() {
    Signature named = Signature.parse("transfer(address to, uint256 amount)");
    assertThat(named).hasToString("transfer(address to, uint256 amount)");
    assertThat(named).isEqualTo(Signature.parse("transfer(address,uint256)"));
    assertThat(named).isNotEqualTo(Signature.parse("transfer2(address,uint256)"));
  }

  @Test
  void describesWithLabels() {
    Signature error =
        Signature.parse("InvalidXnetMessage(uint8 reason)").labelled(0, "Sender", "DstSubnet");
    assertThat(error.describe(AbiValue.tuple(AbiValue.number(1))))
        .isEqualTo("InvalidXnetMessage(DstSubnet)");
    assertThat(error.describe(AbiValue.tuple(AbiValue.number(2))))
        .isEqualTo("InvalidXnetMessage(2)");
    assertThat(error).isEqualTo(Signature.parse("InvalidXnetMessage(uint8)"));
    assertThatThrownBy(() -> error.labelled(1, "x")).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void demandsAName() {
    assertThatThrownBy(() -> Signature.parse("(uint8)"))
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> Signature.parse("f")).isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> Signature.parse("f(uint8) x"))
        .isInstanceOf(MalformedInputException.class);
  }
}
