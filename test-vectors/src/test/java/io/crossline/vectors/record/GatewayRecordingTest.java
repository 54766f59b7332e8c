// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.FaultProfile;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GatewayRecordingTest {
  private static final int PLENTY = 10_000;

  private static RecordedIpcRun run;
  private static String text;

  @BeforeAll
  static void record() throws IOException {
    run = new RecordedIpcRun(7, PLENTY, RecordedIpcRun.rough());
    run.run(400);
    run.network.reorganise(2);
    run.run(40);
    text = Replay.text(run.recorder);
  }

  @Test
  void faultyRunPassesWhenItIsReplayed() {
    Replay replay = Replay.of(text);

    assertThat(replay.troubles()).isEmpty();
    assertThat(replay.passed()).isEqualTo(4);
    assertThat(replay.exitCode()).isZero();
    assertThat(run.recorder.omissions()).isEmpty();
  }

  @Test
  void recordingHasEverythingThatTheRunHad() {
    assertThat(text)
        .contains(
            "\"op\":\"sendContractXnetMessage\"",
            "\"op\":\"applyCrossMessages\"",
            "\"op\":\"execBottomUpMsgBatch\"",
            "\"op\":\"propagateAll\"",
            "\"op\":\"commitParentFinality\"",
            "\"op\":\"commitCheckpoint\"",
            "\"op\":\"fund\"",
            "\"op\":\"release\"",
            "\"mint\":",
            "\"kind\":\"by-kind\"",
            "\"kind\":\"reverts\"",
            "\"kind\":\"returns\"",
            "\"success\":false",
            "\"error\":\"InvalidXnetMessage\"")
        .doesNotContain("\"note\"");
    assertThat(run.recorder.steps()).isGreaterThan(500);
    assertThat(run.network.timeline().entries())
        .anyMatch(entry -> entry.what().startsWith("fault: "));
  }

  @Test
  void anotherDigitInAnExpectationFails() {
    for (String field : new String[] {"after", "envelopeHash", "hash"}) {
      Matcher last = Pattern.compile("\"" + field + "\":\"0x[0-9a-f]*").matcher(text);
      int end = 0;
      for (int i = 0; i < 20 && last.find(); i++) {
        end = last.end();
      }
      char digit = text.charAt(end - 1) == '1' ? '2' : '1';

      Replay replay = Replay.of(text.substring(0, end - 1) + digit + text.substring(end));

      assertThat(replay.exitCode()).as(field).isOne();
      assertThat(replay.troubles()).as(field).isNotEmpty();
    }
  }

  @Test
  void handlerThatAFaultLetFailEndsItsCase() throws IOException {
    RecordedIpcRun faulty = new RecordedIpcRun(7, PLENTY, FaultProfile.HOSTILE);
    faulty.run(150);

    String cut = Replay.text(faulty.recorder);

    assertThat(faulty.recorder.omissions()).isNotEmpty();
    assertThat(cut).contains("because a fault made the contract");
    assertThat(Replay.of(cut).troubles()).isEmpty();
  }

  @Test
  void longRunIsCutAndSaysSo() throws IOException {
    RecordedIpcRun tooLong = new RecordedIpcRun(7, 60, RecordedIpcRun.rough());
    tooLong.run(200);

    String cut = Replay.text(tooLong.recorder);

    assertThat(tooLong.recorder.steps()).isEqualTo(60);
    assertThat(tooLong.recorder.omissions()).isNotEmpty();
    assertThat(cut).contains("\"note\":\"the recording ends in block ");
    assertThat(Replay.of(cut).troubles()).isEmpty();
  }

  @Test
  void sameRunIsWrittenAlike() throws IOException {
    RecordedIpcRun first = new RecordedIpcRun(3, PLENTY, RecordedIpcRun.rough());
    RecordedIpcRun second = new RecordedIpcRun(3, PLENTY, RecordedIpcRun.rough());
    first.run(60);
    second.run(60);

    assertThat(Replay.text(first.recorder)).isEqualTo(Replay.text(second.recorder));
  }
}
