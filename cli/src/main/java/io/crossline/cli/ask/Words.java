// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.core.hash.ChecksumAddress;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import java.util.List;
import java.util.function.Function;

/** Reads the words of a question, and names the one that is not valid. */
final class Words {
  private final List<String> words;
  private final List<String> names;

  Words(List<String> words, List<String> names) {
    this.words = words;
    this.names = names;
  }

  <T> T at(int index, Function<String, T> reader) {
    return read(names.get(index), words.get(index), reader);
  }

  private static <T> T read(String name, String word, Function<String, T> reader) {
    try {
      return reader.apply(word);
    } catch (MalformedInputException malformed) {
      throw new MalformedInputException(name.replace("…", "") + ": " + malformed.getMessage());
    }
  }

  EthAddress address(int index) {
    return at(index, ChecksumAddress::parse);
  }

  UInt256 number(int index) {
    return at(index, UInt256::parse);
  }

  Felt felt(int index) {
    return at(index, Felt::parse);
  }

  Bytes32 hash(int index) {
    return at(index, Bytes32::parse);
  }

  Bytes bytes(int index) {
    return at(index, Bytes::parse);
  }

  /** The number of a selector, or the name of an entry point. */
  UInt256 selector(int index) {
    return at(
        index,
        word ->
            Character.isDigit(word.isEmpty() ? ' ' : word.charAt(0))
                ? UInt256.parse(word)
                : Selector.ofName(word).value().toUInt256());
  }

  /** All words from one on; payloads of L1 hold any words. */
  Payload payload(int from) {
    return Payload.of(
        words.subList(from, words.size()).stream()
            .map(word -> read("payload", word, UInt256::parse))
            .toList());
  }

  /** FROM TO SELECTOR NONCE PAYLOAD…, from a place on. */
  L1ToL2Message toL2(int at) {
    return L1ToL2Message.of(
        address(at), number(at + 1), selector(at + 2), payload(at + 4), number(at + 3));
  }

  /** FROM TO PAYLOAD…. */
  L2ToL1Message toL1() {
    return L2ToL1Message.of(number(0), number(1), payload(2));
  }
}
