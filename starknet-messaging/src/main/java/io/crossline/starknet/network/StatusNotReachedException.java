// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

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
    boolean possible = found.status().canStillReach(wanted);
    return name
        + " "
        + found.hash()
        + (possible ? " did not reach " + wanted + " within " + limit : " cannot reach " + wanted)
        + "\n  status     "
        + found.status()
        + " since "
        + found.since()
        + found.reason().map(reason -> ": " + reason).orElse("")
        + "\n  waits for  "
        + found.waitsFor()
        + "\n  you can    "
        + found.youCan();
  }
}
