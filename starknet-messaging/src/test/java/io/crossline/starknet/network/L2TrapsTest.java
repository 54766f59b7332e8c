// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.starknet.network.L2World.FALLBACK;
import static io.crossline.starknet.network.L2World.FEE;
import static io.crossline.starknet.network.L2World.SENDER;
import static io.crossline.starknet.network.L2World.TARGET;
import static io.crossline.starknet.tracking.MessageStatus.ACCEPTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.REVERTED_ON_L2;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.hash.PedersenHash;
import io.crossline.starknet.l2.L1HandlerTransaction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The traps of the specification, section 12, on L2's side and in texts, by number. */
class L2TrapsTest {
  private final L2World world = new L2World(StarknetParameters.DEFAULT);

  @Test
  void trap21_aRevertedHandlerLeavesTheMessagePendingOnL1() {
    L1ToL2Message sent = world.send(TARGET, "fail");
    world.net.await(sent, REVERTED_ON_L2);
    world.settle();
    assertThat(world.net.core().l1ToL2Messages(sent.hash())).isEqualTo(FEE.plus(UInt256.ONE));
    assertThat(world.outputs).hasSize(1);
  }

  @Test
  void trap22_theTransactionHashIsNoMessageHashAndTheLengthIsHashedLast() {
    L1ToL2Message sent = world.send(TARGET, "note", Felt.of(7));
    world.net.await(sent, ACCEPTED_ON_L2);
    Felt transaction = world.net.messages().get(0).l2TransactionHash().orElseThrow();
    assertThat(transaction.toUInt256().toBytes32()).isNotEqualTo(sent.hash());
    assertThat(transaction)
        .isEqualTo(L1HandlerTransaction.of(sent, StarknetChain.SEPOLIA).transactionHash());

    Felt zero = Felt.ZERO;
    assertThat(PedersenHash.hashOnElements(List.of())).isEqualTo(PedersenHash.hash(zero, zero));
    Felt once = PedersenHash.hash(zero, Felt.of(5));
    assertThat(PedersenHash.hashOnElements(List.of(Felt.of(5))))
        .isEqualTo(PedersenHash.hash(once, Felt.ONE));
  }

  @Test
  void trap23_selectorZeroIsTheDefaultEntryPoint() {
    assertThat(Selector.ofName("__default__").value()).isEqualTo(Felt.ZERO);
    assertThat(Selector.ofName("__l1_default__").value()).isEqualTo(Felt.ZERO);
    assertThat(Selector.starknetKeccak("__l1_default__")).isNotEqualTo(Felt.ZERO);
    L1ToL2Message sent = world.send(FALLBACK, Selector.DEFAULT, Felt.of(7));
    world.net.await(sent, ACCEPTED_ON_L2);
    L1ToL2Message nowhere = world.send(TARGET, Selector.DEFAULT, Felt.of(7));
    world.net.await(nowhere, REVERTED_ON_L2);
  }

  @Test
  void trap27_hashesAreWrittenInFullAndNumbersWithoutZeros() {
    Bytes32 hash = Bytes32.ofLimbs(0, 0, 0, 0xab);
    assertThat(hash).hasToString("0x" + "0".repeat(62) + "ab");
    assertThat(Bytes32.parse(hash.toString())).isEqualTo(hash);
    assertThat(Felt.of(0xab)).hasToString("0xab");
    assertThat(Felt.parse("0x00ab")).isEqualTo(Felt.of(0xab));
    EthAddress address = EthAddress.of(UInt256.of(0xb1));
    assertThat(address).isEqualTo(SENDER).hasToString("0x" + "0".repeat(38) + "b1");
    assertThat(Payload.of(Felt.of(0xab)).word(0).toHexString()).isEqualTo("0xab");
  }
}
