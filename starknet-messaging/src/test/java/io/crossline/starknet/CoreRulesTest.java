// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import org.junit.jupiter.api.Test;

class CoreRulesTest {
  @Test
  void findsRowsByNameAndAlias() {
    assertThat(CoreRules.byName("v0.13.4")).isSameAs(CoreRules.DEPLOYED);
    assertThat(CoreRules.byName("fee")).isSameAs(CoreRules.DEPLOYED);
    assertThat(CoreRules.byName("counter")).isSameAs(CoreRules.byName("v0.8.0"));
    assertThat(CoreRules.all()).doesNotHaveDuplicates().contains(CoreRules.DEPLOYED);
    assertThatThrownBy(() -> CoreRules.byName("v0.13.5"))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("v0.13.4 (fee)");
  }

  @Test
  void theDeployedContractTakesOneWeiToOneEther() {
    CoreRules rules = CoreRules.DEPLOYED;
    assertThat(rules.payableSend()).isTrue();
    assertThat(rules.minFee()).isEqualTo(UInt256.ONE);
    assertThat(rules.maxFee()).isEqualTo(UInt256.parse("1000000000000000000"));
    assertThat(rules.sendStores()).isEqualTo(CoreRules.SendStores.FEE_PLUS_ONE);
    assertThat(rules.arithmetic()).isEqualTo(CoreRules.Arithmetic.CHECKED);
    assertThat(rules.feesPaidTo()).isEqualTo(CoreRules.FeesPaidTo.COLLECTOR);
  }

  @Test
  void onlyTheMockOfOneVersionLeavesAMessagePending() {
    CoreRules rules = CoreRules.byName("v0.10.0");
    assertThat(rules.mockConsumeLeaves().of(UInt256.of(6))).isEqualTo(UInt256.of(5));
    assertThat(rules.consumeLeaves().of(UInt256.of(6))).isEqualTo(UInt256.ZERO);
    assertThat(CoreRules.byName("v0.10.1").mockConsumeLeaves()).isEqualTo(CoreRules.Leaves.ZERO);
  }
}
