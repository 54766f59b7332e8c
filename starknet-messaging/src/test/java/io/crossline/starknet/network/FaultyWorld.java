// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Block;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l1.CoreCaller;
import io.crossline.starknet.l2.CairoPanic;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.MessageId;
import io.crossline.starknet.tracking.MessageStatus;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A network in which things go wrong, and the question whether each message ran exactly once. */
final class FaultyWorld implements NetworkListener {
  static final EthAddress SENDER = EthAddress.parse("0x00000000000000000000000000000000000000b1");
  static final UInt256 FEE = UInt256.of(1000);

  final StarknetNetwork net;
  final CoreCaller core;
  final Felt diary;

  /** The blocks of L2 that stand and have transactions. */
  final Map<UInt64, List<L2Receipt>> blocks = new TreeMap<>();

  /** Keeps the numbers that it is told, in order. */
  static final class Diary {
    @L1Handler(anyone = true)
    void note(L2Context ctx, EthAddress from, Felt number) {
      ctx.storage().slot("told", Codec.TEXT, "").update(told -> told + number.toUInt256() + " ");
    }

    @L1Handler(anyone = true)
    void ask(L2Context ctx, EthAddress from, Felt number) {
      note(ctx, from, number);
      ctx.sendMessageToL1(from, Payload.of(number));
    }

    @L1Handler(anyone = true)
    void nothing(L2Context ctx, EthAddress from, Felt number) {}

    @L1Handler(anyone = true)
    void fail(L2Context ctx, EthAddress from) {
      throw new CairoPanic("no");
    }
  }

  FaultyWorld() {
    this(FaultPlan.NONE);
  }

  FaultyWorld(FaultPlan plan) {
    this(StarknetParameters.DEFAULT, plan);
  }

  FaultyWorld(StarknetParameters parameters, FaultPlan plan) {
    this(StarknetNetwork.builder(parameters).faults(plan).start());
  }

  FaultyWorld(StarknetNetwork network) {
    net = network;
    net.listen(this);
    net.account("sender", SENDER, UInt256.of(1_000_000_000));
    diary = net.deploy("diary", new Diary(), roles -> {});
    core = net.core(SENDER);
  }

  L1ToL2Message note(long number) {
    return send("note", Felt.of(number));
  }

  L1ToL2Message send(String function, Felt... payload) {
    return core.sendMessageToL2(diary, function, Payload.of(payload), FEE).orThrow().message();
  }

  static Duration seconds(long count) {
    return Duration.ofSeconds(count);
  }

  void advance(long seconds) {
    net.advance(seconds(seconds));
  }

  /** Moves the clock to a time since the start. */
  void advanceTo(long second) {
    net.advance(seconds(second).minus(net.time()));
  }

  /** What the diary was told, in the state of L2 now. */
  String told() {
    return net.l2().storageOf(diary).slot("told", Codec.TEXT, "").get().trim();
  }

  MessageStatus status(L1ToL2Message message) {
    return net.messages().stream()
        .filter(report -> report.state().id().equals(MessageId.toL2(message.hash())))
        .findFirst()
        .orElseThrow()
        .status();
  }

  /** The number of the L2 block that a message ran in. */
  UInt64 ranIn(L1ToL2Message message) {
    List<UInt64> found =
        blocks.entrySet().stream()
            .filter(block -> block.getValue().stream().anyMatch(ran -> isOf(ran, message)))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(found).as("blocks with %s", message).hasSize(1);
    return found.get(0);
  }

  private static boolean isOf(L2Receipt receipt, L1ToL2Message message) {
    return receipt.handled().orElseThrow().message().hash().equals(message.hash());
  }

  /** The lines of the timeline that have a text in them, without their times. */
  List<String> lines(String text) {
    return net.timeline().entries().stream()
        .map(TimelineEntry::what)
        .filter(what -> what.contains(text))
        .toList();
  }

  /** The lines that speak of faults: when, where and what. */
  List<String> faults() {
    return net.timeline().entries().stream()
        .filter(line -> line.what().startsWith("fault: "))
        .map(line -> line.time().toSeconds() + " " + line.chain() + " " + line.what().substring(7))
        .toList();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    net.timeline().entries().forEach(line -> text.append(line.toText()).append('\n'));
    return text.toString();
  }

  /**
   * Messages that ran once, in the order of their sending, and are settled; their fees are paid.
   */
  void assertAllOnce(L1ToL2Message... sent) {
    assertAllOnce(List.of(sent));
  }

  void assertAllOnce(List<L1ToL2Message> sent) {
    List<UInt256> ran = new ArrayList<>();
    blocks
        .values()
        .forEach(
            receipts ->
                receipts.stream()
                    .filter(L2Receipt::succeeded)
                    .forEach(receipt -> ran.add(receipt.transaction().nonce().toUInt256())));
    assertThat(ran).isEqualTo(sent.stream().map(L1ToL2Message::nonce).toList());
    assertThat(sent).allMatch(message -> status(message) == MessageStatus.SETTLED);
    assertThat(sent).allMatch(message -> net.core().l1ToL2Messages(message.hash()).isZero());
    assertThat(net.l1().balance(net.parameters().feeCollector()))
        .isEqualTo(UInt256.of(1000L * sent.size()));
    List<String> numbers =
        sent.stream().map(message -> message.payloadWords().word(0).toString()).toList();
    assertThat(told()).isEqualTo(String.join(" ", numbers));
  }

  @Override
  public void l2Block(Block<L2Receipt> block, List<LeftOut> leftOut) {
    if (!block.receipts().isEmpty()) {
      blocks.put(block.info().number(), block.receipts());
    }
  }

  @Override
  public void takenBack(Layer layer, UInt64 last) {
    if (layer == Layer.L2) {
      blocks.keySet().removeIf(number -> number.compareTo(last) > 0);
    }
  }
}
