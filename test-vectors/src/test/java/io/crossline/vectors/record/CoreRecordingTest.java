// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CoreRecordingTest {
  private static final int PLENTY = 10_000;
  private static final int BLOCKS = 600;

  private static RecordedStarknetRun run;
  private static String text;

  @BeforeAll
  static void record() throws IOException {
    run = new RecordedStarknetRun(7, PLENTY);
    run.run(BLOCKS);
    run.network.reorganise(3);
    run.run(20);
    text = Replay.text(run.recorder);
  }

  @Test
  void faultyRunPassesWhenItIsReplayed() {
    Replay replay = Replay.of(text);

    assertThat(replay.troubles()).isEmpty();
    assertThat(replay.passed()).isOne();
    assertThat(replay.exitCode()).isZero();
    assertThat(run.recorder.omissions()).isEmpty();
  }

  @Test
  void recordingHasEverythingThatTheRunHad() {
    assertThat(text)
        .contains(
            "\"op\":\"sendMessageToL2\"",
            "\"op\":\"consumeMessageFromL2\"",
            "\"op\":\"startL1ToL2MessageCancellation\"",
            "\"op\":\"cancelL1ToL2Message\"",
            "\"op\":\"updateState\"",
            "\"revert\":\"L1_MSG_FEE_MUST_BE_GREATER_THAN_0\"",
            "\"revert\":\"MESSAGE_CANCELLATION_NOT_ALLOWED_YET\"",
            "\"revert\":\"INVALID_MESSAGE_TO_CONSUME\"")
        .doesNotContain("INVALID_PREV_BLOCK_NUMBER", "\"note\"");
    assertThat(run.recorder.steps()).isGreaterThan(400);
    assertThat(run.network.timeline().entries())
        .anyMatch(entry -> entry.toText().contains("reorg"));
  }

  @Test
  void anotherDigitInAnExpectationFails() {
    for (String field : new String[] {"contractBalance", "msgHash", "fee"}) {
      Matcher last = Pattern.compile("\"" + field + "\":\"0x[0-9a-f]*").matcher(text);
      int end = 0;
      for (int i = 0; i < 40 && last.find(); i++) {
        end = last.end();
      }
      char digit = text.charAt(end - 1) == '1' ? '2' : '1';

      Replay replay = Replay.of(text.substring(0, end - 1) + digit + text.substring(end));

      assertThat(replay.exitCode()).as(field).isOne();
      assertThat(replay.troubles()).as(field).isNotEmpty();
    }
  }

  @Test
  void longRunIsCutAndSaysSo() throws IOException {
    RecordedStarknetRun tooLong = new RecordedStarknetRun(7, 50);
    tooLong.run(200);

    String cut = Replay.text(tooLong.recorder);

    assertThat(tooLong.recorder.steps()).isEqualTo(50);
    assertThat(tooLong.recorder.omissions()).hasSize(1);
    assertThat(cut).contains("\"note\":\"" + tooLong.recorder.omissions().get(0) + '"');
    assertThat(Replay.of(cut).troubles()).isEmpty();
    assertThat(Replay.of(cut).exitCode()).isZero();
  }

  @Test
  void sameRunIsWrittenAlike() throws IOException {
    RecordedStarknetRun first = new RecordedStarknetRun(3, PLENTY);
    RecordedStarknetRun second = new RecordedStarknetRun(3, PLENTY);
    first.run(100);
    second.run(100);

    assertThat(Replay.text(first.recorder)).isEqualTo(Replay.text(second.recorder));
  }
}
