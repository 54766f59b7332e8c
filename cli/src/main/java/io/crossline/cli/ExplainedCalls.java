// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.l1.CancelL1ToL2Message;
import io.crossline.starknet.l1.ConsumeMessageFromL2;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.StartL1ToL2MessageCancellation;
import java.time.DateTimeException;
import java.time.Instant;

/** Calls of the core contract about a message, ready to send. */
final class ExplainedCalls {
  /** What a core contract starts with, in seconds; its governor can change it. */
  static final UInt256 DELAY = CoreSetup.DEFAULT_CANCELLATION_DELAY;

  private ExplainedCalls() {}

  static Bytes start(L1ToL2Message message) {
    return new StartL1ToL2MessageCancellation(
            message.to().value(), message.selector(), message.payloadWords(), message.nonce())
        .calldata(CoreRules.DEPLOYED);
  }

  static Bytes cancel(L1ToL2Message message) {
    return new CancelL1ToL2Message(
            message.to().value(), message.selector(), message.payloadWords(), message.nonce())
        .calldata(CoreRules.DEPLOYED);
  }

  static Bytes consume(L2ToL1Message message) {
    return new ConsumeMessageFromL2(message.from().value(), message.payloadWords())
        .calldata(CoreRules.DEPLOYED);
  }

  /** From when on a cancellation that was asked for can be completed, in seconds since 1970. */
  static UInt256 earliest(UInt64 requested) {
    return requested.toUInt256().plus(DELAY);
  }

  /** A time of the chain for people. */
  static String time(UInt256 seconds) {
    try {
      return Instant.ofEpochSecond(seconds.longValueExact()).toString();
    } catch (DateTimeException | ArithmeticException beyondTheCalendar) {
      return seconds + " s after 1970";
    }
  }
}
