// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.AuditReport;
import io.crossline.simulation.audit.Violation;
import io.crossline.starknet.L1ToL2Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Histories in which blocks are taken back: all has to hold on the chains that stay. */
class ReorganisedHistoryTest {
  private final History history = new History();

  @Test
  void aMessageThatWasLostAndSentAgainIsTheSameOne() {
    L1ToL2Message stays = history.send(10);
    history.mine();
    L1ToL2Message moves = history.send(20);
    history.mine();
    history.run(stays);
    history.run(moves);
    history.seal();
    history.reorganise(1);
    assertThat(history.send(20)).isEqualTo(moves);
    history.mine();
    history.settle(stays, moves);
    history.mine();
    assertThat(history.audit().violations()).isEmpty();
  }

  @Test
  void anotherMessageTakesTheNonceOfALostOneAndL2IsTakenBack() {
    L1ToL2Message stays = history.send(10);
    history.mine();
    L1ToL2Message isLost = history.send(20);
    history.mine();
    history.run(stays);
    history.seal();
    history.run(isLost);
    history.seal();
    history.reorganise(1);
    L1ToL2Message other = history.send(30);
    history.mine();
    history.rollBack(2);
    history.run(stays);
    history.run(other);
    history.seal();
    history.settle(stays, other);
    history.mine();
    assertThat(history.audit().violations()).isEmpty();
  }

  @Test
  void aLostMessageThatWentThroughMayNotBeSettled() {
    L1ToL2Message isLost = history.send(20);
    history.mine();
    history.run(isLost);
    history.seal();
    history.reorganise(1);
    history.settle(isLost);
    history.mine();
    history.state.move(History.COLLECTOR, History.CORE, 20);
    assertThat(broken(history.audit())).containsExactly("S8", "S6");
  }

  @Test
  void aLostMessageThatWentThroughHasToBeTakenBackInTheEnd() {
    L1ToL2Message isLost = history.send(20);
    history.mine();
    history.run(isLost);
    history.seal();
    history.reorganise(1);
    history.drained = false;
    assertThat(history.audit().violations()).isEmpty();
    history.drained = true;
    assertThat(broken(history.audit())).containsExactly("S8");
  }

  @Test
  void aLostMessageThatFailedMayStayOnL2() {
    L1ToL2Message settles = history.send(10);
    history.mine();
    L1ToL2Message fails = history.send(20);
    history.mine();
    history.run(settles);
    history.fail(fails);
    history.seal();
    history.reorganise(1);
    history.settle(settles);
    history.mine();
    AuditReport report = history.audit();
    assertThat(report.violations()).isEmpty();
    assertThat(report.exceptions()).isEqualTo(Map.of("starknet trap 21", 1L));
  }

  @Test
  void aLostMessageThatFailedAndIsSentAgainIsNotRunAgain() {
    L1ToL2Message settles = history.send(10);
    history.mine();
    L1ToL2Message fails = history.send(20);
    history.mine();
    history.run(settles);
    history.fail(fails);
    history.seal();
    history.reorganise(1);
    history.settle(settles);
    history.mine();
    assertThat(history.send(20)).isEqualTo(fails);
    history.mine();
    assertThat(history.audit().violations()).isEmpty();
    history.fail(fails);
    history.seal();
    assertThat(broken(history.audit())).containsExactly("S9");
  }

  @Test
  void aMessageSentAgainMayHaveRunBeforeOneThatTookTheNonceOfALostOne() {
    L1ToL2Message isLost = history.send(10);
    L1ToL2Message moves = history.send(20);
    history.mine();
    history.fail(isLost);
    history.run(moves);
    history.seal();
    history.reorganise(1);
    L1ToL2Message other = history.send(30);
    assertThat(history.send(20)).isEqualTo(moves);
    history.mine();
    history.run(other);
    history.seal();
    history.settle(moves, other);
    history.mine();
    AuditReport report = history.audit();
    assertThat(report.violations()).isEmpty();
    assertThat(report.exceptions())
        .isEqualTo(Map.of("starknet trap 21", 1L, "starknet reorganisation", 1L));
  }

  @Test
  void aStateUpdateThatWasLostIsMadeAgain() {
    L1ToL2Message message = history.send(10);
    history.mine();
    history.run(message);
    History.OnL2 block = history.seal();
    history.settle(message);
    history.mine();
    history.reorganise(1);
    history.unsettle(block);
    history.settle(message);
    history.mine();
    assertThat(history.audit().violations()).isEmpty();
  }

  @Test
  void aBlockWhoseStateUpdateWasLostMayBeTakenBack() {
    L1ToL2Message message = history.send(10);
    history.mine();
    history.run(message);
    history.seal();
    history.settle(message);
    history.mine();
    history.reorganise(2);
    history.rollBack(1);
    assertThat(history.audit().violations()).isEmpty();
  }

  @Test
  void whatTheSequencerSaidOfALostMessageIsNoReasonForItsSuccessor() {
    L1ToL2Message message = history.send(10);
    history.request(message);
    history.mine();
    history.leaveOut(message);
    history.reorganise(1);
    assertThat(history.send(10)).isEqualTo(message);
    history.mine();
    assertThat(broken(history.audit())).containsExactly("S22");
  }

  @Test
  void aRequestThatWasLostIsAReasonToHaveLeftItsMessageOut() {
    L1ToL2Message message = history.send(10);
    history.mine();
    history.request(message);
    history.mine();
    history.leaveOut(message);
    history.reorganise(1);
    assertThat(history.audit().violations()).isEmpty();
  }

  @Test
  void aCancellationDoesNotCountIfItsRequestWasLost() {
    L1ToL2Message message = history.send(10);
    history.mine();
    history.request(message);
    history.mine();
    history.reorganise(1);
    history.mine(History.DELAY);
    history.cancel(message);
    history.mine();
    assertThat(broken(history.audit())).containsExactly("S13");
  }

  @Test
  void sixtyFourBlocksCanBeLostAndNoMore() {
    StarknetAuditor auditor = new StarknetAuditor(history.settings);
    for (int number = 1; number <= 100; number++) {
      auditor.l1Block(new BlockInfo(UInt64.of(number), UInt64.of(number)), List.of());
    }
    assertThatThrownBy(() -> auditor.l1TakenBack(UInt64.of(35)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be 36 or above");
    auditor.l1TakenBack(UInt64.of(36));
    auditor.l1Block(new BlockInfo(UInt64.of(37), UInt64.of(37)), List.of());
    history.state.settled = UInt256.MAX;
    auditor.minted(EndOfHistory.OPENING);
    assertThat(auditor.finish(history.state, true).violations()).isEmpty();
  }

  private static List<String> broken(AuditReport report) {
    return report.violations().stream().map(Violation::invariant).distinct().toList();
  }
}
