// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFixture.CONFIG;
import static io.crossline.starknet.l1.CoreFixture.OPERATOR;
import static io.crossline.starknet.l1.CoreFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.Panic;
import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Int256;
import io.crossline.starknet.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateStateKzgDATest {
  private static final Bytes PROOF = Bytes.of(new byte[48]);
  private static final Bytes32 BLOB = Bytes32.ofLimbs(0x01L << 56, 0, 0, 7);

  private final List<Bytes> seen = new ArrayList<>();
  private final CoreFixture fixture =
      new CoreFixture(
          setup ->
              setup.pointEvaluation(
                  input -> {
                    seen.add(input);
                    return Optional.of(PointEvaluation.VERIFIED);
                  }));

  private List<UInt256> words() {
    List<UInt256> words = new ArrayList<>();
    for (int word : new int[] {100, 101, 10, 11, 200, 201, 0}) {
      words.add(UInt256.of(word));
    }
    words.add(CONFIG);
    words.add(UInt256.ONE);
    words.add(UInt256.ZERO);
    // z, one blob, commitment low and high, y low and high, two empty segments
    for (int word : new int[] {5, 1, 0xc0, 0xc1, 0xe0, 0xe1, 0, 0}) {
      words.add(UInt256.of(word));
    }
    return words;
  }

  private Outcome<?> update(List<UInt256> words, List<Bytes> proofs, List<Bytes32> blobs) {
    return fixture
        .core
        .as(OPERATOR)
        .updateStateKzgDA(new ProgramOutput(Payload.of(words)), proofs, blobs);
  }

  private Outcome<?> with(int index, UInt256 word) {
    List<UInt256> words = words();
    words.set(index, word);
    return update(words, List.of(PROOF), List.of(BLOB));
  }

  @Test
  void verifiesEachBlobThroughThePrecompile() {
    assertThat(update(words(), List.of(PROOF), List.of(BLOB)).isAccepted()).isTrue();
    assertThat(fixture.core.stateBlockNumber()).isEqualTo(Int256.of(11));
    UInt256 y = UInt256.ofLimbs(0, 0xe1, 0, 0xe0);
    Bytes commitment =
        Bytes.concat(
            UInt256.of(0xc1).toBytes32().toBytes().slice(8),
            UInt256.of(0xc0).toBytes32().toBytes().slice(8));
    assertThat(seen)
        .containsExactly(
            Bytes.concat(
                BLOB.toBytes(),
                UInt256.of(5).toBytes32().toBytes(),
                y.toBytes32().toBytes(),
                commitment,
                PROOF));
  }

  @Test
  void checksTheSegment() {
    var before = fixture.state();
    assertRefused(with(8, UInt256.ZERO), "UNEXPECTED_KZG_DA_FLAG");
    assertRefused(with(11, UInt256.of(2)), "INVALID_NUMBER_OF_KZG_PROOFS");
    assertRefused(with(11, UInt256.ofLimbs(1L << 63, 0, 0, 0)), Panic.ARITHMETIC);
    assertRefused(with(11, UInt256.ofLimbs(-1L >>> 1, -1, -1, -1)), Panic.ARITHMETIC);
    assertRefused(with(11, UInt256.ofLimbs(-1L >>> 1, -1, -1, -2)), "INVALID_NUMBER_OF_KZG_PROOFS");
    assertRefused(with(12, UInt256.ofLimbs(1, 0, 0, 0)), "INVALID_KZG_COMMITMENT");
    assertRefused(with(13, UInt256.ofLimbs(1, 0, 0, 0)), "INVALID_KZG_COMMITMENT");
    assertRefused(with(14, UInt256.ofLimbs(0, 1, 0, 0)), "INVALID_Y_VALUE");
    assertRefused(with(15, UInt256.ofLimbs(0, 1, 0, 0)), "INVALID_Y_VALUE");
    assertRefused(
        update(words().subList(0, 11), List.of(PROOF), List.of(BLOB)), "KZG_SEGMENT_TOO_SHORT");
    assertRefused(
        update(words().subList(0, 15), List.of(PROOF), List.of(BLOB)), "KZG_SEGMENT_TOO_SHORT");
    assertThat(fixture.state()).isEqualTo(before);
  }

  @Test
  void checksBlobsAndProofs() {
    assertRefused(update(words(), List.of(), List.of(BLOB)), "INVALID_NUMBER_OF_KZG_PROOFS");
    assertRefused(update(words(), List.of(PROOF), List.of()), "INVALID_BLOB_INDEX");
    assertRefused(
        update(words(), List.of(PROOF), List.of(Bytes32.ofLimbs(2L << 56, 0, 0, 7))),
        "UNEXPECTED_BLOB_HASH_VERSION");
    assertRefused(
        update(words(), List.of(Bytes.of(new byte[47])), List.of(BLOB)), "INVALID_KZG_PROOF_SIZE");
  }

  @Test
  void anExtraBlobIsIgnored() {
    assertThat(update(words(), List.of(PROOF), List.of(BLOB, Bytes32.ZERO)).isAccepted()).isTrue();
  }

  @Test
  void anAnswerOfThePrecompileThatIsNotTheExpectedOneIsRefused() {
    CoreFixture odd =
        new CoreFixture(setup -> setup.pointEvaluation(input -> Optional.of(Bytes.EMPTY)));
    assertRefused(
        odd.core
            .as(OPERATOR)
            .updateStateKzgDA(
                new ProgramOutput(Payload.of(words())), List.of(PROOF), List.of(BLOB)),
        "UNEXPECTED_POINT_EVALUATION_PRECOMPILE_OUTPUT");
    CoreFixture none = new CoreFixture();
    assertRefused(
        none.core
            .as(OPERATOR)
            .updateStateKzgDA(
                new ProgramOutput(Payload.of(words())), List.of(PROOF), List.of(BLOB)),
        "POINT_EVALUATION_PRECOMPILE_CALL_FAILED");
  }

  @Test
  void theExpectedAnswerIsTheOneWhoseHashTheContractHolds() {
    assertThat(Keccak256.hash(PointEvaluation.VERIFIED))
        .hasToString("0xb2157d3a40131b14c4c675335465dffde802f0ce5218ad012284d7f275d1b37c");
  }
}
