// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

/** A message did not get where it was awaited within the time that was allowed, or never can. */
public final class StatusNotReachedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient MessageInfo message;

  StatusNotReachedException(MessageInfo message, String wanted, String allowed) {
    super(
        message.name()
            + " ("
            + message.tracingId()
            + ") did not reach "
            + wanted
            + " "
            + allowed
            + ": "
            + message.status()
            + " in "
            + message.network()
            + " since "
            + message.since()
            + "; "
            + message.waitsFor());
    this.message = message;
  }

  /** A call whose Result did not end it. */
  static StatusNotReachedException lost(MessageInfo message) {
    return new StatusNotReachedException(
        message, "an end", "where it was performed, and never will");
  }

  /**
   * Where the message stands.
   *
   * @return the message
   */
  public MessageInfo message() {
    return message;
  }
}
