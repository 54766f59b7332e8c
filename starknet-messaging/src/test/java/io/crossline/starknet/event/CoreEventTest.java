// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Int256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreEventTest {
  private static final EthAddress CORE =
      EthAddress.parse("0xc662c410c0ecf747543f5ba90660f6abebd9c8c4");
  private static final EthAddress SENDER =
      EthAddress.parse("0x7ad94e71308bb65c6bc9df35cc69cc9f953d69e5");
  private static final L1ToL2Message TO_L2 =
      L1ToL2Message.of(
          SENDER,
          UInt256.MAX,
          UInt256.of(3),
          Payload.of(UInt256.of(4), UInt256.MAX),
          UInt256.of(5));
  private static final L2ToL1Message TO_L1 =
      L2ToL1Message.of(UInt256.of(9), SENDER, Payload.of(UInt256.of(1)));

  private static List<CoreEvent> events() {
    return List.of(
        new LogMessageToL2(TO_L2),
        new LogMessageToL2(TO_L2.withFee(UInt256.of(6))),
        new ConsumedMessageToL2(TO_L2),
        new MessageToL2CancellationStarted(TO_L2),
        new MessageToL2Canceled(TO_L2),
        new LogMessageToL1(TO_L1),
        new ConsumedMessageToL1(TO_L1),
        new LogStateTransitionFact(Bytes32.ofLimbs(1, 2, 3, 4)),
        new LogStateUpdate(UInt256.of(1), Int256.MINUS_ONE, UInt256.of(3)));
  }

  @Test
  void everyEventComesBackFromItsLog() {
    for (CoreEvent event : events()) {
      assertThat(CoreEvents.decode(event.toLog(CORE))).contains(event);
      assertThat(event.getClass().getSimpleName()).isEqualTo(event.name());
    }
  }

  @Test
  void bothFormsOfTheSendingEventHaveTheirTopic() {
    assertThat(new LogMessageToL2(TO_L2).toLog(CORE).topics().get(0))
        .hasToString("0x7d3450d4f5138e54dcb21a322312d50846ead7856426fb38778f8ef33aeccc01");
    assertThat(new LogMessageToL2(TO_L2.withFee(UInt256.ZERO)).toLog(CORE).topics().get(0))
        .hasToString("0xdb80dd488acf86d17c747445b0eabb5d57c541d3bd7b6b87af987858e5066b2b");
  }

  @Test
  void passesOverOtherEmittersAndOtherTopics() {
    Log log = new LogMessageToL1(TO_L1).toLog(CORE);
    Log foreign = new Log(SENDER, log.topics(), Bytes.EMPTY);
    Log other = new Log(CORE, List.of(Bytes32.ZERO), Bytes.EMPTY);
    Log anonymous = new Log(CORE, List.of(), Bytes.EMPTY);
    assertThat(CoreEvents.decodeAll(CORE, List.of(foreign, other, log, anonymous)))
        .containsExactly(new LogMessageToL1(TO_L1));
  }

  @Test
  void refusesAnotherNumberOfTopics() {
    for (CoreEvent event : events()) {
      Log log = event.toLog(CORE);
      List<Bytes32> topics = new ArrayList<>(log.topics());
      if (topics.size() < 4) {
        topics.add(Bytes32.ZERO);
      } else {
        topics.remove(3);
      }
      Log changed = new Log(CORE, topics, log.data());
      assertThatThrownBy(() -> CoreEvents.decode(changed))
          .isInstanceOf(EventDecodeException.class)
          .hasMessageContaining(event.name());
    }
  }

  @Test
  void refusesAnAddressTopicAbove160Bits() {
    Log log = new ConsumedMessageToL1(TO_L1).toLog(CORE);
    List<Bytes32> topics = new ArrayList<>(log.topics());
    topics.set(2, Bytes32.ofLimbs(0, 1L << 32, 0, 0));
    assertThatThrownBy(() -> CoreEvents.decode(new Log(CORE, topics, log.data())))
        .isInstanceOf(EventDecodeException.class)
        .hasMessageContaining("topic 2");
  }

  @Test
  void readsDataAsSolidityDoes() {
    Log log = new LogMessageToL1(TO_L1).toLog(CORE);
    Log trailing = new Log(CORE, log.topics(), Bytes.concat(log.data(), Bytes.parse("0xffff")));
    assertThat(CoreEvents.decode(trailing)).contains(new LogMessageToL1(TO_L1));
    Log cut = new Log(CORE, log.topics(), log.data().slice(0, log.data().size() - 1));
    assertThatThrownBy(() -> CoreEvents.decode(cut))
        .isInstanceOf(EventDecodeException.class)
        .hasMessageContaining("LogMessageToL1");
  }

  @Test
  void cutsAWideReceiverAsTheContractDoes() {
    UInt256 wide = UInt256.ofLimbs(7, 0, 0, 1);
    L2ToL1Message message = L2ToL1Message.of(UInt256.of(9), wide, Payload.EMPTY);
    assertThat(CoreEvents.decode(new LogMessageToL1(message).toLog(CORE)))
        .contains(new LogMessageToL1(L2ToL1Message.of(UInt256.of(9), UInt256.ONE, Payload.EMPTY)));
  }
}
