// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.Require;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Chain;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Int256;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A chain with a core contract and people who use it. */
final class CoreFixture {
  static final EthAddress CORE = address(0xc0de);
  static final EthAddress ALICE = address(0xa);
  static final EthAddress BOB = address(0xb);
  static final EthAddress GOVERNOR = address(0x90);
  static final EthAddress OPERATOR = address(0xf0);
  static final EthAddress COLLECTOR = address(0xfee);
  static final UInt256 FEE = UInt256.of(1000);
  static final Felt L2_CONTRACT = Felt.of(0x1234);
  static final Selector SELECTOR = Selector.ofName("deposit");
  static final Payload PAYLOAD = Payload.of(Felt.ONE, Felt.of(2));
  static final UInt256 PROGRAM = UInt256.of(0x11);
  static final UInt256 AGGREGATOR = UInt256.of(0x22);
  static final UInt256 CONFIG = UInt256.of(0x33);

  final Chain chain;
  final StarknetCore core;

  /** Calldata by the ABI alone: words of the parameters' types, and a payload as an array. */
  static Bytes calldata(String function, Object... arguments) {
    Signature signature = Signature.parse(function);
    AbiValue[] values = new AbiValue[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = abi(signature.parameters().components().get(i).canonical(), arguments[i]);
    }
    return AbiCoder.encodeCall(signature, values);
  }

  private static AbiValue abi(String type, Object argument) {
    if (argument instanceof Payload payload) {
      return AbiValue.array(payload.words().stream().map(AbiValue::number).toList());
    }
    UInt256 word =
        argument instanceof UInt256 number ? number : ((EthAddress) argument).toUInt256();
    return switch (type) {
      case "address" -> AbiValue.address(EthAddress.of(word));
      case "bytes32" -> AbiValue.fixed(word.toBytes32().toBytes());
      default -> AbiValue.number(word);
    };
  }

  CoreFixture() {
    this(setup -> setup);
  }

  CoreFixture(UnaryOperator<CoreSetup.Builder> change) {
    chain = new Chain("L1", new BlockInfo(UInt64.ONE, UInt64.of(1_000_000)));
    CoreSetup.Builder setup =
        CoreSetup.builder()
            .facts(FactRegistry.acceptAll())
            .withMockFunctions()
            .governor(GOVERNOR)
            .operator(OPERATOR)
            .feeCollector(COLLECTOR)
            .programs(PROGRAM, AGGREGATOR, CONFIG)
            .l2State(UInt256.of(100), Int256.of(10), UInt256.of(200));
    core = StarknetCore.deploy(chain, CORE, change.apply(setup).build());
    chain.mint(ALICE, UInt256.parse("10000000000000000000"));
  }

  static EthAddress address(long number) {
    return EthAddress.of(UInt256.of(number));
  }

  /** Alice sends the usual message. */
  SentMessage send() {
    return core.as(ALICE).sendMessageToL2(L2_CONTRACT, SELECTOR, PAYLOAD, FEE).orThrow();
  }

  void advance(long seconds) {
    long number = chain.block().number().longValueExact();
    long time = chain.block().timestamp().longValueExact();
    chain.seal(new BlockInfo(UInt64.of(number + 1), UInt64.of(time + seconds)));
  }

  /** The header of an update that fits the present state. */
  ProgramOutput.Header header() {
    return new ProgramOutput.Header(
        core.stateRoot(),
        core.stateRoot().plus(UInt256.ONE),
        core.stateBlockNumber().bits(),
        core.stateBlockNumber().bits().plus(UInt256.ONE),
        core.stateBlockHash(),
        core.stateBlockHash().plus(UInt256.ONE),
        UInt256.ZERO,
        CONFIG,
        UInt256.ZERO,
        UInt256.ZERO);
  }

  /** All that a test could change without noticing. */
  List<Object> state(Bytes32... hashes) {
    List<Object> state =
        new ArrayList<>(
            List.of(
                core.l1ToL2MessageNonce(),
                core.stateRoot(),
                core.stateBlockNumber(),
                core.stateBlockHash(),
                core.messageCancellationDelay(),
                core.feeCollector(),
                chain.balance(CORE),
                chain.balance(COLLECTOR)));
    for (Bytes32 hash : hashes) {
      state.add(core.l1ToL2Messages(hash));
      state.add(core.l2ToL1Messages(hash));
      state.add(core.l1ToL2MessageCancellations(hash));
    }
    return state;
  }

  static void assertRefused(Outcome<?> outcome, String reason) {
    assertRefused(outcome, new Require(reason));
  }

  static void assertRefused(Outcome<?> outcome, EvmRevert revert) {
    assertThat(outcome.isAccepted()).isFalse();
    assertThat(outcome.logs()).isEmpty();
    assertThat(outcome).isEqualTo(Outcome.reverted(revert));
  }
}
