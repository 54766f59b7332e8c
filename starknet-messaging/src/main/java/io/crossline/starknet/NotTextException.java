// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.MalformedInputException;

/** What was read is a value of its Cairo type, but not the text that was asked for. */
final class NotTextException extends MalformedInputException {
  private static final long serialVersionUID = 1L;

  NotTextException(String message, long offset) {
    super(message, offset);
  }
}
