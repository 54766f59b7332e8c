// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFixture.AGGREGATOR;
import static io.crossline.starknet.l1.CoreFixture.ALICE;
import static io.crossline.starknet.l1.CoreFixture.L2_CONTRACT;
import static io.crossline.starknet.l1.CoreFixture.OPERATOR;
import static io.crossline.starknet.l1.CoreFixture.PAYLOAD;
import static io.crossline.starknet.l1.CoreFixture.PROGRAM;
import static io.crossline.starknet.l1.CoreFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.Panic;
import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Int256;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.LogStateUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The facts that an update asks for, and the last values that its checks let pass. */
class UpdateBoundsTest {
  private static final int SEGMENT = ProgramOutput.HEADER_SIZE;
  private static final Bytes PROOF = Bytes.of(new byte[48]);

  private final List<Bytes32> facts = new ArrayList<>();
  private final List<Bytes> points = new ArrayList<>();
  private final CoreFixture fixture =
      new CoreFixture(
          setup ->
              setup
                  .facts(fact -> facts.add(fact))
                  .pointEvaluation(
                      input -> {
                        points.add(input);
                        return Optional.of(PointEvaluation.VERIFIED);
                      }));

  private static Bytes word(UInt256 word) {
    return word.toBytes32().toBytes();
  }

  private List<UInt256> words() {
    L2ToL1Message message = L2ToL1Message.of(L2_CONTRACT, ALICE, PAYLOAD);
    return new ArrayList<>(
        ProgramOutput.of(fixture.header(), List.of(message), List.of()).words().words());
  }

  private List<UInt256> kzgWords(int blobs) {
    List<UInt256> words = words();
    words.set(ProgramOutput.USE_KZG_DA, UInt256.ONE);
    List<UInt256> segment = new ArrayList<>(List.of(UInt256.of(5), UInt256.of(blobs)));
    for (int i = 0; i < 4 * blobs; i++) {
      segment.add(UInt256.of(0xa0 + i));
    }
    words.addAll(SEGMENT, segment);
    return words;
  }

  private Outcome<LogStateUpdate> update(List<UInt256> words) {
    return fixture
        .core
        .as(OPERATOR)
        .updateState(new ProgramOutput(Payload.of(words)), UInt256.of(7), UInt256.of(8));
  }

  private Outcome<LogStateUpdate> updateKzg(List<UInt256> words, int blobs) {
    List<Bytes> proofs = new ArrayList<>();
    List<Bytes32> hashes = new ArrayList<>();
    for (int i = 0; i < blobs; i++) {
      byte[] proof = new byte[48];
      proof[0] = (byte) (i + 1);
      proofs.add(Bytes.of(proof));
      hashes.add(Bytes32.ofLimbs(0x01L << 56, 0, 0, i));
    }
    return fixture
        .core
        .as(OPERATOR)
        .updateStateKzgDA(new ProgramOutput(Payload.of(words)), proofs, hashes);
  }

  private static Bytes32 sharpFact(UInt256 program, Bytes32 stateTransitionFact) {
    return Keccak256.hash(Bytes.concat(word(program), stateTransitionFact.toBytes()));
  }

  private static Bytes32 onchainFact(List<UInt256> words) {
    Bytes32 all = Keccak256.hash(Payload.of(words).toBytes());
    UInt256 size = UInt256.of(words.size());
    return Keccak256.hash(
            Bytes.concat(
                all.toBytes(), word(size), word(UInt256.of(7)), word(size.plus(UInt256.of(8)))))
        .toUInt256()
        .plus(UInt256.ONE)
        .toBytes32();
  }

  @Test
  void theFactIsOfTheProgramAndTheOutputWithItsOnchainData() {
    List<UInt256> words = words();
    assertThat(update(words).orThrow())
        .isEqualTo(new LogStateUpdate(UInt256.of(101), Int256.of(11), UInt256.of(201)));
    assertThat(facts).containsExactly(sharpFact(PROGRAM, onchainFact(words)));
  }

  @Test
  void anAggregatedOutputHasTheFactOfTheAggregator() {
    List<UInt256> words = words();
    words.set(ProgramOutput.OS_PROGRAM_HASH, PROGRAM);
    assertThat(update(words).isAccepted()).isTrue();
    assertThat(facts).containsExactly(sharpFact(AGGREGATOR, onchainFact(words)));
  }

  @Test
  void withBlobsTheFactIsOfTheWordsAlone() {
    List<UInt256> words = kzgWords(1);
    assertThat(updateKzg(words, 1).orThrow())
        .isEqualTo(new LogStateUpdate(UInt256.of(101), Int256.of(11), UInt256.of(201)));
    assertThat(facts)
        .containsExactly(sharpFact(PROGRAM, Keccak256.hash(Payload.of(words).toBytes())));
  }

  @Test
  void everyBlobHasItsOwnCommitmentAndValue() {
    assertThat(updateKzg(kzgWords(2), 2).isAccepted()).isTrue();
    for (int i = 0; i < 2; i++) {
      Bytes point = points.get(i);
      assertThat(point.size()).isEqualTo(192);
      assertThat(point.slice(0, 32)).isEqualTo(Bytes32.ofLimbs(0x01L << 56, 0, 0, i).toBytes());
      UInt256 y = UInt256.ofLimbs(0, 0xa5 + 2L * i, 0, 0xa4 + 2L * i);
      assertThat(point.slice(64, 96)).isEqualTo(word(y));
      assertThat(point.slice(96, 144))
          .isEqualTo(
              Bytes.concat(
                  word(UInt256.of(0xa1 + 2L * i)).slice(8),
                  word(UInt256.of(0xa0 + 2L * i)).slice(8)));
      assertThat(point.slice(144, 145)).isEqualTo(Bytes.of((byte) (i + 1)));
    }
  }

  @Test
  void theCalldataOfBlobProofsIsCanonical() {
    Payload words = Payload.of(UInt256.of(3));
    Bytes calldata =
        new UpdateStateKzgDA(new ProgramOutput(words), KzgProofs.of(List.of(PROOF, PROOF)))
            .calldata(fixture.core.rules());
    Bytes proof = Bytes.concat(word(UInt256.of(48)), PROOF, Bytes.of(new byte[16]));
    assertThat(calldata.slice(4))
        .isEqualTo(
            Bytes.concat(
                word(UInt256.of(0x40)),
                word(UInt256.of(0x80)),
                word(UInt256.of(1)),
                word(UInt256.of(3)),
                word(UInt256.of(2)),
                word(UInt256.of(0x40)),
                word(UInt256.of(0xa0)),
                proof,
                proof));
  }

  @Test
  void aKzgSegmentOfTwoWordsIsLongEnough() {
    assertRefused(updateKzg(kzgWords(0).subList(0, 12), 0), Panic.INDEX);
    assertRefused(updateKzg(kzgWords(0).subList(0, 11), 0), "KZG_SEGMENT_TOO_SHORT");
    ProgramOutput output = new ProgramOutput(Payload.of(kzgWords(0)));
    UpdateStateKzgDA withoutBlobs = new UpdateStateKzgDA(output, KzgProofs.of(List.of()));
    assertThat(fixture.core.as(OPERATOR).transact(withoutBlobs).orThrow())
        .isEqualTo(new LogStateUpdate(UInt256.of(101), Int256.of(11), UInt256.of(201)));
    assertThat(points).isEmpty();
  }

  @Test
  void aPrecompileThatAcceptsAllAnswersAsUpstreamExpects() {
    CoreFixture trusting =
        new CoreFixture(setup -> setup.pointEvaluation(PointEvaluation.acceptAll()));
    Bytes32 blob = Bytes32.ofLimbs(0x01L << 56, 0, 0, 1);
    assertThat(
            trusting
                .core
                .as(OPERATOR)
                .updateStateKzgDA(
                    new ProgramOutput(Payload.of(kzgWords(1))), List.of(PROOF), List.of(blob))
                .isAccepted())
        .isTrue();
  }

  private void updatesWith(int index, UInt256 word) {
    List<UInt256> words = kzgWords(1);
    words.set(index, word);
    assertThat(updateKzg(words, 1).isAccepted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 13})
  void halvesOfACommitmentMayUse192Bits(int index) {
    updatesWith(index, UInt256.ofLimbs(0, -1, -1, -1));
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 15})
  void halvesOfAValueMayUse128Bits(int index) {
    updatesWith(index, UInt256.ofLimbs(0, 0, -1, -1));
  }

  private Outcome<?> with(int index, long word) {
    List<UInt256> words = words();
    words.set(index, UInt256.of(word));
    return update(words);
  }

  @Test
  void sizesAndLengthsReachTo30Bits() {
    long last = (1L << 30) - 1;
    int length = SEGMENT + 3;
    assertRefused(with(length, last + 1), "INVALID_PAYLOAD_LENGTH");
    assertRefused(with(length, last), "TRUNCATED_MESSAGE_PAYLOAD");
    assertRefused(with(SEGMENT, last + 1), "INVALID_MESSAGE_SEGMENT_SIZE");
    assertRefused(with(SEGMENT, last), "MESSAGE_TOO_SHORT");
  }

  @Test
  void theLengthOfAMessageMustBeThere() {
    List<UInt256> words = words();
    assertRefused(update(words.subList(0, SEGMENT + 3)), "MESSAGE_TOO_SHORT");
    assertRefused(update(words.subList(0, SEGMENT + 4)), "TRUNCATED_MESSAGE_PAYLOAD");
    assertRefused(update(words.subList(0, SEGMENT + 6)), Panic.INDEX);
    assertThat(update(words).isAccepted()).isTrue();
  }
}
