// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import io.crossline.benchmarks.input.Inputs;
import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;
import io.crossline.starknet.L1ToL2Message;
import java.util.Optional;

/**
 * From a typed message with three payload words to its hash, against the bare permutations of its
 * preimage.
 */
final class StarknetMessageHash implements Ratio {
  private static final int PAYLOAD_WORDS = 3;
  private static final int HEAD_WORDS = 5;
  private static final int WORD_BYTES = 32;
  private static final int PERMUTATIONS =
      Sponge.permutations(WORD_BYTES * (HEAD_WORDS + PAYLOAD_WORDS));

  private final L1ToL2Message[] messages = Inputs.messages(PAYLOAD_WORDS);
  private final long[] lanes = new long[Keccak256.LANES];

  StarknetMessageHash() {
    for (L1ToL2Message message : messages) {
      if (!message.hash().equals(Keccak256.hash(preimage(message)))) {
        throw new IllegalStateException(name() + ": the hash of " + message + " is not its own");
      }
    }
  }

  private static Bytes preimage(L1ToL2Message message) {
    return Bytes.concat(
        bytes(message.from()),
        bytes(message.to()),
        bytes(message.nonce()),
        bytes(message.selector()),
        bytes(UInt256.of(message.payloadWords().size())),
        message.payload());
  }

  private static Bytes bytes(Word word) {
    return word.toBytes32().toBytes();
  }

  @Override
  public String name() {
    return "starknet-message-hash";
  }

  @Override
  public double limit() {
    return 1.15;
  }

  @Override
  public Object work(int input) {
    return messages[input].hash();
  }

  @Override
  public Object baseline(int input) {
    for (int i = 0; i < PERMUTATIONS; i++) {
      Keccak256.permute(lanes);
    }
    return lanes;
  }

  @Override
  public Optional<Garbage> garbage() {
    return Optional.of(new Garbage(0, input -> Bytes32.ofLimbs(input, input, input, input)));
  }
}
