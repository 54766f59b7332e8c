// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.output;

import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import java.util.Optional;

/** Reads headers. */
final class HeaderReader {
  private static final int BLOCK_NUMBER_BITS = 64;

  private HeaderReader() {}

  static OutputHeader read(ProgramOutputLayout layout, OutputReader reader) {
    return layout == ProgramOutputLayout.TEN_WORDS ? readTen(reader) : readShort(layout, reader);
  }

  private static OutputHeader readShort(ProgramOutputLayout layout, OutputReader reader) {
    UInt256 previousRoot = reader.next("the previous root");
    UInt256 newRoot = reader.next("the new root");
    UInt256 number = reader.next("the block number", BLOCK_NUMBER_BITS);
    Optional<UInt256> hash =
        layout == ProgramOutputLayout.FOUR_WORDS
            ? Optional.empty()
            : Optional.of(reader.next("the block hash"));
    UInt256 configHash = reader.next("the config hash");
    boolean kzg = layout == ProgramOutputLayout.SIX_WORDS && reader.flag("the KZG flag");
    return new OutputHeader(
        layout,
        previousRoot,
        newRoot,
        Optional.empty(),
        number,
        Optional.empty(),
        hash,
        Optional.empty(),
        configHash,
        kzg);
  }

  private static OutputHeader readTen(OutputReader reader) {
    UInt256 previousRoot = reader.next("the previous root");
    UInt256 newRoot = reader.next("the new root");
    UInt256 previousNumber = previousNumber(reader);
    UInt256 newNumber = reader.next("the new block number", BLOCK_NUMBER_BITS);
    UInt256 previousHash = reader.next("the previous block hash");
    UInt256 newHash = reader.next("the new block hash");
    UInt256 osProgramHash = reader.next("the OS program hash");
    UInt256 configHash = reader.next("the config hash");
    boolean kzg = reader.flag("the KZG flag");
    if (reader.flag("the full-output flag")) {
      throw reader.malformed("follows a full-output flag of 1, which L1 never takes");
    }
    return new OutputHeader(
        ProgramOutputLayout.TEN_WORDS,
        previousRoot,
        newRoot,
        Optional.of(previousNumber),
        newNumber,
        Optional.of(previousHash),
        Optional.of(newHash),
        Optional.of(osProgramHash),
        configHash,
        kzg);
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
