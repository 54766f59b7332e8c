// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import java.util.List;
import java.util.Optional;

/** Events of the core contract as steps of a sequence have them. */
final class CoreEventJson {
  private CoreEventJson() {}

  /** All events among logs but those of state updates that name no message. */
  static List<Object> all(EthAddress core, List<Log> logs) {
    return CoreEvents.decodeAll(core, logs).stream().flatMap(event -> of(event).stream()).toList();
  }

  private static Optional<Object> of(CoreEvent event) {
    return arguments(event)
        .map(args -> new Members().put("event", event.name()).put("args", args).toMap());
  }

  private static Optional<Members> arguments(CoreEvent event) {
    if (event instanceof LogMessageToL2 sent) {
      Members members = toL2(sent.message());
      sent.message().fee().ifPresent(fee -> members.put("fee", fee));
      return Optional.of(members);
    } else if (event instanceof ConsumedMessageToL2 consumed) {
      return Optional.of(toL2(consumed.message()));
    } else if (event instanceof MessageToL2CancellationStarted started) {
      return Optional.of(toL2(started.message()));
    } else if (event instanceof MessageToL2Canceled canceled) {
      return Optional.of(toL2(canceled.message()));
    } else if (event instanceof LogMessageToL1 sent) {
      return Optional.of(toL1(sent.message()));
    } else if (event instanceof ConsumedMessageToL1 consumed) {
      return Optional.of(toL1(consumed.message()));
    }
    return Optional.empty();
  }

  private static Members toL2(L1ToL2Message message) {
    return new Members()
        .put("fromAddress", message.from().toString())
        .put("toAddress", message.to().value())
        .put("selector", message.selector())
        .put("payload", CoreWords.payload(message.payloadWords()))
        .put("nonce", message.nonce());
  }

  private static Members toL1(L2ToL1Message message) {
    return new Members()
        .put("fromAddress", message.from().value())
        .put("toAddress", message.to().toEthAddress().toString())
        .put("payload", CoreWords.payload(message.payloadWords()));
  }
}
