// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFixture.ALICE;
import static io.crossline.starknet.l1.CoreFixture.L2_CONTRACT;
import static io.crossline.starknet.l1.CoreFixture.PAYLOAD;
import static io.crossline.starknet.l1.CoreFixture.SELECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading the words of an output, without a contract. */
class ProgramOutputTest {
  private static final L2ToL1Message UP = L2ToL1Message.of(L2_CONTRACT, ALICE, PAYLOAD);
  private static final L1ToL2Message DOWN =
      L1ToL2Message.of(
          ALICE, L2_CONTRACT.toUInt256(), SELECTOR.value().toUInt256(), PAYLOAD, UInt256.of(9));
  private static final ProgramOutput.Header HEADER = new CoreFixture().header();

  private static List<UInt256> words() {
    return new ArrayList<>(ProgramOutput.of(HEADER, List.of(UP), List.of(DOWN)).words().words());
  }

  /** The same output with a KZG segment: a point, and as many blobs of four words. */
  private static List<UInt256> words(int blobs) {
    List<UInt256> words = words();
    words.set(ProgramOutput.USE_KZG_DA, UInt256.ONE);
    List<UInt256> segment = new ArrayList<>(List.of(UInt256.of(5), UInt256.of(blobs)));
    for (int i = 0; i < 4 * blobs; i++) {
      segment.add(UInt256.of(100 + i));
    }
    words.addAll(ProgramOutput.HEADER_SIZE, segment);
    return words;
  }

  private static ProgramOutput output(List<UInt256> words) {
    return new ProgramOutput(Payload.of(words));
  }

  private static void assertMalformed(List<UInt256> words, String reason) {
    assertThatThrownBy(() -> output(words).messagesToL1())
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining(reason);
    assertThatThrownBy(() -> output(words).messagesToL2())
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void theHeaderIsTheFirstTenWords() {
    assertThat(output(words()).header()).isEqualTo(HEADER);
    assertThat(output(words().subList(0, 10)).header()).isEqualTo(HEADER);
    assertThatThrownBy(() -> output(words().subList(0, 9)).header())
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("found 9 words");
  }

  @Test
  void theMessagesBeginBehindTheBlobs() {
    for (int blobs = 0; blobs <= 3; blobs++) {
      ProgramOutput output = output(words(blobs));
      assertThat(output.messagesOffset()).isEqualTo(12 + 4 * blobs);
      assertThat(output.messagesToL1()).containsExactly(UP);
      assertThat(output.messagesToL2()).containsExactly(DOWN);
    }
  }

  @Test
  void aKzgSegmentThatDoesNotFitIsMalformed() {
    assertMalformed(words(1).subList(0, 11), "KZG_SEGMENT_TOO_SHORT");
    assertMalformed(words(1).subList(0, 15), "KZG_SEGMENT_TOO_SHORT");
    assertMalformed(words(1).subList(0, 16), "Panic");
    assertMalformed(words(0).subList(0, 12), "Panic");
    for (UInt256 blobs : List.of(UInt256.of(1L << 30), UInt256.of(1L << 32), UInt256.MAX)) {
      List<UInt256> words = words(1);
      words.set(11, blobs);
      assertMalformed(words, "KZG_SEGMENT_TOO_SHORT");
    }
  }

  @Test
  void nothingMayFollowTheMessages() {
    List<UInt256> words = words();
    assertThat(output(words).messagesToL1()).containsExactly(UP);
    words.add(UInt256.ZERO);
    assertMalformed(words, "STARKNET_OUTPUT_TOO_LONG");
  }

  @Test
  void theHashIsOverEveryWord() {
    assertThat(output(words()).hash()).isEqualTo(Keccak256.hash(output(words()).words().toBytes()));
  }
}
