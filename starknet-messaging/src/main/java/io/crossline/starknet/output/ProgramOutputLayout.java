// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.output;

import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * How the words of a program output are laid out ({@code HEADER_SIZE} and offsets of {@code
 * Output.sol}). Behind the header, and a KZG segment where there is one, all layouts go on alike: a
 * segment of messages to L1, one of messages to L2, and nothing more.
 *
 * <p>Thread-safe.
 */
public enum ProgramOutputLayout {
  /** Previous root, new root, block number, config hash: the first. */
  FOUR_WORDS(4),

  /** The block hash before the config hash: before v0.13.1. */
  FIVE_WORDS(5),

  /**
   * A KZG flag after the config hash: from v0.13.1. Where it is 1, five words commit to one blob
   * before the messages.
   */
  SIX_WORDS(6),

  /**
   * Block number and hash from and to, the OS program hash, the config hash, the KZG flag, and the
   * full-output flag: from v0.13.2 until today. Where the KZG flag is 1, a segment commits to any
   * number of blobs.
   */
  TEN_WORDS(10);

  private final int headerWords;

  ProgramOutputLayout(int headerWords) {
    this.headerWords = headerWords;
  }

  /**
   * How many words the header has.
   *
   * @return 4, 5, 6 or 10
   */
  public int headerWords() {
    return headerWords;
  }

  /**
   * Reads an output of this layout. Costs one pass over the words.
   *
   * @param words all words
   * @return header, KZG segment and messages
   * @throws MalformedInputException if it does not have this layout from the first word to the
   *     last, with the index of the word as offset: a word is no felt, a flag is neither 0 nor 1, a
   *     segment or message is too long or too short, or a message to L2 is from no L1 address
   */
  public ParsedOutput parse(Payload words) {
    OutputReader reader = new OutputReader(words);
    OutputHeader header = HeaderReader.read(this, reader);
    return new ParsedOutput(
        header,
        header.useKzgDa() ? KzgReader.read(this, reader) : List.of(),
        MessageReader.toL1(reader),
        MessageReader.toL2(reader));
  }

  /**
   * Reads an output whose layout is not known. At most one layout fits, but for outputs made up for
   * the purpose: the layouts differ in how many words stand before the two sizes, and those must
   * lead to the last word exactly.
   *
   * @param words all words
   * @return header, KZG segment and messages
   * @throws MalformedInputException if no layout fits, with the reason for each, or several do
   */
  public static ParsedOutput detect(Payload words) {
    return among(List.of(values()), words);
  }

  static ParsedOutput among(List<ProgramOutputLayout> layouts, Payload words) {
    List<ParsedOutput> fitting = new ArrayList<>();
    StringJoiner reasons = new StringJoiner("; ");
    for (ProgramOutputLayout layout : layouts) {
      try {
        fitting.add(layout.parse(words));
      } catch (MalformedInputException e) {
        reasons.add(layout + ": " + e.getMessage());
      }
    }
    if (fitting.isEmpty()) {
      throw new MalformedInputException(
          "program output: no layout fits its " + words.size() + " words: " + reasons);
    }
    if (fitting.size() > 1) {
      throw new MalformedInputException(
          "program output: both "
              + fitting.get(0).layout()
              + " and "
              + fitting.get(1).layout()
              + " fit; say which it is");
    }
    return fitting.get(0);
  }
}
