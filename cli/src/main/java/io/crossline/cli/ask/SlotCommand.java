// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.storage.CoreSlot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code crossline slot}. */
@Command(
    name = "slot",
    description = {
      "Where Starknet's core contract keeps something, for eth_getStorageAt.",
      "",
      "The words: l1-to-l2, l2-to-l1 or l1-to-l2-cancellation and a message hash; or",
      "nonce or cancellation-delay.",
      ""
    },
    footer = {
      "  crossline slot cancellation-delay",
      "  crossline slot l1-to-l2"
          + " 0xd8824a75a588f0726d7d83b3e9560810c763043e979fdb77b11c1a51a991235d"
    })
public final class SlotCommand extends Question {
  private static final Map<String, CoreSlot> SLOTS = slots();

  SlotCommand() {}

  private static Map<String, CoreSlot> slots() {
    Map<String, CoreSlot> slots = new LinkedHashMap<>();
    slots.put("l1-to-l2", CoreSlot.L1_TO_L2_MESSAGES);
    slots.put("l2-to-l1", CoreSlot.L2_TO_L1_MESSAGES);
    slots.put("l1-to-l2-cancellation", CoreSlot.L1_TO_L2_MESSAGE_CANCELLATIONS);
    slots.put("nonce", CoreSlot.L1_TO_L2_MESSAGE_NONCE);
    slots.put("cancellation-delay", CoreSlot.MESSAGE_CANCELLATION_DELAY);
    return slots;
  }

  @Override
  List<String> names() {
    return List.of("what", "messageHash…");
  }

  @Override
  Map<String, @Nullable Object> answer(List<String> question) {
    String what = question.get(0).toLowerCase(Locale.ROOT);
    CoreSlot slot = SLOTS.get(what);
    if (slot == null) {
      throw new MalformedInputException(what + " is none of " + String.join(", ", SLOTS.keySet()));
    }
    int words = slot.isMap() ? 2 : 1;
    if (question.size() != words) {
      throw new MalformedInputException(
          what + (slot.isMap() ? " needs one message hash" : " needs nothing else"));
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    Words read = new Words(question, names());
    fields.put(
        "slot", (slot.isMap() ? slot.slot(read.at(1, Bytes32::parse)) : slot.slot()).toString());
    return fields;
  }
}
