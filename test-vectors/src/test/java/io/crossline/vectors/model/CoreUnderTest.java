// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.model;

import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.Panic;
import io.crossline.core.chain.Chain;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.Revert;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Int256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.LogStateTransitionFact;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import io.crossline.starknet.l1.CoreOperation;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.FactRegistry;
import io.crossline.starknet.l1.SentMessage;
import io.crossline.starknet.l1.StarknetCore;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The core contract that runs, twice: called by its typed face, and by calldata. */
final class CoreUnderTest {
  final Chain typedChain;
  final Chain calldataChain;
  final StarknetCore typed;
  final StarknetCore byCalldata;
  private final EthAddress address;

  CoreUnderTest(CoreModel model, BigInteger startTime, List<BigInteger> people) {
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
    return StarknetCore.deploy(
        chain,
        address,
        CoreSetup.builder()
            .rules(CoreRules.byName(model.version.text))
            .facts(FactRegistry.acceptAll())
            .withMockFunctions()
            .governor(address(model.governor))
            .operator(address(model.operator))
            .feeCollector(address(model.collector))
            .messageCancellationDelay(word(model.delay))
            .programs(UInt256.of(1), UInt256.of(2), word(model.config))
            .l2State(
                word(model.root), Int256.of(model.block.longValueExact()), word(model.blockHash))
            .l1ToL2MessageNonce(word(model.nonce))
            .build());
  }

  static UInt256 word(BigInteger number) {
    return UInt256.of(number);
  }

  static EthAddress address(BigInteger number) {
    return EthAddress.of(word(number));
  }

  static Payload payload(List<BigInteger> words) {
    return Payload.of(words.stream().map(CoreUnderTest::word).toList());
  }

  void timeIs(BigInteger time) {
    for (Chain chain : List.of(typedChain, calldataChain)) {
      chain.seal(
          new BlockInfo(chain.block().number().plus(UInt64.ONE), UInt64.of(time.longValueExact())));
    }
  }

  /** Runs a call by both faces, which must agree, and says it in the model's words. */
  CoreModel.Result call(BigInteger caller, BigInteger value, CoreOperation<?> operation) {
    Outcome<?> direct = typed.as(address(caller)).transact(operation, word(value));
    Outcome<Bytes> raw =
        calldataChain.transact(
            address(caller), address, word(value), operation.calldata(typed.rules()));
    CoreModel.Result result = direct.fold(this::accepted, CoreUnderTest::refused);
    CoreModel.Result other = raw.fold((data, logs) -> returned(data, logs), CoreUnderTest::refused);
    if (!result.logs().equals(other.logs()) || !result.revert().equals(other.revert())) {
      throw new AssertionError("the faces differ: " + result + " and " + other);
    }
    // Only calldata shows what a version does not return.
    return other;
  }

  private CoreModel.Result accepted(Object value, List<Log> logs) {
    List<BigInteger> returned =
        value instanceof SentMessage sent
            ? List.of(number(sent.hash()), sent.message().nonce().toBigInteger())
            : value instanceof Bytes32 hash ? List.of(number(hash)) : List.of();
    return new CoreModel.Result(Optional.empty(), returned, logs(logs));
  }

  private CoreModel.Result returned(Bytes data, List<Log> logs) {
    List<BigInteger> words = new ArrayList<>();
    for (int at = 0; at < data.size(); at += 32) {
      words.add(data.getUInt256(at).toBigInteger());
    }
    return new CoreModel.Result(Optional.empty(), words, logs(logs));
  }

  private static BigInteger number(Bytes32 hash) {
    return hash.toUInt256().toBigInteger();
  }

  private static CoreModel.Result refused(Revert revert) {
    String reason =
        ((EvmRevert) revert)
            .fold(
                require -> require.reason(),
                error -> error.description(),
                panic -> panic.equals(Panic.ARITHMETIC) ? "Panic 0x11" : panic.description(),
                raw -> raw.data().isEmpty() ? "" : raw.description());
    return new CoreModel.Result(Optional.of(reason), List.of(), List.of());
  }

  private List<List<Object>> logs(List<Log> logs) {
    return CoreEvent.decodeAll(address, logs).stream().map(CoreUnderTest::log).toList();
  }

  private static List<Object> log(CoreEvent event) {
    List<Object> parts = new ArrayList<>();
    parts.add(event.name());
    if (event instanceof LogMessageToL2 e) {
      toL2(parts, e.message());
      e.message().fee().ifPresent(fee -> parts.add(fee.toBigInteger()));
    } else if (event instanceof ConsumedMessageToL2 e) {
      toL2(parts, e.message());
    } else if (event instanceof MessageToL2CancellationStarted e) {
      toL2(parts, e.message());
    } else if (event instanceof MessageToL2Canceled e) {
      toL2(parts, e.message());
    } else if (event instanceof LogMessageToL1 e) {
      toL1(parts, e.message());
    } else if (event instanceof ConsumedMessageToL1 e) {
      toL1(parts, e.message());
    } else if (event instanceof LogStateUpdate e) {
      parts.add(e.globalRoot().toBigInteger());
      parts.add(e.blockNumber().bits().toBigInteger());
      parts.add(e.blockHash().toBigInteger());
    } else if (!(event instanceof LogStateTransitionFact)) {
      throw new AssertionError("unexpected " + event);
    }
    return parts;
  }

  private static void toL2(List<Object> parts, L1ToL2Message message) {
    parts.add(message.from().toUInt256().toBigInteger());
    parts.add(message.to().value().toBigInteger());
    parts.add(message.selector().toBigInteger());
    parts.add(numbers(message.payloadWords()));
    parts.add(message.nonce().toBigInteger());
  }

  private static void toL1(List<Object> parts, L2ToL1Message message) {
    parts.add(message.from().value().toBigInteger());
    parts.add(message.to().value().toBigInteger());
    parts.add(numbers(message.payloadWords()));
  }

  private static List<BigInteger> numbers(Payload payload) {
    return payload.words().stream().map(UInt256::toBigInteger).toList();
  }
}
