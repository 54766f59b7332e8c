// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiReader;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.starknet.Int256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads logs: strict about the topics, as lax about the data as Solidity is. */
final class EventDecoder {
  private static final Map<Bytes32, EventDecoder> BY_TOPIC =
      Map.of(
          EventTopics.LOG_MESSAGE_TO_L2,
          new EventDecoder("LogMessageToL2", 4, 3, EventDecoder::sentWithFee),
          EventTopics.LOG_MESSAGE_TO_L2_WITHOUT_FEE,
          new EventDecoder(
              "LogMessageToL2", 4, 2, (log, data) -> new LogMessageToL2(toL2(log, data))),
          EventTopics.LOG_MESSAGE_TO_L1,
          new EventDecoder(
              "LogMessageToL1", 3, 1, (log, data) -> new LogMessageToL1(toL1(log, data))),
          EventTopics.CONSUMED_MESSAGE_TO_L1,
          new EventDecoder(
              "ConsumedMessageToL1", 3, 1, (log, data) -> new ConsumedMessageToL1(toL1(log, data))),
          EventTopics.CONSUMED_MESSAGE_TO_L2,
          new EventDecoder(
              "ConsumedMessageToL2", 4, 2, (log, data) -> new ConsumedMessageToL2(toL2(log, data))),
          EventTopics.MESSAGE_TO_L2_CANCELLATION_STARTED,
          new EventDecoder(
              "MessageToL2CancellationStarted",
              4,
              2,
              (log, data) -> new MessageToL2CancellationStarted(toL2(log, data))),
          EventTopics.MESSAGE_TO_L2_CANCELED,
          new EventDecoder(
              "MessageToL2Canceled", 4, 2, (log, data) -> new MessageToL2Canceled(toL2(log, data))),
          EventTopics.LOG_STATE_TRANSITION_FACT,
          new EventDecoder(
              "LogStateTransitionFact",
              1,
              1,
              (log, data) -> new LogStateTransitionFact(data.bytes32(0))),
          EventTopics.LOG_STATE_UPDATE,
          new EventDecoder("LogStateUpdate", 1, 3, EventDecoder::stateUpdate));

  private final String name;
  private final int topics;
  private final int words;
  private final Reading reading;

  /** What makes an event of the topics and of the head of the data. */
  private interface Reading {
    CoreEvent read(Log log, AbiReader.Head data);
  }

  private EventDecoder(String name, int topics, int words, Reading reading) {
    this.name = name;
    this.topics = topics;
    this.words = words;
    this.reading = reading;
  }

  static Optional<CoreEvent> decode(Log log) {
    List<Bytes32> topics = log.topics();
    EventDecoder decoder = topics.isEmpty() ? null : BY_TOPIC.get(topics.get(0));
    return decoder == null ? Optional.empty() : Optional.of(decoder.event(log));
  }

  private CoreEvent event(Log log) {
    requireTopics(name, log, topics);
    try {
      return reading.read(log, new AbiReader(log.data()).head(words));
    } catch (AbiDecodeException e) {
      throw new EventDecodeException(name + ": " + e.getMessage(), e.offset(), e);
    }
  }

  private static CoreEvent sentWithFee(Log log, AbiReader.Head data) {
    return new LogMessageToL2(toL2(log, data).withFee(data.uint256(2)));
  }

  private static CoreEvent stateUpdate(Log log, AbiReader.Head data) {
    return new LogStateUpdate(data.uint256(0), new Int256(data.uint256(1)), data.uint256(2));
  }

  static Optional<EventBeforeNonces> decodeBeforeNonces(Log log) {
    Bytes32 topic = log.topics().isEmpty() ? Bytes32.ZERO : log.topics().get(0);
    if (topic.equals(EventTopics.LOG_MESSAGE_TO_L2_WITHOUT_NONCE)) {
      return Optional.of(beforeNonces("LogMessageToL2", log));
    }
    return topic.equals(EventTopics.CONSUMED_MESSAGE_TO_L2_WITHOUT_NONCE)
        ? Optional.of(beforeNonces("ConsumedMessageToL2", log))
        : Optional.empty();
  }

  private static EventBeforeNonces beforeNonces(String name, Log log) {
    requireTopics(name, log, 4);
    try {
      return new EventBeforeNonces(
          name,
          address(log, 1),
          log.topics().get(2).toUInt256(),
          log.topics().get(3).toUInt256(),
          Payload.read(new AbiReader(log.data()).head(1), 0));
    } catch (AbiDecodeException e) {
      throw new EventDecodeException(name + ": " + e.getMessage(), e.offset(), e);
    }
  }

  private static void requireTopics(String name, Log log, int topics) {
    if (log.topics().size() != topics) {
      throw new EventDecodeException(
          name + ": found " + log.topics().size() + " topics, must be " + topics);
    }
  }

  private static L1ToL2Message toL2(Log log, AbiReader.Head data) {
    return L1ToL2Message.of(
        address(log, 1),
        log.topics().get(2).toUInt256(),
        log.topics().get(3).toUInt256(),
        Payload.read(data, 0),
        data.uint256(1));
  }

  private static L2ToL1Message toL1(Log log, AbiReader.Head data) {
    return L2ToL1Message.of(
        log.topics().get(1).toUInt256(), address(log, 2).toUInt256(), Payload.read(data, 0));
  }

  private static EthAddress address(Log log, int topic) {
    Bytes32 word = log.topics().get(topic);
    if (!EthAddress.fits(word)) {
      throw new EventDecodeException(
          "topic " + topic + ": " + word + " is not an address (must be below 2^160)");
    }
    return EthAddress.truncate(word);
  }
}
