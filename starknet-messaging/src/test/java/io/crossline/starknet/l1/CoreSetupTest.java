// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFixture.ALICE;
import static io.crossline.starknet.l1.CoreFixture.CORE;
import static io.crossline.starknet.l1.CoreFixture.OPERATOR;
import static io.crossline.starknet.l1.CoreFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Chain;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Int256;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a contract begins with. */
class CoreSetupTest {
  private static final Bytes32 HASH = Bytes32.ofLimbs(1, 2, 3, 4);

  private static StarknetCore deploy(CoreSetup setup) {
    return StarknetCore.deploy(
        new Chain("L1", new BlockInfo(UInt64.ONE, UInt64.of(1_000))), CORE, setup);
  }

  @Test
  void withoutChoicesItIsAFreshContractThatTrustsNoFact() {
    StarknetCore core = deploy(CoreSetup.builder().operator(OPERATOR).build());
    assertThat(core.identify()).isEqualTo("StarkWare_Starknet_2025_10");
    assertThat(core.messageCancellationDelay()).isEqualTo(UInt256.of(432_000));
    assertThat(core.stateBlockNumber()).isEqualTo(Int256.MINUS_ONE);
    assertThat(core.feeCollector()).isEqualTo(EthAddress.ZERO);
    assertThat(core.hasMockFunctions()).isFalse();
    ProgramOutput.Header first =
        new ProgramOutput.Header(
            UInt256.ZERO,
            UInt256.ONE,
            Felt.MAX.toUInt256(),
            UInt256.ZERO,
            UInt256.ZERO,
            UInt256.ONE,
            UInt256.ZERO,
            UInt256.ZERO,
            UInt256.ZERO,
            UInt256.ZERO);
    assertRefused(
        core.as(OPERATOR)
            .updateState(ProgramOutput.of(first, List.of(), List.of()), UInt256.ZERO, UInt256.ZERO),
        "NO_STATE_TRANSITION_PROOF");
  }

  @Test
  void everyChoiceIsWhatTheContractBeginsWith() {
    StarknetCore core =
        deploy(
            CoreSetup.builder()
                .identity("a name")
                .messageCancellationDelay(UInt256.of(60))
                .programs(UInt256.of(1), UInt256.of(2), UInt256.of(3))
                .l2State(UInt256.of(4), Int256.of(5), UInt256.of(6))
                .l1ToL2MessageNonce(UInt256.of(7))
                .l1ToL2Message(HASH, UInt256.of(8))
                .l2ToL1Message(HASH, UInt256.of(9))
                .l1ToL2MessageCancellation(HASH, UInt256.of(10))
                .build());
    assertThat(core.identify()).isEqualTo("a name");
    assertThat(core.messageCancellationDelay()).isEqualTo(UInt256.of(60));
    assertThat(core.programHash()).isEqualTo(UInt256.of(1));
    assertThat(core.aggregatorProgramHash()).isEqualTo(UInt256.of(2));
    assertThat(core.configHash()).isEqualTo(UInt256.of(3));
    assertThat(core.stateRoot()).isEqualTo(UInt256.of(4));
    assertThat(core.stateBlockNumber()).isEqualTo(Int256.of(5));
    assertThat(core.stateBlockHash()).isEqualTo(UInt256.of(6));
    assertThat(core.l1ToL2MessageNonce()).isEqualTo(UInt256.of(7));
    assertThat(core.l1ToL2Messages(HASH)).isEqualTo(UInt256.of(8));
    assertThat(core.l2ToL1Messages(HASH)).isEqualTo(UInt256.of(9));
    assertThat(core.l1ToL2MessageCancellations(HASH)).isEqualTo(UInt256.of(10));
  }

  @Test
  void aSetupIsNotChangedThroughItsBuilder() {
    CoreSetup.Builder builder = CoreSetup.builder().operator(OPERATOR);
    CoreSetup setup = builder.build();
    builder.operator(ALICE).governor(ALICE).l1ToL2Message(HASH, UInt256.ONE).withMockFunctions();
    StarknetCore core = deploy(setup);
    assertThat(core.isOperator(OPERATOR)).isTrue();
    assertThat(core.isOperator(ALICE)).isFalse();
    assertThat(core.isGovernor(ALICE)).isFalse();
    assertThat(core.l1ToL2Messages(HASH)).isEqualTo(UInt256.ZERO);
    assertThat(core.hasMockFunctions()).isFalse();
  }

  @Test
  void aCallerKnowsWhoItIs() {
    assertThat(deploy(CoreSetup.builder().build()).as(ALICE).address()).isEqualTo(ALICE);
  }
}
