// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.starknet.network.L2World.BATCHER;
import static io.crossline.starknet.network.L2World.FALLBACK;
import static io.crossline.starknet.network.L2World.INNER;
import static io.crossline.starknet.network.L2World.SENDER;
import static io.crossline.starknet.network.L2World.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Selector;
import io.crossline.starknet.l1.CoreOperations;
import io.crossline.starknet.l2.L2Rules;
import io.crossline.starknet.l2.SequencerPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of L2, which no vectors show: through the public network alone, each row says what
 * happens and what then stands on L2 (receipts), in the state update (program output) and on L1.
 */
class L2SideTest {
  private static final StarknetParameters V0_13 =
      StarknetParameters.builder().l2Rules(L2Rules.V0_13).build();

  /** A sequencer that heeds a request for cancellation before it includes the message. */
  private static final StarknetParameters HEEDING =
      StarknetParameters.builder()
          .sequencer(new SequencerPolicy(3, Duration.ofSeconds(255), Duration.ofMinutes(2)))
          .build();

  /**
   * One story.
   *
   * @param receipts what the blocks of L2 hold, and what was left out
   * @param outputs the words after the header of each state update that was accepted
   * @param refusals why state updates were refused
   * @param l1 what the core contract holds: per message, per answer, the fees paid out
   */
  record Row(
      String name,
      StarknetParameters parameters,
      Consumer<L2World> story,
      List<String> receipts,
      List<List<UInt256>> outputs,
      List<String> refusals,
      String l1) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Row row(
      String name,
      Consumer<L2World> story,
      List<String> receipts,
      List<List<UInt256>> outputs,
      String l1) {
    return new Row(name, StarknetParameters.DEFAULT, story, receipts, outputs, List.of(), l1);
  }

  private static List<UInt256> words(Object... parts) {
    List<UInt256> words = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof List<?> list) {
        words.addAll(words(list.toArray()));
      } else if (part instanceof Word word) {
        words.add(word.toBytes32().toUInt256());
      } else {
        words.add(UInt256.of((int) part));
      }
    }
    return words;
  }

  /** Both segments, each begun by the number of its words. */
  private static List<List<UInt256>> update(List<UInt256> toL1, List<UInt256> toL2) {
    return List.of(words(toL1.size(), toL1, toL2.size(), toL2));
  }

  private static final List<List<UInt256>> NO_UPDATE = List.of();

  private static Selector selector(String name) {
    return Selector.ofName(name);
  }

  private static final List<UInt256> NOTE_7 =
      words(SENDER, TARGET, 0, selector("note"), 1, Felt.of(7));
  private static final List<UInt256> ANSWER_7 = words(TARGET, SENDER, 1, Felt.of(7));
  private static final String RAN_7 = "nonce 0 calldata[0] 0xb1 sent [0x101[7]]";

  private static void note7(L2World world) {
    world.send(TARGET, "note", Felt.of(7));
    world.expects(TARGET, Felt.of(7));
  }

  static Stream<Row> rows() {
    return Stream.of(
        row(
            "a handler that succeeds",
            world -> {
              note7(world);
              world.settle();
            },
            List.of(RAN_7),
            update(ANSWER_7, NOTE_7),
            "{m0=0, a0=1, fees=1000}"),
        row(
            "a failing handler under v0.14 is in its block as REVERTED and consumes nothing",
            world -> {
              world.send(TARGET, "fail");
              world.expects(TARGET);
              world.settle();
            },
            List.of("nonce 0 calldata[0] 0xb1 reverted \"no\""),
            update(words(), words()),
            "{m0=1001, a0=0, fees=0}"),
        new Row(
            "a failing handler under v0.13 is not included",
            V0_13,
            world -> {
              world.send(TARGET, "fail");
              world.expects(TARGET);
              world.settle();
            },
            List.of("left out: its handler failed: \"no\""),
            NO_UPDATE,
            List.of(),
            "{m0=1001, a0=0, fees=0}"),
        row(
            "a payload word of P never becomes a transaction",
            world -> {
              world.send(TARGET, "note", Felt.PRIME);
              world.settle();
            },
            List.of("left out: a word is no felt"),
            NO_UPDATE,
            "{m0=1001, fees=0}"),
        row(
            "a receiver of P never becomes a transaction",
            world -> {
              world.send(Felt.PRIME, "note", Felt.of(7));
              world.settle();
            },
            List.of("left out: a word is no felt"),
            NO_UPDATE,
            "{m0=1001, fees=0}"),
        row(
            "a selector that no handler answers to",
            world -> {
              world.send(TARGET, "nobody", Felt.of(7));
              world.settle();
            },
            List.of("nonce 0 calldata[0] 0xb1 reverted \"ENTRYPOINT_NOT_FOUND\""),
            update(words(), words()),
            "{m0=1001, fees=0}"),
        row(
            "a contract that is not there",
            world -> {
              world.send(Felt.of(0x999), "note", Felt.of(7));
              world.settle();
            },
            List.of("nonce 0 calldata[0] 0xb1 reverted \"CONTRACT_NOT_FOUND\""),
            update(words(), words()),
            "{m0=1001, fees=0}"),
        row(
            "an external function is no handler",
            world -> {
              world.send(TARGET, "onlyExternal");
              world.settle();
            },
            List.of("nonce 0 calldata[0] 0xb1 reverted \"ENTRYPOINT_NOT_FOUND\""),
            update(words(), words()),
            "{m0=1001, fees=0}"),
        row(
            "the default handler takes what no other answers to",
            world -> {
              world.send(FALLBACK, "nobody", Felt.of(7));
              world.expects(FALLBACK, Felt.of(7));
              world.settle();
            },
            List.of("nonce 0 calldata[0] 0xb1 sent [0x103[7]]"),
            update(
                words(FALLBACK, SENDER, 1, Felt.of(7)),
                words(SENDER, FALLBACK, 0, selector("nobody"), 1, Felt.of(7))),
            "{m0=0, a0=1, fees=1000}"),
        row(
            "selector 0 is the default handler, where there is one",
            world -> {
              world.send(FALLBACK, Selector.DEFAULT, Felt.of(7));
              world.send(TARGET, Selector.DEFAULT, Felt.of(7));
              world.expects(FALLBACK, Felt.of(7));
              world.settle();
            },
            List.of(
                "nonce 0 calldata[0] 0xb1 sent [0x103[7]]",
                "nonce 1 calldata[0] 0xb1 reverted \"ENTRYPOINT_NOT_FOUND\""),
            update(
                words(FALLBACK, SENDER, 1, Felt.of(7)),
                words(SENDER, FALLBACK, 0, 0, 1, Felt.of(7))),
            "{m0=0, m1=1001, a0=1, fees=1000}"),
        row(
            "a handler's caller is 0, its first argument and calldata[0] are the sender",
            world -> {
              world.send(TARGET, "who");
              world.expects(TARGET, Felt.ZERO, SENDER, SENDER);
              world.settle();
            },
            List.of("nonce 0 calldata[0] 0xb1 sent [0x101[0, 177, 177]]"),
            update(
                words(TARGET, SENDER, 3, 0, SENDER, SENDER),
                words(SENDER, TARGET, 0, selector("who"), 0)),
            "{m0=0, a0=1, fees=1000}"),
        row(
            "messages are in the order of sending over inner calls",
            world -> {
              world.send(TARGET, "order");
              world.expects(INNER, Felt.of(2));
              world.settle();
            },
            List.of("nonce 0 calldata[0] 0xb1 sent [0x101[1], 0x102[2], 0x102[3], 0x101[4]]"),
            update(
                words(
                    words(TARGET, SENDER, 1, 1),
                    words(INNER, SENDER, 1, 2),
                    words(INNER, SENDER, 1, 3),
                    words(TARGET, SENDER, 1, 4)),
                words(SENDER, TARGET, 0, selector("order"), 0)),
            "{m0=0, a0=1, fees=1000}"),
        row(
            "a library call sends from the contract whose storage is used",
            world -> {
              world.send(TARGET, "library");
              world.expects(TARGET, Felt.of(7));
              world.settle();
            },
            List.of(RAN_7),
            update(ANSWER_7, words(SENDER, TARGET, 0, selector("library"), 0)),
            "{m0=0, a0=1, fees=1000}"),
        new Row(
            "the sequencer stops after a cancellation request, long before L1 allows to cancel",
            HEEDING,
            world -> {
              note7(world);
              world.core.startL1ToL2MessageCancellation(world.sent.get(0)).orThrow();
              world.settle();
            },
            List.of("left out: its sender asked for cancellation"),
            NO_UPDATE,
            List.of(),
            "{m0=1001, a0=0, fees=0}"),
        new Row(
            "a second request does not bring a message back",
            HEEDING,
            world -> {
              note7(world);
              world.core.startL1ToL2MessageCancellation(world.sent.get(0)).orThrow();
              world.net.advance(Duration.ofMinutes(3));
              world.core.startL1ToL2MessageCancellation(world.sent.get(0)).orThrow();
              world.settle();
            },
            List.of("left out: its sender asked for cancellation"),
            NO_UPDATE,
            List.of(),
            "{m0=1001, a0=0, fees=0}"),
        row(
            "what the sequencer included before its timelock L1 consumes in spite of the request",
            world -> {
              note7(world);
              world.core.startL1ToL2MessageCancellation(world.sent.get(0)).orThrow();
              world.settle();
            },
            List.of(RAN_7),
            update(ANSWER_7, NOTE_7),
            "{m0=0, a0=1, fees=1000}"),
        new Row(
            "a rejected transaction is not tried again",
            V0_13,
            world -> {
              world.send(TARGET, "fail");
              note7(world);
              world.net.advance(Duration.ofDays(1));
            },
            List.of(
                "nonce 1 calldata[0] 0xb1 sent [0x101[7]]", "left out: its handler failed: \"no\""),
            update(ANSWER_7, words(SENDER, TARGET, 1, selector("note"), 1, 7)),
            List.of(),
            "{m0=1001, m1=0, a0=1, fees=1000}"),
        row(
            "a reverted transaction is not tried again",
            world -> {
              world.send(TARGET, "fail");
              world.net.advance(Duration.ofDays(1));
            },
            List.of("nonce 0 calldata[0] 0xb1 reverted \"no\""),
            update(words(), words()),
            "{m0=1001, fees=0}"),
        row(
            "several messages in one transaction of L1 are run in the order of their logs",
            world -> {
              world.sendAtOnce(3);
              world.settle();
            },
            List.of(
                "nonce 0 calldata[0] 0xb2 sent [0x101[0]]",
                "nonce 1 calldata[0] 0xb2 sent [0x101[1]]",
                "nonce 2 calldata[0] 0xb2 sent [0x101[2]]"),
            update(
                words(
                    words(TARGET, BATCHER, 1, 0),
                    words(TARGET, BATCHER, 1, 1),
                    words(TARGET, BATCHER, 1, 2)),
                words(
                    words(BATCHER, TARGET, 0, selector("note"), 1, 0),
                    words(BATCHER, TARGET, 1, selector("note"), 1, 1),
                    words(BATCHER, TARGET, 2, selector("note"), 1, 2))),
            "{m0=0, m1=0, m2=0, fees=3000}"),
        row(
            "an L1 reorganisation before inclusion: the message is gone, and its nonce is free",
            world -> {
              world.send(TARGET, "note", Felt.of(1));
              world.net.advance(Duration.ofMinutes(1));
              world.net.reorganise(6);
              note7(world);
              world.settle();
            },
            List.of(RAN_7),
            update(ANSWER_7, NOTE_7),
            "{m0=0, a0=1, fees=1000}"),
        new Row(
            "an L1 reorganisation after inclusion: the settlement is refused and L2 goes back",
            StarknetParameters.DEFAULT,
            world -> {
              note7(world);
              world.include();
              world.net.reorganise(31);
              world.settle();
            },
            List.of(),
            NO_UPDATE,
            List.of("INVALID_MESSAGE_TO_CONSUME"),
            "{m0=0, a0=0, fees=0}"),
        row(
            "an L1 reorganisation after inclusion, and the same message again: it is not run twice",
            world -> {
              note7(world);
              world.include();
              world.net.reorganise(31);
              note7(world);
              world.settle();
            },
            List.of(RAN_7),
            update(ANSWER_7, NOTE_7),
            "{m0=0, a0=1, a1=1, fees=1000}"),
        row(
            "an L1 reorganisation that loses a settlement: the next one brings it again",
            world -> {
              note7(world);
              world.net.advance(Duration.ofMinutes(31));
              world.net.reorganise(10);
              assertThat(world.l1()).hasToString("{m0=1001, a0=0, fees=0}");
              world.settle();
            },
            List.of(RAN_7),
            List.of(update(ANSWER_7, NOTE_7).get(0), update(ANSWER_7, NOTE_7).get(0)),
            "{m0=0, a0=1, fees=1000}"),
        new Row(
            "a settlement that reverts: L2 goes back, and what L1 still holds is run again",
            StarknetParameters.DEFAULT,
            world -> {
              note7(world);
              world.send(TARGET, "note", Felt.of(8));
              world.core.startL1ToL2MessageCancellation(world.sent.get(0)).orThrow();
              world.net.advance(Duration.ofSeconds(290));
              world
                  .net
                  .core(world.net.parameters().operator())
                  .transact(CoreOperations.setMessageCancellationDelay(UInt256.ZERO))
                  .orThrow();
              world.core.cancelL1ToL2Message(world.sent.get(0)).orThrow();
              world.net.advance(Duration.ofHours(2));
            },
            List.of(
                "nonce 1 calldata[0] 0xb1 sent [0x101[8]]", "left out: its sender cancelled it"),
            update(words(TARGET, SENDER, 1, 8), words(SENDER, TARGET, 1, selector("note"), 1, 8)),
            List.of("INVALID_MESSAGE_TO_CONSUME"),
            "{m0=0, m1=0, a0=0, fees=1000}"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theRulesOfL2(Row row) {
    L2World world = new L2World(row.parameters);
    row.story.accept(world);
    assertThat(world.receipts()).isEqualTo(row.receipts);
    assertThat(world.outputs).isEqualTo(row.outputs);
    assertThat(world.refusals).isEqualTo(row.refusals);
    assertThat(world.l1()).hasToString(row.l1);
  }
}
