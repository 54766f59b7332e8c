// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.picture;

import static io.crossline.simulation.picture.Lines.line;
import static io.crossline.simulation.picture.Lines.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunPictureTest {
  @Test
  void aMessageHasItsStepsInOrder() {
    RunPicture.Builder builder = picture();
    builder.add(line(0, "L1", "sent", "m1", "SENT"));
    builder.add(line(9, "L2", "ran; sent m2", "m1", "DONE", "m2", "SENT"));
    builder.identify("m1", "0xab", "deposit");
    RunPicture picture = builder.build();
    assertThat(picture.lanes()).containsExactly(new Lane("L1", 0), new Lane("L2", 1));
    DrawnMessage first = picture.messages().get(0);
    assertThat(first.id()).isEqualTo("0xab");
    assertThat(first.kind()).isEqualTo("deposit");
    assertThat(first.status()).isEqualTo("DONE");
    assertThat(first.failed()).isFalse();
    assertThat(first.faulted()).isFalse();
    assertThat(first.steps()).extracting(Step::lane).containsExactly("L1", "L2");
    assertThat(first.steps()).extracting(Step::status).containsExactly("SENT", "DONE");
    assertThat(picture.messages()).extracting(DrawnMessage::name).containsExactly("m1", "m2");
    assertThat(picture.aggregated()).isEmpty();
  }

  @Test
  void namedLanesComeFirstInTheirOrder() {
    RunPicture.Builder builder = picture().lane("root", 0).lane("games", 1);
    builder.add(line(0, "games/chess", "sent", "c1", "SENT"));
    builder.add(line(1, "games", "taken", "c1", "QUEUED"));
    assertThat(builder.build().lanes())
        .containsExactly(new Lane("root", 0), new Lane("games", 1), new Lane("games/chess", 2));
  }

  @Test
  void aFaultTouchesTheMessagesThatItNamesAndThatWentBack() {
    RunPicture.Builder builder = picture();
    for (String name : List.of("m1", "m2", "m12", "m3")) {
      builder.add(line(0, "L1", "sent", name, "SENT"));
      builder.add(line(1, "L1", "confirmed", name, "CONFIRMED"));
    }
    builder.add(line(2, "L2", "fault: handler of m12 fails, back in 30 s"));
    builder.add(line(3, "L1", "reorganised", "m2", "SENT"));
    RunPicture picture = builder.build();
    assertThat(picture.messages())
        .filteredOn(DrawnMessage::faulted)
        .extracting(DrawnMessage::name)
        .containsExactly("m2", "m12");
    assertThat(picture.faults())
        .containsExactly(
            new FaultMark(
                Duration.ofSeconds(2),
                "L2",
                Optional.empty(),
                Duration.ofSeconds(30),
                "handler of m12 fails, back in 30 s"));
  }

  @Test
  void failedOnesAreDrawnFirstThenFaultedOnesThenTheEarliest() {
    RunPicture.Builder builder = picture();
    for (int i = 1; i <= 6_000; i++) {
      builder.add(line(i, "L1", "sent", "m" + i, "SENT"));
    }
    builder.add(line(7_000, "L1", "failed", "m5999", "FAILED"));
    builder.add(line(7_001, "L1", "fault: m6000 is dropped"));
    builder.add(line(7_002, "L1", "failed", "m3", "FAILED"));
    RunPicture picture = builder.build();
    List<String> names = picture.messages().stream().map(DrawnMessage::name).toList();
    assertThat(names).hasSize(RunPicture.MOST_MESSAGES);
    assertThat(names.subList(0, 4_998)).last().isEqualTo("m4998");
    assertThat(names.subList(4_998, 5_000)).containsExactly("m5999", "m6000");
    assertThat(picture.aggregated()).containsExactly(entry("SENT", 1_000L));
    assertThat(builder.held()).isEqualTo(names);
  }

  @Test
  void ofTooManyFailedOnesTheEarliestAreDrawn() {
    RunPicture.Builder builder = picture();
    for (int i = 1; i <= 20_000; i++) {
      builder.add(line(i, "L1", "failed", "m" + i, i % 2 == 0 ? "FAILED" : "DONE"));
    }
    RunPicture picture = builder.build();
    assertThat(picture.messages()).hasSize(5_000).allMatch(DrawnMessage::failed);
    assertThat(picture.messages().get(4_999).name()).isEqualTo("m10000");
    assertThat(picture.aggregated())
        .containsExactly(entry("DONE", 10_000L), entry("FAILED", 5_000L));
  }

  @Test
  void aMessageThatFailsLongAfterwardsIsDrawnWithWhatIsLeftOfIt() {
    RunPicture.Builder builder = picture();
    for (int i = 1; i <= 60_000; i++) {
      builder.add(line(i, "L1", "sent", "m" + i, "SENT"));
    }
    builder.add(line(70_000, "L1", "failed", "m10000", "FAILED"));
    builder.add(line(70_001, "L1", "failed", "m59000", "FAILED"));
    RunPicture picture = builder.build();
    assertThat(picture.messages())
        .filteredOn(DrawnMessage::failed)
        .extracting(DrawnMessage::name, DrawnMessage::missingSteps, m -> m.steps().size())
        .containsExactly(tuple("m59000", 0, 2), tuple("m10000", 1, 1));
    assertThat(picture.aggregated()).containsExactly(entry("SENT", 55_000L));
  }

  @Test
  void namesThatNoTimelineGivesAreCountedToo() {
    RunPicture.Builder builder = picture();
    for (int i = 0; i < 5_000; i++) {
      builder.add(line(0, "L1", "sent", "m" + i, "SENT"));
    }
    List<String> odd =
        List.of("", "x", "m007", "m999999999", "m12345678901234567890", "a b", "m5000");
    odd.forEach(name -> builder.add(line(1, "L1", "sent", name, "SENT")));
    odd.forEach(name -> builder.add(line(2, "L1", "done", name, "DONE")));
    assertThat(builder.build().aggregated()).containsExactly(entry("DONE", 7L));
  }

  @Test
  void aMessageThatGoesAroundForEverKeepsItsFirstAndLastSteps() {
    RunPicture.Builder builder = picture();
    for (int i = 0; i < 1_000; i++) {
      builder.add(line(i, "L1", "step " + i, "m1", "SENT"));
    }
    DrawnMessage message = builder.build().messages().get(0);
    assertThat(message.steps())
        .hasSize(Draft.MOST_STEPS)
        .first()
        .extracting(Step::text)
        .isEqualTo("step 0");
    assertThat(message.steps()).last().extracting(Step::text).isEqualTo("step 999");
    assertThat(message.missingSteps()).isEqualTo(1_000 - Draft.MOST_STEPS);
  }

  @Test
  void veryManyFaultsAreThinnedOutEvenly() {
    RunPicture.Builder builder = picture();
    for (int i = 0; i < 18_000; i++) {
      builder.add(line(i, "L1", "fault: dropped"));
    }
    RunPicture picture = builder.build();
    assertThat(picture.faults()).hasSize(4_500);
    assertThat(picture.faults().get(4_499).time()).isEqualTo(Duration.ofSeconds(4 * 4_499));
    assertThat(picture.faultsNotMarked()).isEqualTo(13_500);
  }

  @Test
  void moreThanCanBeDrawnIsRefused() {
    DrawnMessage message =
        new DrawnMessage(
            "m1",
            "",
            "",
            "SENT",
            false,
            false,
            0,
            List.of(new Step(Duration.ZERO, "L1", UInt64.ONE, "SENT", "sent")));
    List<DrawnMessage> most = new ArrayList<>(Collections.nCopies(5_000, message));
    List<Lane> lanes = List.of(new Lane("L1", 0));
    assertThat(new RunPicture("", "", lanes, most, List.of(), Map.of(), 0).messages())
        .hasSize(5_000);
    most.add(message);
    assertThatThrownBy(() -> new RunPicture("", "", lanes, most, List.of(), Map.of(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5001 messages");
  }
}
