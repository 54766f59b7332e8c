// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.output;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads KZG segments: commitment, z and y of one blob after six header words; z, the number of
 * blobs, all commitments and all y after ten. Commitments and y are two words each, the low one
 * first.
 */
final class KzgReader {
  private static final int COMMITMENT_HALF_BITS = 192;
  private static final int Y_HALF_BITS = 128;
  private static final int WORDS_PER_BLOB = 4;
  private static final int WORD_BYTES = 32;

  private KzgReader() {}

  static List<BlobCommitment> read(ProgramOutputLayout layout, OutputReader reader) {
    return layout == ProgramOutputLayout.SIX_WORDS ? List.of(one(reader)) : several(reader);
  }

  private static BlobCommitment one(OutputReader reader) {
    Bytes commitment = commitment(reader);
    UInt256 z = reader.next("z");
    return new BlobCommitment(z, commitment, y(reader));
  }

  private static List<BlobCommitment> several(OutputReader reader) {
    UInt256 z = reader.next("z");
    int blobs = reader.size("the number of blobs");
    if (blobs > reader.remaining() / WORDS_PER_BLOB) {
      throw reader.malformed(
          blobs + " blobs take " + WORDS_PER_BLOB + " words each, too few are left");
    }
    List<Bytes> commitments = new ArrayList<>();
    for (int i = 0; i < blobs; i++) {
      commitments.add(commitment(reader));
    }
    List<BlobCommitment> read = new ArrayList<>();
    for (Bytes commitment : commitments) {
      read.add(new BlobCommitment(z, commitment, y(reader)));
    }
    return read;
  }

  private static Bytes commitment(OutputReader reader) {
    UInt256 low = reader.next("a commitment's low half", COMMITMENT_HALF_BITS);
    UInt256 high = reader.next("a commitment's high half", COMMITMENT_HALF_BITS);
    return Bytes.concat(
        last(high, COMMITMENT_HALF_BITS / Byte.SIZE), last(low, COMMITMENT_HALF_BITS / Byte.SIZE));
  }

  private static UInt256 y(OutputReader reader) {
    UInt256 low = reader.next("a low half of y", Y_HALF_BITS);
    UInt256 high = reader.next("a high half of y", Y_HALF_BITS);
    return UInt256.ofLimbs(high.limb(2), high.limb(3), low.limb(2), low.limb(3));
  }

  private static Bytes last(UInt256 word, int bytes) {
    return word.toBytes32().toBytes().slice(WORD_BYTES - bytes);
  }
}
