// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.ipc.ActivityCommitment;
import io.crossline.ipc.ActivityRollup;
import io.crossline.ipc.AggregatedStats;
import io.crossline.ipc.BatchCommitment;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.ValidatorActivity;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.ipc.event.GatewayEventType;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GatewayEventTest {
  private static final EthAddress GATEWAY = EthAddress.parse("0x" + "77".repeat(20));
  private static final EthAddress ACTOR = EthAddress.parse("0x" + "ab".repeat(20));
  private static final Bytes32 ID = Bytes32.ofLimbs(1, 2, 3, 4);
  private static final AggregatedStats STATS = new AggregatedStats(UInt64.ONE, UInt64.MAX);

  static Stream<GatewayEvent> events() {
    return Stream.of(
        new GatewayEvent.NewTopDownMessage(ACTOR, IpcEnvelope.EMPTY, ID),
        new GatewayEvent.QueuedBottomUpMessage(ID),
        new GatewayEvent.MessageStoredInPostbox(ID),
        new GatewayEvent.MessagePropagatedFromPostbox(ID),
        new GatewayEvent.NewBottomUpMsgBatch(UInt256.MAX),
        new GatewayEvent.SubnetDestroyed(SubnetId.root(314).child(ACTOR)),
        new GatewayEvent.StateCommitmentCreated(
            UInt64.of(5),
            new StateCommitment(
                Bytes.utf8("state"),
                new BatchCommitment(UInt64.of(2), ID),
                UInt64.of(3),
                new ActivityCommitment(STATS, ID))),
        new GatewayEvent.BottomUpBatchRecorded(UInt64.of(5), List.of(IpcEnvelope.EMPTY)),
        new GatewayEvent.ActivityRollupRecorded(
            UInt64.of(5),
            new ActivityRollup(STATS, List.of(new ValidatorActivity(ACTOR, UInt64.of(9))))));
  }

  @Test
  void everyEventIsTested() {
    assertThat(events().map(GatewayEvent::type))
        .containsExactlyInAnyOrder(GatewayEventType.values());
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyEventComesBackFromItsLog(GatewayEvent event) {
    Log log = event.toLog(GATEWAY);

    assertThat(log.emitter()).isEqualTo(GATEWAY);
    assertThat(log.topics()).hasSize(1 + event.type().indexed().size());
    assertThat(GatewayEvent.parse(log)).contains(event);
  }

  @Test
  void trap22IdOfPropagatedMessagesStandsInTheData() {
    Log propagated = new GatewayEvent.MessagePropagatedFromPostbox(ID).toLog(GATEWAY);
    Log stored = new GatewayEvent.MessageStoredInPostbox(ID).toLog(GATEWAY);

    assertThat(propagated.data()).isEqualTo(ID.toBytes());
    assertThat(stored.data()).isEqualTo(Bytes.EMPTY);
    assertThat(stored.topics()).containsExactly(stored.topics().get(0), ID);
  }

  @Test
  void topicsAreTheContracts() {
    assertThat(GatewayEventType.NEW_TOP_DOWN_MESSAGE.topic())
        .hasToString("0xb6eb2e0545704059166f88153086a5814637ddce7139f55009632d8ca4068358");
    assertThat(GatewayEventType.SUBNET_DESTROYED.topic())
        .hasToString("0x60dc29147d9c6e493f02de6d79356195ea83f691b55fddd559e933b41befe695");
  }

  @Test
  void otherLogsAreNoEvents() {
    assertThat(GatewayEvent.parse(new Log(GATEWAY, List.of(), Bytes.EMPTY))).isEmpty();
    assertThat(GatewayEvent.parse(new Log(GATEWAY, List.of(ID), Bytes.EMPTY))).isEmpty();
  }

  @Test
  void eventWithTopicsOrDataThatDoNotFitIsRefused() {
    Log log = new GatewayEvent.NewTopDownMessage(ACTOR, IpcEnvelope.EMPTY, ID).toLog(GATEWAY);
    List<Bytes32> topics = log.topics();

    assertThat(GatewayEvent.parse(log)).isPresent();
    assertThatThrownBy(() -> GatewayEvent.parse(new Log(GATEWAY, topics.subList(0, 2), log.data())))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("NewTopDownMessage has 3");
    assertThatThrownBy(
            () -> GatewayEvent.parse(new Log(GATEWAY, List.of(topics.get(0), ID, ID), log.data())))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("address");
    assertThatThrownBy(() -> GatewayEvent.parse(new Log(GATEWAY, topics, log.data().slice(0, 64))))
        .isInstanceOf(MalformedInputException.class);
  }
}
