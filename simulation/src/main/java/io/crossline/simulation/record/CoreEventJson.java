// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
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
    if (event instanceof CoreEvent.ToL2 about) {
      Members members = toL2(about.message());
      about.message().fee().ifPresent(fee -> members.put("fee", fee));
      return Optional.of(members);
    }
    return event instanceof CoreEvent.ToL1 about
        ? Optional.of(toL1(about.message()))
        : Optional.empty();
  }

  private static Members toL2(L1ToL2Message message) {
    return new Members()
        .put("fromAddress", message.from().toString())
        .put("toAddress", message.to().value())
        .put("selector", message.selector())
        .put("payload", CoreWords.payload(message.payloadWords()))
        .put("nonce", message.nonce());
  }

  static Members toL1(L2ToL1Message message) {
    return new Members()
        .put("fromAddress", message.from().value())
        .put("toAddress", message.to().toEthAddress().toString())
        .put("payload", CoreWords.payload(message.payloadWords()));
  }
}
