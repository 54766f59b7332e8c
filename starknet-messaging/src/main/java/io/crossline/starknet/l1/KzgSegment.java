// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.Panic;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Payload;
import java.util.Optional;

/**
 * The words of a program output that commit to blobs: z, number of blobs, two words of commitment a
 * blob, two words of evaluation a blob, low half first ({@code verifyKzgProofs} of {@code
 * Starknet.sol}).
 */
final class KzgSegment {
  private static final int START = ProgramOutput.HEADER_SIZE;
  private static final int COMMITMENTS = 2;
  private static final int PROOF_SIZE = 48;
  private static final int VERSION = 0x01;
  private static final int COMMITMENT_HALF_BITS = 192;
  private static final int COMMITMENT_HALF_BYTES = 24;
  private static final int EVALUATION_HALF_BITS = 128;
  private static final int EVALUATION_HALF_BYTES = 16;

  private final Payload words;
  private final KzgProofs proofs;

  KzgSegment(Payload words, KzgProofs proofs) {
    this.words = words;
    this.proofs = proofs;
  }

  void verify(Frame frame, PointEvaluation precompile) {
    int size = words.size() - START;
    Guards.require(size >= COMMITMENTS, "KZG_SEGMENT_TOO_SHORT");
    UInt256 blobs = words.word(START + 1);
    UInt256 twice = checkedSum(blobs, blobs);
    UInt256 evaluations = checkedSum(UInt256.of(COMMITMENTS), twice);
    Guards.require(blobs.equals(UInt256.of(proofs.size())), "INVALID_NUMBER_OF_KZG_PROOFS");
    UInt256 end = checkedSum(evaluations, twice);
    Guards.require(UInt256.of(size).compareTo(end) >= 0, "KZG_SEGMENT_TOO_SHORT");
    for (int i = 0; i < proofs.size(); i++) {
      verifyBlob(frame, precompile, i, START + (int) evaluations.longValueExact());
    }
  }

  private void verifyBlob(Frame frame, PointEvaluation precompile, int index, int evaluations) {
    Bytes32 blobHash =
        index < frame.blobHashes().size() ? frame.blobHashes().get(index) : Bytes32.ZERO;
    Guards.require(!blobHash.isZero(), "INVALID_BLOB_INDEX");
    Guards.require(blobHash.limb(0) >>> 56 == VERSION, "UNEXPECTED_BLOB_HASH_VERSION");
    Bytes commitment =
        halves(
            START + COMMITMENTS + 2 * index,
            COMMITMENT_HALF_BITS,
            COMMITMENT_HALF_BYTES,
            "INVALID_KZG_COMMITMENT");
    Bytes y =
        halves(
            evaluations + 2 * index,
            EVALUATION_HALF_BITS,
            EVALUATION_HALF_BYTES,
            "INVALID_Y_VALUE");
    Bytes proof = proofs.get(index);
    Guards.require(proof.size() == PROOF_SIZE, "INVALID_KZG_PROOF_SIZE");
    Bytes z = words.word(START).toBytes32().toBytes();
    Optional<Bytes> result =
        precompile.call(Bytes.concat(blobHash.toBytes(), z, y, commitment, proof));
    Guards.require(result.isPresent(), "POINT_EVALUATION_PRECOMPILE_CALL_FAILED");
    Guards.require(
        result.get().equals(PointEvaluation.VERIFIED),
        "UNEXPECTED_POINT_EVALUATION_PRECOMPILE_OUTPUT");
  }

  /** Two words, the low half first, as one byte string with the high half first. */
  private Bytes halves(int at, int bits, int bytes, String reason) {
    UInt256 low = words.word(at);
    UInt256 high = words.word(at + 1);
    Guards.require(low.bitLength() <= bits, reason);
    Guards.require(high.bitLength() <= bits, reason);
    return Bytes.concat(
        high.toBytes32().toBytes().slice(32 - bytes), low.toBytes32().toBytes().slice(32 - bytes));
  }

  private static UInt256 checkedSum(UInt256 a, UInt256 b) {
    if (a.plusOverflows(b)) {
      throw new RevertSignal(Panic.ARITHMETIC);
    }
    return a.plusWrapping(b);
  }
}
