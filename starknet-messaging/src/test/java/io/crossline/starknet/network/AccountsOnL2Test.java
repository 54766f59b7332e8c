// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.Slot;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.l2.CairoPanic;
import io.crossline.starknet.l2.External;
import io.crossline.starknet.l2.InvokeTransaction;
import io.crossline.starknet.l2.InvokeTransaction.Call;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Chain;
import io.crossline.starknet.l2.L2Context;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.MessageStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transactions of accounts on L2: hash, nonce, all or nothing, and the way of their messages. */
class AccountsOnL2Test {
  private static final EthAddress BOB =
      EthAddress.parse("0x00000000000000000000000000000000000000c1");

  static final class Till {
    private static Slot<UInt256> sum(L2Context ctx) {
      return ctx.storage().slot("sum", Codec.UINT256, UInt256.ZERO);
    }

    @External
    void put(L2Context ctx, UInt256 amount, String note) {
      sum(ctx).update(had -> had.plus(amount));
    }

    @External(name = "pay_out")
    void payOut(L2Context ctx, EthAddress to, UInt256 amount) {
      if (sum(ctx).get().compareTo(amount) < 0) {
        throw new CairoPanic("TOO_MUCH");
      }
      sum(ctx).update(had -> had.minus(amount));
      ctx.sendMessageToL1(to, Payload.cairo(ctx.caller(), amount));
    }

    @External
    void sender(L2Context ctx) {
      ctx.l1Sender();
    }

    @L1Handler(anyone = true)
    void deposit(L2Context ctx, EthAddress from, UInt256 amount) {
      sum(ctx).update(had -> had.plus(amount));
    }
  }

  private static UInt256 sum(StarknetNetwork net, Felt till) {
    return net.l2().storageOf(till).slot("sum", Codec.UINT256, UInt256.ZERO).get();
  }

  @Test
  void aWithdrawalBeginsWithAnAccount() {
    try (StarknetNetwork net = StarknetNetwork.create()) {
      EthAddress bob = net.account("bob", BOB, UInt256.of(1_000_000));
      Felt till = net.deploy("till", new Till(), roles -> {});
      Felt alice = net.accountOnL2("alice");
      assertThat(net.invoke(alice, till, "put", 7, "for bob").succeeded()).isTrue();
      L2Receipt receipt = net.invoke(alice, till, "pay_out", bob, UInt256.of(5));
      assertThat(receipt.succeeded()).isTrue();
      assertThat(receipt.handled()).isEmpty();
      assertThat(receipt.transaction())
          .isEqualTo(
              new InvokeTransaction(
                  alice,
                  List.of(
                      Felt.ONE,
                      till,
                      Selector.ofName("pay_out").value(),
                      Felt.of(3),
                      Felt.of(0xc1),
                      Felt.of(5),
                      Felt.ZERO),
                  Felt.ONE,
                  net.l2().network().id()));
      L2ToL1Message sent = receipt.messagesSent().get(0);
      assertThat(sent).isEqualTo(L2ToL1Message.of(till, bob, Payload.cairo(alice, UInt256.of(5))));
      List<TimelineEntry> lines = net.await(sent, MessageStatus.CONSUMABLE);
      assertThat(lines)
          .extracting(TimelineEntry::what)
          .contains("alice's transaction 0x0 ran", "alice's transaction 0x1 ran; sent m1 to bob");
      net.core(bob).consumeMessageFromL2(sent).orThrow();
      assertThat(net.l2().nonceOf(alice)).isEqualTo(UInt256.of(2));
      assertThat(sum(net, till)).isEqualTo(UInt256.of(2));
    }
  }

  @Test
  void whatFailsIsRevertedWholeAndCounted() {
    try (StarknetNetwork net = StarknetNetwork.create()) {
      Felt till = net.deploy("till", new Till(), roles -> {});
      Felt alice = net.accountOnL2("alice");
      Call put = new Call(till, Selector.ofName("put"), Payload.cairo(UInt256.of(9), "").felts());
      Call tooMuch =
          new Call(till, Selector.ofName("pay_out"), Payload.cairo(BOB, UInt256.of(10)).felts());
      L2Receipt both = net.invoke(alice, List.of(put, tooMuch));
      assertThat(both.revertReason()).contains("\"TOO_MUCH\"");
      assertThat(both.messagesSent()).isEmpty();
      assertThat(both.included()).isTrue();
      assertThat(sum(net, till)).isEqualTo(UInt256.ZERO);
      assertThat(net.l2().nonceOf(alice)).isEqualTo(UInt256.ONE);
      assertThat(net.invoke(alice, till, "withdraw", Felt.ONE).revertReason().orElseThrow())
          .startsWith("\"ENTRYPOINT_NOT_FOUND\" (Till has no external function of selector 0x")
          .endsWith("; it has pay_out, put, sender)");
      assertThat(net.invoke(alice, till, "deposit", UInt256.ONE).revertReason().orElseThrow())
          .startsWith("\"ENTRYPOINT_NOT_FOUND\"");
      assertThat(net.invoke(alice, Felt.of(5), "put").revertReason())
          .contains("\"CONTRACT_NOT_FOUND\"");
      assertThat(net.invoke(alice, till, "sender").revertReason().orElseThrow())
          .contains("no message from L1 is being handled");
      assertThatThrownBy(() -> net.invoke(alice, till, "put", -1, ""))
          .isInstanceOf(MalformedInputException.class)
          .hasMessageContaining("Till.put: argument 1: -1 (Integer) is no u256");
      assertThatThrownBy(() -> net.invoke(alice, till, "put", 1))
          .hasMessageContaining("found 1 arguments, there are 2 parameters");
      Call malformed = new Call(till, Selector.ofName("put"), List.of(Felt.ONE));
      assertThat(net.invoke(alice, List.of(malformed)).revertReason().orElseThrow())
          .startsWith("\"Failed to deserialize param #1\"");
      assertThat(net.advanceBlocks(Layer.L2, 1))
          .extracting(TimelineEntry::what)
          .contains("alice's transaction 0x0 reverted: \"TOO_MUCH\"");
    }
  }

  @Test
  void aTransactionStandsBeforeTheMessagesOfItsBlock() {
    try (StarknetNetwork net = StarknetNetwork.create()) {
      EthAddress bob = net.account("bob", BOB, UInt256.of(1_000_000));
      Felt till = net.deploy("till", new Till(), roles -> {});
      Felt alice = net.accountOnL2("alice");
      var sent =
          net.core(bob)
              .sendMessageToL2(till, "deposit", Payload.cairo(UInt256.of(3)), UInt256.of(30_000))
              .orThrow();
      for (int i = 0; i < 60; i++) {
        net.invoke(alice, till, "put", 1, "");
        net.advanceBlocks(Layer.L2, 1);
      }
      net.await(sent.message(), MessageStatus.SETTLED);
      assertThat(sum(net, till)).isEqualTo(UInt256.of(63));
    }
  }

  @Test
  void receiptsAreStored() {
    try (StarknetNetwork net = StarknetNetwork.create()) {
      Felt till = net.deploy("till", new Till(), roles -> {});
      L2Receipt receipt = net.invoke(net.accountOnL2("alice"), till, "put", 7, "x");
      assertThat(L2Receipt.CODEC.decode(L2Receipt.CODEC.encode(receipt))).isEqualTo(receipt);
      assertThat(receipt.transactionHash())
          .isEqualTo(((InvokeTransaction) receipt.transaction()).transactionHash());
    }
  }

  @Test
  void aBlockThatIsLostTakesItsTransactionsWithIt() {
    L2Chain chain =
        new L2Chain(
            io.crossline.starknet.StarknetChain.SEPOLIA,
            new io.crossline.messaging.BlockInfo(
                io.crossline.messaging.UInt64.ONE, io.crossline.messaging.UInt64.ONE));
    Felt till = chain.deploy("till", new Till(), roles -> {});
    Call put = new Call(till, Selector.ofName("put"), Payload.cairo(UInt256.of(9), "").felts());
    chain.invoke(Felt.ONE, List.of(put));
    assertThat(chain.nonceOf(Felt.ONE)).isEqualTo(UInt256.ONE);
    chain.undoOpen();
    assertThat(chain.nonceOf(Felt.ONE)).isEqualTo(UInt256.ZERO);
    assertThat(chain.storageOf(till).slot("sum", Codec.UINT256, UInt256.ZERO).get())
        .isEqualTo(UInt256.ZERO);
    assertThat(chain.openReceipts()).isEmpty();
  }
}
