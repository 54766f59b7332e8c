// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import io.crossline.messaging.MalformedInputException;

/**
 * A log with the topic 0 of a core contract's event that does not fit that event.
 *
 * <p>Thread-safe.
 */
public final class EventDecodeException extends MalformedInputException {
  private static final long serialVersionUID = 1L;

  EventDecodeException(String message) {
    super(message);
  }

  EventDecodeException(String message, long offset, Throwable cause) {
    super(message, offset);
    initCause(cause);
  }
}
