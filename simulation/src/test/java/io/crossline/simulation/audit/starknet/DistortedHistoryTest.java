// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.Violation;
import io.crossline.starknet.Int256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.EventTopics;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing changed in a right history, and exactly the invariants that it breaks. */
class DistortedHistoryTest {
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource({
    "sending",
    "consuming",
    "running",
    "cancelling",
    "toL1",
    "updates",
    "coins",
    "live"
  })
  void exactlyWhatIsBrokenIsReported(String what, Set<String> broken, Consumer<Story> distortion) {
    Story story = new Story();
    distortion.accept(story);
    assertThat(
            story.history.audit().violations().stream()
                .map(Violation::invariant)
                .collect(Collectors.toSet()))
        .isEqualTo(broken);
  }

  static Stream<Arguments> sending() {
    return Stream.of(
        distortion(
            "a log that no contract emits",
            story -> logs(story, 0).add(log(EventTopics.LOG_MESSAGE_TO_L2)),
            "S1"),
        distortion(
            "the log of a sending is lost",
            story -> story.history.drop(is(new LogMessageToL2(story.regretted))),
            "S2",
            "S12",
            "S20"),
        distortion(
            "the log of a sending is doubled",
            story -> story.history.twice(is(new LogMessageToL2(story.plain))),
            "S2"),
        distortion(
            "the first nonce is another one",
            story -> story.history.settings = firstNonce(story.history.settings, 8),
            "S2"),
        distortion(
            "a nonce is used up by nobody",
            story -> story.history.state.nextNonce = UInt256.of(15),
            "S2"),
        distortion(
            "a pending message holds its fee, not fee + 1",
            story -> story.history.state.toL2.put(story.noFelt.hash(), UInt256.of(40)),
            "S4"),
        distortion(
            "a pending message is gone",
            story -> story.history.state.toL2.remove(story.regretted.hash()),
            "S4"),
        distortion(
            "a consumed message is still there",
            story -> story.history.state.toL2.put(story.plain.hash(), UInt256.of(31)),
            "S5"),
        distortion(
            "a cancelled message is still there",
            story -> story.history.state.toL2.put(story.failing.hash(), UInt256.of(21)),
            "S5"));
  }

  static Stream<Arguments> consuming() {
    return Stream.of(
        distortion(
            "the log of a consumption is lost",
            story -> story.history.drop(is(new ConsumedMessageToL2(story.plain))),
            "S4",
            "S10",
            "S20",
            "S21",
            "S22"),
        distortion(
            "a state update forgets a message",
            story -> {
              story.history.drop(is(new ConsumedMessageToL2(story.plain)));
              story.history.state.toL2.put(story.plain.hash(), UInt256.of(31));
              story.history.state.move(History.COLLECTOR, History.CORE, 30);
            },
            "S10",
            "S22"),
        distortion(
            "a message is consumed twice",
            story -> story.history.twice(is(new ConsumedMessageToL2(story.plain))),
            "S6",
            "S10"),
        distortion(
            "a message is consumed that was never sent",
            story -> logs(story, 2).add(0, toLog(new ConsumedMessageToL2(neverSent(story)))),
            "S6",
            "S10"),
        distortion(
            "a cancelled message settles",
            story -> {
              story.history.run(story.failing);
              story.history.seal().executions.clear();
              story.history.emit(new ConsumedMessageToL2(story.failing));
              story.history.settle();
              story.history.mine();
            },
            "S7",
            "S10"),
        distortion(
            "a settled message is cancelled",
            story -> {
              story.history.mine(History.DELAY);
              story.history.cancel(story.answered);
              story.history.mine();
            },
            "S7"),
        distortion(
            "consumed in another order than it ran",
            story ->
                swap(
                    logs(story, 2),
                    new ConsumedMessageToL2(story.answered),
                    new ConsumedMessageToL2(story.second)),
            "S10"));
  }

  static Stream<Arguments> running() {
    return Stream.of(
        distortion(
            "a message fails that was never sent",
            story -> executions(story, 3).add(failed(neverSent(story))),
            "S8"),
        distortion(
            "a message goes through that was never sent",
            story -> executions(story, 3).add(succeeded(neverSent(story))),
            "S8",
            "S10"),
        distortion(
            "a message runs twice",
            story -> executions(story, 3).add(0, succeeded(story.second)),
            "S9",
            "S10"),
        distortion(
            "a failed message runs again",
            story -> executions(story, 1).add(0, failed(story.failing)),
            "S9"),
        distortion(
            "a message is consumed that did not run",
            story -> executions(story, 0).remove(2),
            "S10"),
        distortion(
            "a message is consumed that failed",
            story -> executions(story, 0).set(2, failed(story.plain)),
            "S10"),
        distortion(
            "messages run in another order than they were sent",
            story -> Collections.swap(executions(story, 0), 0, 1),
            "S11"),
        distortion(
            "a transaction has another nonce than its message",
            story ->
                executions(story, 3)
                    .set(0, new Execution(story.last.hash(), UInt256.of(99), true, List.of())),
            "S11"),
        distortion(
            "a message stays that its handler sent before it failed",
            story ->
                executions(story, 0)
                    .set(
                        1,
                        new Execution(
                            story.failing.hash(),
                            story.failing.nonce(),
                            false,
                            List.of(story.single))),
            "S23"),
        distortion(
            "a failed message stands in a block before version 0.14",
            story -> story.history.settings = withoutFailing(story.history.settings),
            "S23"));
  }

  static Stream<Arguments> cancelling() {
    return Stream.of(
        distortion(
            "a request for a message that is over",
            story -> logs(story, 5).add(toLog(new MessageToL2CancellationStarted(story.plain))),
            "S12"),
        distortion(
            "a second request does not restart the clock",
            story -> story.history.state.requests.put(story.regretted.hash(), UInt256.ONE),
            "S12"),
        distortion(
            "a request is forgotten with its message",
            story -> story.history.state.requests.remove(story.failing.hash()),
            "S12"),
        distortion("a second too early", story -> story.history.blocks().get(4).time--, "S13"),
        distortion(
            "a cancellation without a request",
            story -> {
              story.history.drop(is(new MessageToL2CancellationStarted(story.failing)));
              story.history.state.requests.remove(story.failing.hash());
            },
            "S13"),
        distortion(
            "a renewed request does not count",
            story -> {
              logs(story, 4).add(0, toLog(new MessageToL2CancellationStarted(story.failing)));
              long time = story.history.blocks().get(4).time;
              story.history.state.requests.put(story.failing.hash(), UInt256.of(time));
            },
            "S13"),
        distortion(
            "a message is cancelled twice",
            story -> story.history.twice(is(new MessageToL2Canceled(story.failing))),
            "S6"),
        distortion(
            "the log of a cancellation is lost",
            story -> story.history.drop(is(new MessageToL2Canceled(story.failing))),
            "S4"));
  }

  static Stream<Arguments> toL1() {
    return Stream.of(
        distortion(
            "a message to L1 does not arrive",
            story -> {
              story.history.drop(is(new LogMessageToL1(story.single)));
              story.history.state.toL1.remove(story.single.hash());
            },
            "S14"),
        distortion(
            "a message to L1 arrives twice",
            story -> {
              story.history.twice(is(new LogMessageToL1(story.single)));
              story.history.state.toL1.put(story.single.hash(), 2L);
            },
            "S14"),
        distortion(
            "of two equal messages one arrives",
            story -> {
              logs(story, 2).remove(toLog(new LogMessageToL1(story.twin)));
              story.history.state.toL1.put(story.twin.hash(), 0L);
            },
            "S14"),
        distortion(
            "messages to L1 arrive in another order",
            story ->
                swap(
                    logs(story, 2),
                    new LogMessageToL1(story.twin),
                    new LogMessageToL1(story.single)),
            "S14"),
        distortion(
            "a message to L1 is consumed twice",
            story -> {
              logs(story, 5).add(toLog(new ConsumedMessageToL1(story.single)));
              logs(story, 5).add(toLog(new ConsumedMessageToL1(story.single)));
              story.history.state.toL1.put(story.single.hash(), 0L);
            },
            "S15"),
        distortion(
            "a consumed message to L1 still waits",
            story -> story.history.state.toL1.put(story.twin.hash(), 2L),
            "S16"),
        distortion(
            "the log of a consumption on L1 is lost",
            story -> story.history.drop(is(new ConsumedMessageToL1(story.twin))),
            "S16"));
  }

  static Stream<Arguments> updates() {
    return Stream.of(
        distortion(
            "a state update does not move on",
            story -> {
              story.history.replace(is(update(4)), update(2));
              story.history.state.settled = UInt256.of(2);
            },
            "S10",
            "S17"),
        distortion(
            "the settled block is another one",
            story -> story.history.state.settled = UInt256.of(3),
            "S17"),
        distortion(
            "the log of a state update is lost",
            story -> story.history.drop(is(update(2))),
            "S10",
            "S14",
            "S17"),
        distortion(
            "a settled block is taken back",
            story -> {
              story.history.told.add(auditor -> auditor.l2TakenBack(UInt64.of(3)));
              story.history.told.add(story.history.blocksOfL2().get(3));
            },
            "S18"));
  }

  static Stream<Arguments> coins() {
    return Stream.of(
        distortion(
            "a coin comes from nowhere",
            story -> story.history.state.balances.merge(History.ALICE, 1L, Long::sum),
            "S19"),
        distortion(
            "the fee of a cancelled message is refunded",
            story -> story.history.state.move(History.CORE, History.ALICE, 20),
            "S20"),
        distortion(
            "a fee is not paid",
            story -> story.history.state.move(History.COLLECTOR, History.CORE, 30),
            "S20",
            "S21"),
        distortion(
            "a fee is burnt",
            story -> story.history.state.balances.merge(History.COLLECTOR, -30L, Long::sum),
            "S19",
            "S21"));
  }

  static Stream<Arguments> live() {
    return Stream.of(
        distortion("a message is never run", DistortedHistoryTest::sendOneMore, "S22"),
        distortion(
            "a message is left out for no reason",
            story -> story.history.leaveOut(sendOneMore(story)),
            "S22"),
        distortion(
            "a message that went through is never settled",
            story -> {
              story.history.run(sendOneMore(story));
              story.history.seal();
            },
            "S22"),
        distortion(
            "a message is cancelled and L2 never takes it back",
            story -> {
              L1ToL2Message message = sendOneMore(story);
              story.history.request(message);
              story.history.mine(History.DELAY);
              story.history.cancel(message);
              story.history.mine();
              story.history.run(message);
              story.history.seal();
            },
            "S7"));
  }

  private static Arguments distortion(String what, Consumer<Story> distortion, String... broken) {
    return Arguments.of(what, Set.of(broken), distortion);
  }

  private static L1ToL2Message sendOneMore(Story story) {
    L1ToL2Message message = story.history.send(80);
    story.history.mine();
    return message;
  }

  private static L1ToL2Message neverSent(Story story) {
    UInt256 nonce = UInt256.of(1000);
    return L1ToL2Message.of(
        History.ALICE, History.VAULT, story.plain.selector(), story.plain.payloadWords(), nonce);
  }

  private static Execution succeeded(L1ToL2Message message) {
    return new Execution(message.hash(), message.nonce(), true, List.of());
  }

  private static Execution failed(L1ToL2Message message) {
    return new Execution(message.hash(), message.nonce(), false, List.of());
  }

  private static List<Execution> executions(Story story, int block) {
    return story.history.blocksOfL2().get(block).executions;
  }

  private static List<Log> logs(Story story, int block) {
    return story.history.blocks().get(block).logs;
  }

  private static void swap(List<Log> logs, CoreEvent one, CoreEvent other) {
    Collections.swap(logs, logs.indexOf(toLog(one)), logs.indexOf(toLog(other)));
  }

  private static Predicate<CoreEvent> is(CoreEvent event) {
    return other -> toLog(other).equals(toLog(event));
  }

  private static CoreEvent update(long block) {
    return new LogStateUpdate(UInt256.ONE, Int256.of(block), UInt256.ONE);
  }

  private static Log toLog(CoreEvent event) {
    return event.toLog(History.CORE);
  }

  private static Log log(Bytes32 topic) {
    return new Log(History.CORE, List.of(topic), Bytes.EMPTY);
  }

  private static StarknetAuditSettings firstNonce(StarknetAuditSettings settings, long nonce) {
    return new StarknetAuditSettings(
        settings.core(),
        UInt256.of(nonce),
        settings.cancellationDelay(),
        settings.feeReceiver(),
        settings.openingOfCore(),
        settings.openingOfFeeReceiver(),
        settings.settledAtStart(),
        settings.includesFailing());
  }

  private static StarknetAuditSettings withoutFailing(StarknetAuditSettings settings) {
    return new StarknetAuditSettings(
        settings.core(),
        settings.firstNonce(),
        settings.cancellationDelay(),
        settings.feeReceiver(),
        settings.openingOfCore(),
        settings.openingOfFeeReceiver(),
        settings.settledAtStart(),
        false);
  }
}
