// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.chain.RevertSignal;
import io.crossline.core.hash.Keccak256;
import io.crossline.core.reflect.RecordShape;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a run of the Starknet OS puts out, as {@code updateState} takes it: a header of ten words
 * ({@link Header}), with blobs a KZG segment, a segment of messages to L1, and one of messages to
 * L2 that were handled ({@code Output.sol}).
 *
 * <p>Any list of words can be made into one; the core contract is what checks it. Immutable.
 *
 * @param words all words
 */
public record ProgramOutput(Payload words) {
  /** How many words the header has. */
  public static final int HEADER_SIZE = 10;

  static final int PREVIOUS_ROOT = 0;
  static final int NEW_ROOT = 1;
  static final int PREVIOUS_BLOCK_NUMBER = 2;
  static final int NEW_BLOCK_NUMBER = 3;
  static final int PREVIOUS_BLOCK_HASH = 4;
  static final int NEW_BLOCK_HASH = 5;
  static final int OS_PROGRAM_HASH = 6;
  static final int CONFIG_HASH = 7;
  static final int USE_KZG_DA = 8;
  static final int FULL_OUTPUT = 9;

  private static final int KZG_BLOBS = HEADER_SIZE + 1;
  private static final RecordShape<Header> HEADER = RecordShape.of(Header.class);

  /**
   * The ten words of the header.
   *
   * @param previousRoot the root that the state has now
   * @param newRoot the root that it gets
   * @param previousBlockNumber the block number that the state has now; P - 1 before the first
   *     update
   * @param newBlockNumber the block number that it gets
   * @param previousBlockHash the block hash that the state has now
   * @param newBlockHash the block hash that it gets
   * @param osProgramHash the hash of the OS program where an aggregator ran over its output,
   *     otherwise 0
   * @param configHash the hash of the network's configuration
   * @param useKzgDa 1 where the data is in blobs and a KZG segment follows, otherwise 0
   * @param fullOutput 0; the contract takes no other value
   */
  public record Header(
      UInt256 previousRoot,
      UInt256 newRoot,
      UInt256 previousBlockNumber,
      UInt256 newBlockNumber,
      UInt256 previousBlockHash,
      UInt256 newBlockHash,
      UInt256 osProgramHash,
      UInt256 configHash,
      UInt256 useKzgDa,
      UInt256 fullOutput) {}

  /**
   * Writes an output without a KZG segment.
   *
   * @param header the header; its KZG flag should be 0
   * @param toL1 the messages to L1, in order
   * @param toL2 the messages to L2 that were handled, in order
   * @return the output
   */
  public static ProgramOutput of(
      Header header, List<L2ToL1Message> toL1, List<L1ToL2Message> toL2) {
    List<UInt256> words = new ArrayList<>();
    Stream.of(HEADER.split(header)).map(UInt256.class::cast).forEach(words::add);
    int start = words.size();
    words.add(UInt256.ZERO);
    for (L2ToL1Message message : toL1) {
      words.add(message.from().value());
      words.add(message.to().value());
      add(words, message.payloadWords());
    }
    words.set(start, UInt256.of(words.size() - start - 1));
    int second = words.size();
    words.add(UInt256.ZERO);
    for (L1ToL2Message message : toL2) {
      words.add(message.from().toUInt256());
      words.add(message.to().value());
      words.add(message.nonce());
      words.add(message.selector());
      add(words, message.payloadWords());
    }
    words.set(second, UInt256.of(words.size() - second - 1));
    return new ProgramOutput(Payload.of(words));
  }

  private static void add(List<UInt256> words, Payload payload) {
    words.add(UInt256.of(payload.size()));
    words.addAll(payload.words());
  }

  /**
   * The header.
   *
   * @return its ten words
   * @throws MalformedInputException if there are fewer words
   */
  public Header header() {
    if (words.size() < HEADER_SIZE) {
      throw new MalformedInputException(
          "program output: found " + words.size() + " words, the header alone has 10",
          words.size());
    }
    return HEADER.join(IntStream.range(0, HEADER_SIZE).mapToObj(words::word).toArray());
  }

  /**
   * The messages to L1.
   *
   * @return the messages, in order
   * @throws MalformedInputException if the output does not have the form that the contract asks for
   */
  public List<L2ToL1Message> messagesToL1() {
    List<L2ToL1Message> messages = new ArrayList<>();
    readMessages(messages, new ArrayList<>());
    return List.copyOf(messages);
  }

  /**
   * The messages to L2 that were handled.
   *
   * @return the messages, in order; their fees are not known here
   * @throws MalformedInputException if the output does not have the form that the contract asks
   *     for, or a sender is no L1 address
   */
  public List<L1ToL2Message> messagesToL2() {
    List<L1ToL2Message> messages = new ArrayList<>();
    readMessages(new ArrayList<>(), messages);
    return List.copyOf(messages);
  }

  private void readMessages(List<L2ToL1Message> toL1, List<L1ToL2Message> toL2) {
    header();
    try {
      MessageSegment first = MessageSegment.toL1(words, messagesOffset());
      while (first.next()) {
        toL1.add(first.messageToL1());
      }
      MessageSegment second = MessageSegment.toL2(words, first.end());
      while (second.next()) {
        toL2.add(second.messageToL2(EthAddress::of));
      }
      Guards.require(second.end() == words.size(), "STARKNET_OUTPUT_TOO_LONG");
    } catch (RevertSignal signal) {
      throw new MalformedInputException("program output: " + signal.revert().description());
    }
  }

  /**
   * Where the messages begin: behind the header and the KZG segment. At least a header is there.
   */
  int messagesOffset() {
    if (words.word(USE_KZG_DA).isZero()) {
      return HEADER_SIZE;
    }
    Guards.require(words.size() > KZG_BLOBS, "KZG_SEGMENT_TOO_SHORT");
    UInt256 blobs = words.word(KZG_BLOBS);
    Guards.require(
        blobs.bitLength() < 32 && blobs.longValueExact() <= (words.size() - KZG_BLOBS - 1) / 4,
        "KZG_SEGMENT_TOO_SHORT");
    return KZG_BLOBS + 1 + 4 * (int) blobs.longValueExact();
  }

  /**
   * The hash of all words: the state transition fact of an update with blobs ({@code
   * hashMainPublicInput}).
   *
   * @return the hash
   */
  public Bytes32 hash() {
    Keccak256 keccak = Keccak256.ofThread();
    words.absorbInto(keccak, 0, words.size());
    return keccak.digest();
  }

  /**
   * The state transition fact of an update whose data is on chain ({@code
   * encodeFactWithOnchainData}).
   *
   * @param onchainDataHash the hash of that data
   * @param onchainDataSize how many words it has
   * @return the fact
   * @throws ArithmeticException if the size and the number of words add up to 2^256 or more
   */
  public Bytes32 factWithOnchainData(UInt256 onchainDataHash, UInt256 onchainDataSize) {
    UInt256 size = UInt256.of(words.size());
    UInt256 total = size.plus(onchainDataSize);
    Bytes32 hash = hash();
    Bytes32 root =
        Keccak256.ofThread()
            .absorb(hash)
            .absorb(size)
            .absorb(onchainDataHash)
            .absorb(total)
            .digest();
    return root.toUInt256().plusWrapping(UInt256.ONE).toBytes32();
  }
}
