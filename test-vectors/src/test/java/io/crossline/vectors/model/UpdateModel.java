// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.model;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A state update as section 6 of the specification tells it, on the words as they come. */
final class UpdateModel {
  private static final BigInteger TOO_LARGE = TWO.pow(30);
  private static final BigInteger ADDRESSES = TWO.pow(160);

  private final CoreModel core;
  private final RandomOutput output;
  private final List<BigInteger> words;

  UpdateModel(CoreModel core, RandomOutput output) {
    this.core = core;
    this.output = output;
    this.words = output.words;
  }

  private static void require(boolean condition, String reason) {
    CoreModel.require(condition, reason);
  }

  void run(BigInteger caller) {
    require(core.operators.contains(caller), "ONLY_OPERATOR");
    require(words.size() > 10, "STARKNET_OUTPUT_TOO_SHORT");
    BigInteger stored = core.block.signum() < 0 ? CoreModel.PRIME.subtract(ONE) : core.block;
    require(words.get(2).equals(stored), "INVALID_PREV_BLOCK_NUMBER");
    require(words.get(8).equals(output.kzg ? ONE : ZERO), "UNEXPECTED_KZG_DA_FLAG");
    BigInteger fact = output.kzg ? withBlobs() : withData();
    require(
        words.stream().allMatch(word -> word.compareTo(CoreModel.PRIME) < 0),
        "PROGRAM_OUTPUT_VALUE_OUT_OF_RANGE");
    require(words.get(7).equals(core.config), "INVALID_CONFIG_HASH");
    require(words.get(9).signum() == 0, "FULL_OUTPUT_NOT_SUPPORTED");
    boolean aggregated = words.get(6).signum() != 0;
    require(
        !aggregated || words.get(6).equals(CoreModel.PROGRAM),
        "AGGREGATOR_MODE_INVALID_OS_PROGRAM_HASH");
    BigInteger registered =
        Keccaks.of(List.of(aggregated ? CoreModel.AGGREGATOR : CoreModel.PROGRAM, fact));
    core.asked.add("fact " + registered);
    require(CoreModel.proven(registered), "NO_STATE_TRANSITION_PROOF");
    core.log("LogStateTransitionFact(bytes32)", List.of(), List.of(fact));
    advance();
    int end = messagesToL1(output.kzg ? 12 + 4 * words.get(11).intValueExact() : 10);
    end = messagesToL2(end, caller);
    require(end == words.size(), "STARKNET_OUTPUT_TOO_LONG");
    core.log(
        "LogStateUpdate(uint256,int256,uint256)",
        List.of(),
        List.of(core.root, core.block, core.blockHash));
  }

  private BigInteger withData() {
    BigInteger size = BigInteger.valueOf(words.size());
    BigInteger total = size.add(output.dataSize);
    require(total.compareTo(CoreModel.MAX) <= 0, "Panic 0x11");
    return Keccaks.of(List.of(Keccaks.of(words), size, output.dataHash, total))
        .add(ONE)
        .mod(CoreModel.WORDS);
  }

  private BigInteger withBlobs() {
    int size = words.size() - 10;
    require(size >= 2, "KZG_SEGMENT_TOO_SHORT");
    BigInteger blobs = words.get(11);
    require(blobs.multiply(TWO).add(TWO).compareTo(CoreModel.MAX) <= 0, "Panic 0x11");
    int proofs = output.proofs.size();
    require(blobs.equals(BigInteger.valueOf(proofs)), "INVALID_NUMBER_OF_KZG_PROOFS");
    require(size >= 2 + 4 * proofs, "KZG_SEGMENT_TOO_SHORT");
    for (int i = 0; i < proofs; i++) {
      blob(i, 12 + 2 * i, 12 + 2 * proofs + 2 * i);
    }
    return Keccaks.of(words);
  }

  private void blob(int index, int commitment, int y) {
    require(
        index < output.blobHashes.size() && output.blobHashes.get(index).signum() != 0,
        "INVALID_BLOB_INDEX");
    BigInteger hash = output.blobHashes.get(index);
    require(hash.shiftRight(248).equals(ONE), "UNEXPECTED_BLOB_HASH_VERSION");
    for (int half : new int[] {commitment, commitment + 1}) {
      require(words.get(half).bitLength() <= 192, "INVALID_KZG_COMMITMENT");
    }
    for (int half : new int[] {y, y + 1}) {
      require(words.get(half).bitLength() <= 128, "INVALID_Y_VALUE");
    }
    String proof = output.proofs.get(index);
    require(proof.length() == 2 * 48, "INVALID_KZG_PROOF_SIZE");
    core.asked.add(
        "point 0x"
            + hex(hash, 32)
            + hex(words.get(10), 32)
            + hex(words.get(y + 1), 16)
            + hex(words.get(y), 16)
            + hex(words.get(commitment + 1), 24)
            + hex(words.get(commitment), 24)
            + proof);
    require(!proof.endsWith("ee"), "POINT_EVALUATION_PRECOMPILE_CALL_FAILED");
    require(!proof.endsWith("dd"), "UNEXPECTED_POINT_EVALUATION_PRECOMPILE_OUTPUT");
  }

  private static String hex(BigInteger number, int bytes) {
    String digits = number.toString(16);
    return "0".repeat(2 * bytes - digits.length()) + digits;
  }

  private void advance() {
    require(words.get(3).compareTo(core.block) > 0, "INVALID_NEW_BLOCK_NUMBER");
    require(words.get(4).equals(core.blockHash), "INVALID_PREV_BLOCK_HASH");
    require(words.get(0).equals(core.root), "INVALID_PREVIOUS_ROOT");
    core.root = words.get(1);
    core.block = words.get(3);
    core.blockHash = words.get(5);
  }

  /** Cuts a segment into messages; what is done with one is done before the next is cut. */
  private int segment(int start, int lengthAt, java.util.function.Consumer<List<BigInteger>> use) {
    require(start < words.size(), "Panic 0x32");
    BigInteger size = words.get(start);
    require(size.compareTo(TOO_LARGE) < 0, "INVALID_MESSAGE_SEGMENT_SIZE");
    long end = start + 1 + size.longValueExact();
    int at = start + 1;
    while (at < end) {
      require(at + lengthAt < words.size(), "MESSAGE_TOO_SHORT");
      BigInteger length = words.get(at + lengthAt);
      require(length.compareTo(TOO_LARGE) < 0, "INVALID_PAYLOAD_LENGTH");
      long next = at + lengthAt + 1 + length.longValueExact();
      require(next <= words.size(), "TRUNCATED_MESSAGE_PAYLOAD");
      use.accept(List.copyOf(words.subList(at, (int) next)));
      at = (int) next;
    }
    require(at == end, "INVALID_MESSAGE_SEGMENT_SIZE");
    return at;
  }

  private int messagesToL1(int start) {
    return segment(
        start,
        2,
        message -> {
          core.log(
              "LogMessageToL1(uint256,address,uint256[])",
              List.of(message.get(0), message.get(1).mod(ADDRESSES)),
              CoreModel.payloadAnd(message.subList(3, message.size())));
          core.toL1.put(message, core.plus(core.toL1.getOrDefault(message, ZERO), ONE));
        });
  }

  private int messagesToL2(int start, BigInteger caller) {
    List<BigInteger> fees = new ArrayList<>(List.of(ZERO));
    int end =
        segment(
            start,
            4,
            message -> {
              BigInteger pending = core.toL2.getOrDefault(message, ZERO);
              require(pending.signum() > 0, "INVALID_MESSAGE_TO_CONSUME");
              if (core.version.counts()) {
                core.toL2.put(message, pending.subtract(ONE));
              } else {
                fees.set(0, core.plus(fees.get(0), pending.subtract(ONE)));
                core.toL2.put(message, ZERO);
              }
              core.log(
                  "ConsumedMessageToL2(address,uint256,uint256,uint256[],uint256)",
                  List.of(message.get(0), message.get(1), message.get(3)),
                  CoreModel.payloadAnd(message.subList(5, message.size()), message.get(2)));
            });
    if (fees.get(0).signum() > 0) {
      boolean collects = core.version.from(Version.V0_13_4) && core.collector.signum() != 0;
      BigInteger paid = collects ? core.collector : caller;
      require(core.accepts(paid), "ETH_TRANSFER_FAILED");
      core.pay(core.core, paid, fees.get(0), "ETH_TRANSFER_FAILED");
    }
    return end;
  }
}
