// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.output;

import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads headers. */
final class HeaderReader {
  private static final int BLOCK_NUMBER_BITS = 64;

  private HeaderReader() {}

  /** The components of a header stand in the order in which they are read. */
  static OutputHeader read(ProgramOutputLayout layout, OutputReader reader) {
    boolean ten = layout == ProgramOutputLayout.TEN_WORDS;
    boolean hash = layout != ProgramOutputLayout.FOUR_WORDS;
    boolean flag = ten || layout == ProgramOutputLayout.SIX_WORDS;
    OutputHeader header =
        new OutputHeader(
            layout,
            reader.next("the previous root"),
            reader.next("the new root"),
            readIf(ten, () -> previousNumber(reader)),
            reader.next(ten ? "the new block number" : "the block number", BLOCK_NUMBER_BITS),
            readIf(ten, () -> reader.next("the previous block hash")),
            readIf(hash, () -> reader.next(ten ? "the new block hash" : "the block hash")),
            readIf(ten, () -> reader.next("the OS program hash")),
            reader.next("the config hash"),
            flag && reader.flag("the KZG flag"));
    if (ten && reader.flag("the full-output flag")) {
      throw reader.malformed("follows a full-output flag of 1, which L1 never takes");
    }
    return header;
  }

  private static Optional<UInt256> readIf(boolean there, Supplier<UInt256> word) {
    return there ? Optional.of(word.get()) : Optional.empty();
  }

  /** P - 1 stands for -1: no block before. */
  private static UInt256 previousNumber(OutputReader reader) {
    UInt256 number = reader.next("the previous block number");
    boolean none = number.equals(Felt.MAX.toUInt256());
    if (!none && number.bitLength() > BLOCK_NUMBER_BITS) {
      throw reader.malformed(
          "follows a previous block number of "
              + number.toHexString()
              + ", must be below 2^64, or P - 1 for none");
    }
    return number;
  }
}
