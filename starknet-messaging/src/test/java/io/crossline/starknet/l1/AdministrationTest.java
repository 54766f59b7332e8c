// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFixture.ALICE;
import static io.crossline.starknet.l1.CoreFixture.BOB;
import static io.crossline.starknet.l1.CoreFixture.COLLECTOR;
import static io.crossline.starknet.l1.CoreFixture.GOVERNOR;
import static io.crossline.starknet.l1.CoreFixture.OPERATOR;
import static io.crossline.starknet.l1.CoreFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.Require;
import io.crossline.core.chain.Nothing;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdministrationTest {
  private final CoreFixture fixture = new CoreFixture();
  private final StarknetCore core = fixture.core;
  private final CoreCaller governor = core.as(GOVERNOR);

  @Test
  void onlyGovernorsAdminister() {
    List<CoreOperation<Nothing>> operations =
        List.of(
            new SetMessageCancellationDelay(UInt256.ONE),
            new SetFeeCollectionAddress(BOB),
            new SetProgramHash(UInt256.ONE),
            new SetAggregatorProgramHash(UInt256.ONE),
            new SetConfigHash(UInt256.ONE),
            new RegisterOperator(BOB),
            new UnregisterOperator(OPERATOR),
            new NominateNewGovernor(BOB),
            new CancelNomination(),
            new RemoveGovernor(GOVERNOR),
            new Finalize());
    var before = fixture.state();
    for (CoreOperation<Nothing> operation : operations) {
      assertRefused(core.as(ALICE).transact(operation), "ONLY_GOVERNANCE");
    }
    assertThat(fixture.state()).isEqualTo(before);
    assertThat(core.isOperator(OPERATOR)).isTrue();
    assertThat(core.isOperator(BOB)).isFalse();
  }

  @Test
  void whatIsFinalizedStaysAndTheCollectorCanStillChange() {
    assertThat(governor.transact(new SetConfigHash(UInt256.ONE)).logs()).hasSize(1);
    assertThat(core.configHash()).isEqualTo(UInt256.ONE);
    assertThat(governor.transact(new Finalize()).logs()).hasSize(1);
    assertThat(core.isFinalized()).isTrue();
    assertRefused(governor.transact(new SetConfigHash(UInt256.of(2))), "FINALIZED");
    assertRefused(governor.transact(new SetProgramHash(UInt256.of(2))), "FINALIZED");
    assertRefused(governor.transact(new SetAggregatorProgramHash(UInt256.of(2))), "FINALIZED");
    assertRefused(
        core.as(ALICE).transact(new SetMessageCancellationDelay(UInt256.ONE)), "FINALIZED");
    assertRefused(governor.transact(new Finalize()), "FINALIZED");
    assertThat(governor.transact(new SetFeeCollectionAddress(BOB)).isAccepted()).isTrue();
    assertThat(core.feeCollector()).isEqualTo(BOB);
  }

  @Test
  void aCollectorMustTakeEther() {
    fixture.chain.deploy(
        BOB,
        (frame, calldata) -> {
          throw frame.revert(new Require("no"));
        });
    assertRefused(
        governor.transact(new SetFeeCollectionAddress(BOB)), "ADDRESS_DOES_NOT_ACCEPT_ETH");
    assertThat(core.feeCollector()).isEqualTo(COLLECTOR);
  }

  @Test
  void operatorsComeAndGo() {
    assertThat(governor.transact(new RegisterOperator(BOB)).logs()).hasSize(1);
    assertThat(governor.transact(new RegisterOperator(BOB)).logs()).isEmpty();
    assertThat(core.isOperator(BOB)).isTrue();
    assertThat(governor.transact(new UnregisterOperator(BOB)).logs()).hasSize(1);
    assertThat(governor.transact(new UnregisterOperator(BOB)).logs()).isEmpty();
    assertThat(core.isOperator(BOB)).isFalse();
  }

  @Test
  void aGovernorIsNominatedAndAccepts() {
    assertRefused(governor.transact(new NominateNewGovernor(EthAddress.ZERO)), "BAD_ADDRESS");
    assertRefused(governor.transact(new NominateNewGovernor(GOVERNOR)), "ALREADY_GOVERNOR");
    assertThat(governor.transact(new NominateNewGovernor(BOB)).logs()).hasSize(1);
    assertRefused(governor.transact(new NominateNewGovernor(ALICE)), "OTHER_CANDIDATE_PENDING");
    assertRefused(core.as(ALICE).transact(new AcceptGovernance()), "ONLY_CANDIDATE_GOVERNOR");
    assertThat(core.as(BOB).transact(new AcceptGovernance()).logs()).hasSize(1);
    assertThat(core.isGovernor(BOB)).isTrue();
    assertRefused(core.as(BOB).transact(new AcceptGovernance()), "ONLY_CANDIDATE_GOVERNOR");
    assertRefused(core.as(BOB).transact(new RemoveGovernor(BOB)), "GOVERNOR_SELF_REMOVE");
    assertRefused(core.as(BOB).transact(new RemoveGovernor(ALICE)), "NOT_GOVERNOR");
    assertThat(core.as(BOB).transact(new RemoveGovernor(GOVERNOR)).logs()).hasSize(1);
    assertThat(core.isGovernor(GOVERNOR)).isFalse();
  }

  @Test
  void aNominationCanBeTakenBack() {
    assertThat(governor.transact(new CancelNomination()).logs()).isEmpty();
    governor.transact(new NominateNewGovernor(BOB)).orThrow();
    assertThat(governor.transact(new CancelNomination()).logs()).hasSize(1);
    assertRefused(core.as(BOB).transact(new AcceptGovernance()), "ONLY_CANDIDATE_GOVERNOR");
  }
}
