// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.AuditReport;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Int256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Histories in which every invariant holds. */
class StarknetAuditorTest {
  private final History history = new History();

  @Test
  void aRightHistoryHasNoViolation() {
    AuditReport report = new Story().history.audit();
    assertThat(report.violations()).isEmpty();
    assertThat(report.holds()).isTrue();
    assertThat(report.exceptions())
        .isEqualTo(Map.of("starknet trap 9", 1L, "starknet trap 11", 1L));
  }

  @Test
  void everyInvariantIsHeldAgainstSomething() {
    History told = new Story().history;
    told.told.add(auditor -> auditor.l2TakenBack(UInt64.of(4)));
    TreeSet<String> numbers = new TreeSet<>();
    IntStream.rangeClosed(1, 23).forEach(number -> numbers.add("S" + number));
    assertThat(told.audit().checked().keySet()).isEqualTo(numbers);
  }

  @Test
  void aHistoryOfWhichAllIsFinalHasNoViolation() {
    Story story = new Story();
    for (int i = 0; i < 200; i++) {
      story.history.mine();
      story.history.seal();
    }
    assertThat(story.history.audit().violations()).isEmpty();
  }

  @Test
  void nothingAtAllIsARightHistory() {
    assertThat(history.audit().violations()).isEmpty();
  }

  @Test
  void blocksThatAreNotDoneNeedNoReason() {
    history.send(10);
    L1ToL2Message ran = history.send(20);
    history.mine();
    history.run(ran);
    history.seal();
    history.drained = false;
    assertThat(history.audit().violations()).isEmpty();
  }

  @Test
  void aCancellationMayComeExactlyAtItsTimeAndAfterARenewedRequest() {
    L1ToL2Message message = history.send(10);
    history.request(message);
    history.mine(5);
    history.request(message);
    history.mine(History.DELAY);
    history.cancel(message);
    history.mine();
    assertThat(history.audit().violations()).isEmpty();
  }

  @Test
  void aMessageToSomebodyWhoIsNoAddressWaitsForEver() {
    L1ToL2Message message = history.send(10);
    history.mine();
    history.run(message, L2ToL1Message.of(History.VAULT, Felt.MAX, Story.words(1)));
    history.seal();
    history.settle(message);
    history.mine();
    AuditReport report = history.audit();
    assertThat(report.violations()).isEmpty();
    assertThat(report.exceptions()).isEqualTo(Map.of("starknet trap 12", 1L));
  }

  @Test
  void aFailedMessageMayWait() {
    L1ToL2Message message = history.send(10);
    history.mine();
    history.fail(message);
    history.seal();
    AuditReport report = history.audit();
    assertThat(report.violations()).isEmpty();
    assertThat(report.exceptions()).isEqualTo(Map.of("starknet trap 21", 1L));
  }

  @Test
  void beforeVersion14AFailedMessageIsLeftOut() {
    StarknetAuditSettings now = history.settings;
    history.settings =
        new StarknetAuditSettings(
            now.core(),
            now.firstNonce(),
            now.cancellationDelay(),
            now.feeReceiver(),
            now.openingOfCore(),
            now.openingOfFeeReceiver(),
            now.settledAtStart(),
            false);
    L1ToL2Message message = history.send(10);
    history.mine();
    history.leaveOut(message);
    AuditReport report = history.audit();
    assertThat(report.violations()).isEmpty();
    assertThat(report.exceptions()).isEqualTo(Map.of("starknet trap 21", 1L));
  }

  @Test
  void logsOfOthersSayNothing() {
    Story story = new Story();
    story
        .history
        .blocks()
        .forEach(
            block ->
                List.copyOf(block.logs)
                    .forEach(
                        log -> block.logs.add(new Log(History.ALICE, log.topics(), log.data()))));
    assertThat(story.history.audit().violations()).isEmpty();
  }

  @Test
  void settingsOfACoreContractAsInitializeLeavesIt() {
    StarknetAuditSettings settings = StarknetAuditSettings.of(History.CORE, History.COLLECTOR);
    assertThat(settings.cancellationDelay()).isEqualTo(UInt256.of(432_000));
    assertThat(settings.settledAtStart()).isEqualTo(Int256.MINUS_ONE);
    assertThat(settings.includesFailing()).isTrue();
  }

  @Test
  void blocksThatDoNotFollowAreRefused() {
    StarknetAuditor auditor = new StarknetAuditor(history.settings);
    auditor.l2Block(UInt64.of(4), List.of());
    assertThatThrownBy(() -> auditor.l2Block(UInt64.of(4), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found block 4 after block 4");
    auditor.l1Block(new BlockInfo(UInt64.of(9), UInt64.ONE), List.of());
    assertThatThrownBy(() -> auditor.l1Block(new BlockInfo(UInt64.of(9), UInt64.ONE), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found block 9 after block 9");
  }

  @Test
  void aFinishedAuditTakesNothingMore() {
    StarknetAuditor auditor = new StarknetAuditor(history.settings);
    auditor.finish(history.state, true);
    assertThatThrownBy(() -> auditor.minted(UInt256.ONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("finished");
  }
}
