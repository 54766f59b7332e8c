// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.Word;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.l1.CoreCaller;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l1.SendMessageToL2;
import io.crossline.starknet.l2.CairoPanic;
import io.crossline.starknet.l2.External;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A network with a few contracts, and what a listener saw of it: receipts and program outputs. */
final class L2World implements NetworkListener {
  static final EthAddress SENDER = EthAddress.parse("0x00000000000000000000000000000000000000b1");
  static final EthAddress BATCHER = EthAddress.parse("0x00000000000000000000000000000000000000b2");
  static final UInt256 FEE = UInt256.of(1000);
  static final Felt TARGET = Felt.of(0x101);
  static final Felt INNER = Felt.of(0x102);
  static final Felt FALLBACK = Felt.of(0x103);
  static final Felt CLASS = Felt.of(0xc1a55);

  final StarknetNetwork net;
  final CoreCaller core;
  final List<L1ToL2Message> sent = new ArrayList<>();
  final List<L2ToL1Message> answers = new ArrayList<>();
  private final Map<UInt64, List<String>> receipts = new TreeMap<>();
  private final List<String> leftOut = new ArrayList<>();
  final List<List<UInt256>> outputs = new ArrayList<>();
  final List<String> refusals = new ArrayList<>();

  /** The contract that most rows call. */
  static final class Target {
    @L1Handler(anyone = true)
    void note(L2Context ctx, EthAddress from, Felt number) {
      ctx.sendMessageToL1(from, Payload.of(number));
    }

    @L1Handler(anyone = true)
    void fail(L2Context ctx, EthAddress from) {
      ctx.sendMessageToL1(from, Payload.EMPTY);
      throw new CairoPanic("no");
    }

    @L1Handler(anyone = true)
    void who(L2Context ctx, EthAddress from) {
      ctx.sendMessageToL1(from, Payload.of(ctx.caller(), from, ctx.l1Sender()));
    }

    @L1Handler(anyone = true)
    void order(L2Context ctx, EthAddress from) {
      ctx.sendMessageToL1(from, Payload.of(Felt.of(1)));
      call(ctx, "nest", from);
      ctx.sendMessageToL1(from, Payload.of(Felt.of(4)));
    }

    @L1Handler(anyone = true)
    void library(L2Context ctx, EthAddress from) {
      ctx.libraryCall(CLASS, Payload.of(Selector.ofName("send"), from, Felt.of(7)).toBytes());
    }

    @External
    void onlyExternal(L2Context ctx) {}

    static void call(L2Context ctx, String function, EthAddress from) {
      ctx.call(INNER, UInt256.ZERO, Payload.of(Selector.ofName(function), from).toBytes());
    }
  }

  /** What {@link Target} calls. */
  static final class Inner {
    @External
    void nest(L2Context ctx, EthAddress to) {
      ctx.sendMessageToL1(to, Payload.of(Felt.of(2)));
      ctx.call(
          ctx.self(), UInt256.ZERO, Payload.of(Selector.ofName("send"), to, Felt.of(3)).toBytes());
    }

    @External
    void send(L2Context ctx, EthAddress to, Felt number) {
      ctx.sendMessageToL1(to, Payload.of(number));
    }
  }

  /** A contract of Cairo 0, which takes what no handler answers to. */
  static final class Fallback {
    @L1Handler(name = "__l1_default__", anyone = true)
    void any(L2Context ctx, EthAddress from, Payload all) {
      ctx.sendMessageToL1(from, all);
    }
  }

  L2World(StarknetParameters parameters) {
    net = StarknetNetwork.create(parameters);
    net.listen(this);
    net.account("sender", SENDER, UInt256.of(1_000_000));
    net.deploy("target", TARGET, new Target(), roles -> {});
    net.deploy("inner", INNER, new Inner(), roles -> {});
    net.deploy("fallback", FALLBACK, new Fallback(), roles -> {});
    net.declare(CLASS, new Inner());
    core = net.core(SENDER);
  }

  L1ToL2Message send(Word to, String function, Word... payload) {
    return send(to, Selector.ofName(function), payload);
  }

  L1ToL2Message send(Word to, Word selector, Word... payload) {
    L1ToL2Message message =
        core.sendMessageToL2(to, selector, Payload.of(payload), FEE).orThrow().message();
    sent.add(message);
    return message;
  }

  /** Notes what should come back, so that L1's count of it is part of the state. */
  void expects(Felt from, Word... payload) {
    answers.add(L2ToL1Message.of(from, SENDER, Payload.of(payload)));
  }

  /** Until everything that can be settled is. */
  void settle() {
    net.advance(Duration.ofHours(1));
  }

  /** Long enough for the sequencer, not for a settlement. */
  void include() {
    net.advance(Duration.ofMinutes(6));
  }

  @Override
  public void l2Block(Block<L2Receipt> block, List<LeftOut> out) {
    if (!block.receipts().isEmpty()) {
      receipts.put(block.info().number(), block.receipts().stream().map(L2World::text).toList());
    }
    out.forEach(message -> leftOut.add("left out: " + message.reason()));
  }

  private static String text(L2Receipt receipt) {
    List<String> messages =
        receipt.messagesSent().stream()
            .map(message -> message.from() + message.payloadWords().words().toString())
            .toList();
    return "nonce "
        + receipt.transaction().nonce().toUInt256()
        + " calldata[0] "
        + receipt.handled().orElseThrow().calldata().get(0)
        + receipt.revertReason().map(reason -> " reverted " + reason).orElse(" sent " + messages);
  }

  @Override
  public void takenBack(Layer layer, UInt64 last) {
    if (layer == Layer.L2) {
      receipts.keySet().removeIf(number -> number.compareTo(last) > 0);
    }
  }

  @Override
  public void stateUpdate(ProgramOutput output, Outcome<LogStateUpdate> outcome) {
    List<UInt256> words = output.words().words();
    outcome.fold(
        (result, logs) -> outputs.add(words.subList(ProgramOutput.HEADER_SIZE, words.size())),
        revert -> refusals.add(revert.description()));
  }

  /** The receipts in the blocks of L2 that stand, then what was left out. */
  List<String> receipts() {
    List<String> all = new ArrayList<>();
    receipts.values().forEach(all::addAll);
    all.addAll(leftOut);
    return all;
  }

  /** What the core contract holds. */
  Map<String, String> l1() {
    Map<String, String> state = new LinkedHashMap<>();
    for (L1ToL2Message message : sent) {
      state.put("m" + message.nonce(), net.core().l1ToL2Messages(message.hash()).toString());
    }
    for (int i = 0; i < answers.size(); i++) {
      state.put("a" + i, net.core().l2ToL1Messages(answers.get(i).hash()).toString());
    }
    state.put("fees", net.l1().balance(net.parameters().feeCollector()).toString());
    return state;
  }

  /** Sends several messages in one transaction of L1. */
  void sendAtOnce(int count) {
    net.deployOnL1(
        "batcher",
        BATCHER,
        (frame, calldata) -> {
          for (int i = 0; i < count; i++) {
            Bytes data =
                new SendMessageToL2(
                        TARGET.toUInt256(),
                        Selector.ofName("note").value().toUInt256(),
                        Payload.of(Felt.of(i)))
                    .calldata(net.parameters().rules());
            frame.call(net.parameters().core(), FEE, data);
          }
          return Bytes.EMPTY;
        });
    UInt256 coins = UInt256.of(1000L * count);
    net.transactOnL1(SENDER, BATCHER, coins, Bytes.EMPTY).orThrow();
    for (int i = 0; i < count; i++) {
      sent.add(
          L1ToL2Message.of(
              BATCHER, TARGET, Selector.ofName("note"), Payload.of(Felt.of(i)), UInt256.of(i)));
    }
  }
}
