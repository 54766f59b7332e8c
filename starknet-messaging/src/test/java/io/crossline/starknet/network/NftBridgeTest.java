// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.chain.Frame;
import io.crossline.core.handler.HandlerException;
import io.crossline.ethereum.SolidityContract;
import io.crossline.ethereum.SolidityFunction;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.Slot;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.l1.CoreContract;
import io.crossline.starknet.l2.CairoPanic;
import io.crossline.starknet.l2.External;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;
import io.crossline.starknet.tracking.MessageStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bridge with a contract on each side, without a selector or a word written by hand. */
class NftBridgeTest {
  private static final EthAddress ALICE =
      EthAddress.parse("0x00000000000000000000000000000000000000a1");
  private static final EthAddress BRIDGE =
      EthAddress.parse("0x00000000000000000000000000000000000000b1");
  private static final UInt256 FEE = UInt256.of(30_000);
  private static final Felt L2_BRIDGE = Selector.starknetKeccak("l2Bridge");

  record Token(UInt256 id, String uri) {}

  static final class L1Bridge {
    private final CoreContract core;

    L1Bridge(EthAddress core) {
      this.core = new CoreContract(core);
    }

    private static Slot<EthAddress> owner(Frame frame, UInt256 id) {
      return frame.storage().slot("owner " + id, Codec.ADDRESS, EthAddress.ZERO);
    }

    @SolidityFunction
    void mint(Frame frame, UInt256 id) {
      owner(frame, id).set(frame.caller());
    }

    @SolidityFunction(payable = true)
    UInt256 deposit(Frame frame, UInt256 recipient, Token token) {
      owner(frame, token.id()).set(frame.self());
      L1ToL2Message sent =
          core.sendMessageToL2(
              frame, L2_BRIDGE, "deposit", Payload.cairo(Felt.of(recipient), token), frame.value());
      return sent.nonce();
    }

    @SolidityFunction
    void withdraw(Frame frame, EthAddress recipient, UInt256 id) {
      core.consumeMessageFromL2(frame, L2_BRIDGE, Payload.cairo(recipient, id));
      owner(frame, id).set(recipient);
    }

    @SolidityFunction("ownerOf(uint64)")
    EthAddress ownerOf(Frame frame, UInt64 id) {
      return owner(frame, id.toUInt256()).get();
    }

    @SolidityFunction
    void cancel(Frame frame, UInt256 recipient, Token token, UInt256 nonce) {
      L1ToL2Message sent =
          L1ToL2Message.of(
              frame.self(),
              L2_BRIDGE,
              Selector.ofName("deposit"),
              Payload.cairo(Felt.of(recipient), token),
              nonce);
      core.startL1ToL2MessageCancellation(frame, sent);
      core.cancelL1ToL2Message(frame, sent);
    }
  }

  static final class L2Bridge {
    private static Slot<Felt> owner(L2Context ctx, UInt256 id) {
      return ctx.storage().slot("owner " + id, Felt.CODEC, Felt.ZERO);
    }

    @L1Handler(from = "bridge")
    void deposit(L2Context ctx, EthAddress from, Felt recipient, Token token) {
      owner(ctx, token.id()).set(recipient);
    }

    @External
    void withdraw(L2Context ctx, EthAddress recipient, UInt256 id) {
      if (!owner(ctx, id).get().equals(ctx.caller())) {
        throw new CairoPanic("NOT_THE_OWNER");
      }
      owner(ctx, id).set(Felt.ZERO);
      ctx.sendMessageToL1(BRIDGE, Payload.cairo(recipient, id));
    }

    @External
    Token token(L2Context ctx, UInt256 id) {
      return new Token(id, "uri");
    }
  }

  private static StarknetNetwork begin() {
    StarknetNetwork net = StarknetNetwork.create();
    net.account("alice", ALICE, UInt256.of(1_000_000));
    net.deployOnL1("bridge", BRIDGE, new L1Bridge(net.parameters().core()));
    net.deploy("l2Bridge", new L2Bridge(), roles -> roles.bind("bridge", BRIDGE));
    return net;
  }

  private static EthAddress owner(StarknetNetwork net, int id) {
    return net.transactOnL1(ALICE, BRIDGE, UInt256.ZERO, "ownerOf", UInt64.of(id))
        .fold(
            (data, logs) -> EthAddress.of(io.crossline.messaging.Bytes32.of(data)),
            revert -> EthAddress.ZERO);
  }

  @Test
  void aTokenGoesToL2AndBack() {
    try (StarknetNetwork net = begin()) {
      UInt256 id = UInt256.of(7);
      Felt bob = net.accountOnL2("bob");
      net.transactOnL1(ALICE, BRIDGE, UInt256.ZERO, "mint", id).orThrow();
      Outcome<Bytes> sent =
          net.transactOnL1(
              ALICE, BRIDGE, FEE, "deposit", bob.toUInt256(), new Token(id, "ipfs://x"));
      L1ToL2Message message =
          sent.fold(
              (data, logs) ->
                  ((LogMessageToL2) CoreEvents.decode(logs.get(0)).orElseThrow()).message(),
              revert -> {
                throw new AssertionError(revert);
              });
      net.await(message, MessageStatus.SETTLED);
      assertThat(owner(net, 7)).isEqualTo(BRIDGE);
      var receipt = net.invoke(bob, L2_BRIDGE, "withdraw", ALICE, id);
      net.await(receipt.messagesSent().get(0), MessageStatus.CONSUMABLE);
      net.transactOnL1(ALICE, BRIDGE, UInt256.ZERO, "withdraw", ALICE, id).orThrow();
      assertThat(owner(net, 7)).isEqualTo(ALICE);
      assertThat(net.invoke(bob, L2_BRIDGE, "withdraw", ALICE, id).revertReason())
          .contains("\"NOT_THE_OWNER\"");
      assertThat(refusal(net.transactOnL1(ALICE, BRIDGE, UInt256.ZERO, "withdraw", ALICE, id)))
          .contains("INVALID_MESSAGE_TO_CONSUME");
      assertThat(
              refusal(
                  net.transactOnL1(
                      ALICE,
                      BRIDGE,
                      UInt256.ZERO,
                      "cancel",
                      bob.toUInt256(),
                      new Token(id, "ipfs://x"),
                      UInt256.ZERO)))
          .contains("NO_MESSAGE_TO_CANCEL");
    }
  }

  private static String refusal(Outcome<?> outcome) {
    return outcome.fold((result, logs) -> "accepted", revert -> revert.description());
  }

  @Test
  void whatDoesNotFitIsSaid() {
    try (StarknetNetwork net = begin()) {
      assertThatThrownBy(() -> net.transactOnL1(ALICE, BRIDGE, UInt256.ZERO, "burn"))
          .isInstanceOf(MalformedInputException.class)
          .hasMessage(
              "L1Bridge has no function burn; it has cancel(uint256,(uint256,string),uint256),"
                  + " deposit(uint256,(uint256,string)), mint(uint256), ownerOf(uint64),"
                  + " withdraw(address,uint256)");
      assertThatThrownBy(() -> net.transactOnL1(ALICE, BRIDGE, UInt256.ZERO, "mint"))
          .hasMessage("mint(uint256) has 1 arguments, found 0");
      assertThatThrownBy(() -> net.transactOnL1(ALICE, BRIDGE, UInt256.ZERO, "mint", 5))
          .isInstanceOf(MalformedInputException.class)
          .hasMessageStartingWith("mint(uint256): ");
      assertThatThrownBy(() -> net.transactOnL1(ALICE, ALICE, UInt256.ZERO, "mint", 5))
          .hasMessage("alice: no contract with @SolidityFunction methods was deployed there");
      assertThat(refusal(net.transactOnL1(ALICE, BRIDGE, FEE, "mint", UInt256.ONE)))
          .doesNotContain("accepted");
      assertThat(refusal(net.transactOnL1(ALICE, BRIDGE, UInt256.ZERO, Bytes.parse("0x01"))))
          .contains("L1Bridge has no function of 0x01; it has cancel(");
      Bytes cut =
          SolidityContract.of(new L1Bridge(BRIDGE)).calldata("mint", UInt256.ONE).slice(0, 10);
      assertThat(refusal(net.transactOnL1(ALICE, BRIDGE, UInt256.ZERO, cut)))
          .contains("bad arguments of mint(uint256)");
    }
  }

  static class NoFrame {
    @SolidityFunction
    void f(UInt256 id) {}
  }

  static class Same {
    @SolidityFunction
    void f(Frame frame, UInt256 id) {}

    @SolidityFunction("f(uint256)")
    void g(Frame frame, UInt256 id) {}
  }

  static class Counting {
    private int count;

    @SolidityFunction
    void f(Frame frame) {
      count++;
    }
  }

  @Test
  void aClassThatCannotServeIsRefused() {
    for (Object[] bad :
        List.of(
            new Object[] {new NoFrame(), "begins with the parameter Frame"},
            new Object[] {new Same(), "have the same selector"},
            new Object[] {new Counting(), "field \"count\" is not final"},
            new Object[] {List.of(), "no method is annotated with @SolidityFunction"})) {
      assertThatThrownBy(() -> SolidityContract.of(bad[0]))
          .isInstanceOf(HandlerException.class)
          .hasMessageContaining((String) bad[1]);
    }
  }
}
