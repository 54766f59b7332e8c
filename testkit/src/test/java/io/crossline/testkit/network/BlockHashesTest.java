// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Block;
import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Receipt;
import io.crossline.core.hash.Keccak256;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.GatewayConfig;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.SendMessageToL2;
import io.crossline.starknet.l1.StarknetCore;
import io.crossline.starknet.l2.CairoPanic;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L1HandlerTransaction;
import io.crossline.starknet.l2.L2Chain;
import io.crossline.starknet.l2.L2Context;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hash of a block commits to everything that ran in it. */
class BlockHashesTest {
  private static final EthAddress ALICE = EitherNetwork.ALICE;
  private static final EthAddress BOB = EitherNetwork.BOB;
  private static final EthAddress PLACE =
      EthAddress.parse("0x00000000000000000000000000000000000000c0");
  private static final UInt256 COINS = UInt256.of(1_000_000);

  @ParameterizedTest
  @MethodSource("io.crossline.testkit.network.EitherNetwork#all")
  void aBlockThatAReorganisationEmptiesHasAnotherHash(EitherNetwork either) {
    Map<UInt64, Bytes32> last = new LinkedHashMap<>();
    either.listen(block -> last.put(block.info().number(), block.hash()));
    either.advance(Duration.ofMinutes(2));
    UInt64 number = either.chain().block().number();
    either.pay(ALICE, BOB, 5).orThrow();
    either.advance(Duration.ofSeconds(13));
    Bytes32 withTransfer = last.get(number);
    assertThat(withTransfer).isNotNull();
    assertThat(either.chain().balance(BOB)).isEqualTo(UInt256.of(5));
    int deep = 1;
    for (UInt64 at = number; at.compareTo(either.chain().block().number()) < 0; deep++) {
      at = at.plus(UInt64.ONE);
    }
    either.reorganise(deep - 1);
    assertThat(either.chain().balance(BOB)).isEqualTo(UInt256.ZERO);
    assertThat(last.get(number)).isNotEqualTo(withTransfer);
  }

  private static Chain chain() {
    Chain chain = new Chain("L1", new BlockInfo(UInt64.ONE, UInt64.of(1000)));
    chain.mint(ALICE, COINS);
    chain.mint(BOB, COINS);
    return chain;
  }

  private static Block<Receipt> sealed(Chain chain) {
    return chain.seal(new BlockInfo(UInt64.of(2), UInt64.of(1012)));
  }

  @Test
  void eachFieldOfATransactionCounts() {
    Bytes data = Bytes.parse("0x01");
    Set<Bytes32> hashes = new HashSet<>();
    Set<Bytes32> transactions = new HashSet<>();
    int blocks = 0;
    for (EthAddress from : new EthAddress[] {ALICE, BOB}) {
      for (EthAddress to : new EthAddress[] {ALICE, BOB}) {
        for (long value : new long[] {0, 7}) {
          for (Bytes calldata : new Bytes[] {Bytes.EMPTY, data}) {
            Chain chain = chain();
            chain.transact(from, to, UInt256.of(value), calldata).orThrow();
            Block<Receipt> block = sealed(chain);
            hashes.add(block.hash());
            Receipt receipt = block.receipts().get(0);
            transactions.add(receipt.transactionHash());
            assertThat(receipt.value()).isEqualTo(UInt256.of(value));
            assertThat(receipt.calldataHash()).isEqualTo(Keccak256.hash(calldata));
            blocks++;
          }
        }
      }
    }
    assertThat(hashes).hasSize(blocks);
    assertThat(transactions).hasSize(blocks);
    Chain twice = chain();
    twice.transact(ALICE, BOB, UInt256.ZERO, Bytes.EMPTY);
    twice.transact(ALICE, BOB, UInt256.ZERO, Bytes.EMPTY);
    Block<Receipt> both = sealed(twice);
    assertThat(hashes).doesNotContain(both.hash());
    assertThat(both.receipts().get(0).transactionHash())
        .isNotEqualTo(both.receipts().get(1).transactionHash());
  }

  @Test
  void howATransactionEndedCounts() {
    Set<Bytes32> hashes = new HashSet<>();
    for (int ending = 0; ending < 4; ending++) {
      int how = ending;
      Chain chain = chain();
      chain.deploy(
          PLACE,
          (frame, calldata) -> {
            if (how < 2) {
              throw frame.revert(new io.crossline.core.abi.Require("no " + how));
            }
            if (how == 3) {
              frame.emit(java.util.List.of(), Bytes.EMPTY);
            }
            return Bytes.EMPTY;
          });
      chain.transact(ALICE, PLACE, UInt256.ZERO, Bytes.EMPTY);
      hashes.add(sealed(chain).hash());
    }
    assertThat(hashes).hasSize(4);
  }

  @Test
  void aTypedCallOfTheCoreContractIsTheSameAsItsCalldata() {
    SendMessageToL2 send =
        new SendMessageToL2(UInt256.of(7), UInt256.of(8), Payload.of(Felt.of(9)));
    Chain typed = chain();
    StarknetCore core = StarknetCore.deploy(typed, PLACE, CoreSetup.builder().build());
    core.as(ALICE).transact(send, UInt256.of(1000)).orThrow();
    Chain raw = chain();
    StarknetCore.deploy(raw, PLACE, CoreSetup.builder().build());
    raw.transact(ALICE, PLACE, UInt256.of(1000), send.calldata(core.rules())).orThrow();
    assertThat(sealed(typed).hash()).isEqualTo(sealed(raw).hash());
  }

  @Test
  void aTypedCallOfAGatewayIsTheSameAsItsCalldata() {
    GatewayConfig config = GatewayConfig.of(SubnetId.root(314), UInt256.of(10), BOB);
    Chain typed = chain();
    Gateway.deploy(typed, PLACE, config).as(BOB).approveSubnet(ALICE).orThrow();
    Chain raw = chain();
    Gateway.deploy(raw, PLACE, config);
    raw.transact(
            BOB,
            PLACE,
            UInt256.ZERO,
            AbiCoder.encodeCall(Signature.parse("approveSubnet(address)"), AbiValue.address(ALICE)))
        .orThrow();
    Block<Receipt> block = sealed(typed);
    assertThat(block.hash()).isEqualTo(sealed(raw).hash());
  }

  @Test
  void anActOfTheHostHasNoCalldata() {
    Chain chain = chain();
    chain.execute(ALICE, BOB, UInt256.ZERO, frame -> true).orThrow();
    assertThat(sealed(chain).receipts().get(0).calldataHash())
        .isEqualTo(Keccak256.hash(Bytes.EMPTY));
  }

  /** Fails where it is told to. */
  static final class Fussy {
    @L1Handler(anyone = true)
    void take(L2Context context, EthAddress from, Felt number) {
      if (context.storage().slot("fails", io.crossline.messaging.Codec.TEXT, "").get().isEmpty()) {
        return;
      }
      throw new CairoPanic("no");
    }
  }

  @Test
  void onL2WhetherATransactionFailedCounts() {
    Set<Bytes32> hashes = new HashSet<>();
    for (boolean fails : new boolean[] {false, true}) {
      L2Chain chain = new L2Chain(StarknetChain.SEPOLIA, new BlockInfo(UInt64.ONE, UInt64.of(1)));
      Felt at = chain.deploy("fussy", new Fussy(), roles -> {});
      if (fails) {
        chain.storageOf(at).slot("fails", io.crossline.messaging.Codec.TEXT, "").set("always");
      }
      L1ToL2Message message =
          L1ToL2Message.of(ALICE, at, Selector.ofName("take"), Payload.of(Felt.of(1)), Felt.of(0));
      chain.execute(L1HandlerTransaction.of(message, StarknetChain.SEPOLIA));
      hashes.add(chain.seal(new BlockInfo(UInt64.of(2), UInt64.of(2))).hash());
    }
    assertThat(hashes).hasSize(2);
  }
}
