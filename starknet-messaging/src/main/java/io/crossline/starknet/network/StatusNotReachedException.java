// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.starknet.tracking.MessageStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * A message did not get to the status that was awaited; the message says where it is and what can
 * be done.
 */
public final class StatusNotReachedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StatusNotReachedException(
      String name, MessageStatus wanted, Duration limit, Optional<MessageReport> report) {
    super(describe(name, wanted, limit, report));
  }

  private static String describe(
      String name, MessageStatus wanted, Duration limit, Optional<MessageReport> report) {
    if (report.isEmpty()) {
      return name + " was not sent within " + limit + ", so it cannot be " + wanted;
    }
    MessageReport found = report.get();
    return found.name()
        + (Outlook.canReach(found.state(), wanted)
            ? " did not reach " + wanted + " within " + limit + "; a longer limit may do: "
            : " cannot reach " + wanted + ": ")
        + found.state();
  }
}
