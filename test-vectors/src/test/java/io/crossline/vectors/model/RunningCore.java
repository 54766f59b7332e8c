// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.model;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Transaction;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Revert;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Int256;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l1.CoreOperation;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.PointEvaluation;
import io.crossline.starknet.l1.SentMessage;
import io.crossline.starknet.l1.StarknetCore;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The core contract that runs, twice: called by its typed face, and by calldata. */
final class RunningCore {
  private static final Set<BigInteger> ADMINISTRATION =
      Set.of(
          Keccaks.ofText("LogOperatorAdded(address)"),
          Keccaks.ofText("LogOperatorRemoved(address)"),
          Keccaks.ofText("Finalized()"));

  final Chain typedChain;
  final Chain calldataChain;
  final StarknetCore typed;
  final StarknetCore byCalldata;
  private final EthAddress address;
  private final CoreModel model;
  private final Map<List<BigInteger>, Bytes32> hashes = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  RunningCore(CoreModel model, BigInteger startTime, List<BigInteger> people) {
    this.model = model;
    address = address(model.core);
    typedChain = chain(startTime, people);
    calldataChain = chain(startTime, people);
    typed = deploy(typedChain, model);
    byCalldata = deploy(calldataChain, model);
  }

  private static Chain chain(BigInteger time, List<BigInteger> people) {
    Chain chain = new Chain("L1", new BlockInfo(UInt64.ONE, UInt64.of(time.longValueExact())));
    people.forEach(who -> chain.mint(address(who), word(CoreModel.ETHER.multiply(BigInteger.TEN))));
    return chain;
  }

  private StarknetCore deploy(Chain chain, CoreModel model) {
    chain.deploy(address(CoreModel.MOODY), this::moody);
    CoreSetup.Builder setup =
        CoreSetup.builder()
            .rules(CoreRules.byName(model.version.text))
            .facts(this::isProven)
            .pointEvaluation(this::evaluate)
            .withMockFunctions()
            .governor(address(model.governor))
            .operator(address(one(model.operators)))
            .feeCollector(address(model.collector))
            .messageCancellationDelay(word(model.delay))
            .programs(word(CoreModel.PROGRAM), word(CoreModel.AGGREGATOR), word(model.config))
            .l2State(
                word(model.root), Int256.of(model.block.longValueExact()), word(model.blockHash))
            .l1ToL2MessageNonce(word(model.nonce));
    model.toL2.forEach((key, value) -> setup.l1ToL2Message(hash(key), word(value)));
    model.toL1.forEach((key, value) -> setup.l2ToL1Message(hash(key), word(value)));
    return StarknetCore.deploy(chain, address, setup.build());
  }

  private static BigInteger one(Set<BigInteger> set) {
    return set.iterator().next();
  }

  /** The hash under which a message stands. */
  Bytes32 hash(List<BigInteger> key) {
    return hashes.computeIfAbsent(key, words -> word(Keccaks.of(words)).toBytes32());
  }

  private Bytes moody(Frame frame, Bytes calldata) {
    if (model.refuses) {
      throw frame.revert(RawRevert.EMPTY);
    }
    return Bytes.EMPTY;
  }

  private boolean isProven(Bytes32 fact) {
    asked.add("fact " + number(fact));
    return CoreModel.proven(number(fact));
  }

  private Optional<Bytes> evaluate(Bytes input) {
    String hex = input.toString();
    asked.add("point " + hex);
    if (hex.endsWith("ee")) {
      return Optional.empty();
    }
    return Optional.of(hex.endsWith("dd") ? Bytes.EMPTY : PointEvaluation.VERIFIED);
  }

  static UInt256 word(BigInteger number) {
    return UInt256.of(number);
  }

  static EthAddress address(BigInteger number) {
    return EthAddress.of(word(number));
  }

  static Payload payload(List<BigInteger> words) {
    return Payload.of(words.stream().map(RunningCore::word).toList());
  }

  void timeIs(BigInteger time) {
    for (Chain chain : List.of(typedChain, calldataChain)) {
      chain.seal(
          new BlockInfo(chain.block().number().plus(UInt64.ONE), UInt64.of(time.longValueExact())));
    }
  }

  /** Runs a call by both faces, which must agree, and says it in the model's words. */
  CoreModel.Result call(BigInteger caller, BigInteger value, CoreOperation<?> operation) {
    asked.clear();
    CoreModel.Result direct =
        typed
            .as(address(caller))
            .transact(operation, word(value))
            .fold(this::accepted, this::refused);
    asked.clear();
    CoreModel.Result coded =
        calldataChain
            .transact(address(caller), address, word(value), operation.calldata(typed.rules()))
            .fold(this::returned, this::refused);
    agree(direct.logs(), coded.logs());
    agree(direct.revert(), coded.revert());
    agree(direct.asked(), coded.asked());
    // Only calldata shows that a version does not return something.
    agree(direct.returned().subList(0, coded.returned().size()), coded.returned());
    return coded;
  }

  /** Runs calldata, with blobs, on both chains. */
  CoreModel.Result call(
      BigInteger caller, BigInteger value, Bytes calldata, List<BigInteger> blobHashes) {
    List<Bytes32> hashes = blobHashes.stream().map(hash -> word(hash).toBytes32()).toList();
    Transaction transaction =
        new Transaction(address(caller), address, word(value), calldata, hashes);
    asked.clear();
    CoreModel.Result first = typedChain.transact(transaction).fold(this::returned, this::refused);
    asked.clear();
    agree(first, calldataChain.transact(transaction).fold(this::returned, this::refused));
    return first;
  }

  private static void agree(Object typed, Object coded) {
    if (!typed.equals(coded)) {
      throw new AssertionError("the faces differ: " + typed + " and by calldata " + coded);
    }
  }

  private CoreModel.Result accepted(Object value, List<Log> logs) {
    List<BigInteger> returned =
        value instanceof SentMessage sent
            ? List.of(number(sent.hash()), sent.message().nonce().toBigInteger())
            : value instanceof Bytes32 hash ? List.of(number(hash)) : List.of();
    return new CoreModel.Result(Optional.empty(), returned, logs(logs), List.copyOf(asked));
  }

  private CoreModel.Result returned(Bytes data, List<Log> logs) {
    return new CoreModel.Result(Optional.empty(), words(data), logs(logs), List.copyOf(asked));
  }

  private CoreModel.Result refused(Revert revert) {
    Bytes data = revert.data();
    return new CoreModel.Result(
        Optional.of(reason(data)), List.of(), List.of(), List.copyOf(asked));
  }

  /** What the bytes of a revert say; other bytes than Solidity's own stay bytes. */
  private static String reason(Bytes data) {
    if (data.isEmpty()) {
      return "";
    }
    String hex = data.toString().substring(2);
    for (String code : List.of("11", "32")) {
      if (hex.equals("4e487b71" + "0".repeat(62) + code)) {
        return "Panic 0x" + code;
      }
    }
    String text = "08c379a0" + "0".repeat(62) + "20";
    if (!hex.startsWith(text) || hex.length() < text.length() + 64) {
      return hex;
    }
    int size = Integer.parseInt(hex.substring(text.length() + 48, text.length() + 64), 16);
    String padded = hex.substring(text.length() + 64);
    boolean whole =
        padded.length() == 64 * ((size + 31) / 32) && padded.substring(2 * size).matches("0*");
    return whole
        ? new String(new BigInteger(padded.substring(0, 2 * size), 16).toByteArray(), US_ASCII)
        : hex;
  }

  private static List<BigInteger> words(Bytes data) {
    List<BigInteger> words = new ArrayList<>();
    for (int at = 0; at < data.size(); at += 32) {
      words.add(data.getUInt256(at).toBigInteger());
    }
    return words;
  }

  private static BigInteger number(Bytes32 hash) {
    return hash.toUInt256().toBigInteger();
  }

  /** The contract's logs but those of administration, which the specification does not tell. */
  private List<List<BigInteger>> logs(List<Log> logs) {
    List<List<BigInteger>> found = new ArrayList<>();
    for (Log log : logs) {
      agree(address, log.emitter());
      if (ADMINISTRATION.contains(number(log.topics().get(0)))) {
        continue;
      }
      List<BigInteger> parts = new ArrayList<>(List.of(BigInteger.valueOf(log.topics().size())));
      log.topics().forEach(topic -> parts.add(number(topic)));
      parts.addAll(words(log.data()));
      found.add(parts);
    }
    return found;
  }
}
