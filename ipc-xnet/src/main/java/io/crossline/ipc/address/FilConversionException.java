// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.address;

import io.crossline.messaging.MalformedInputException;

/**
 * A well-formed address or subnet id of which upstream's Rust code makes no other: it returns an
 * error, or it panics, which ends the process there.
 *
 * <p>Thread-safe.
 */
public final class FilConversionException extends MalformedInputException {
  private static final long serialVersionUID = 1L;

  private final boolean panic;

  private FilConversionException(String message, boolean panic) {
    super(message);
    this.panic = panic;
  }

  static FilConversionException notDelegated() {
    return new FilConversionException("address provided is not delegated", false);
  }

  static FilConversionException invalidPayloadType() {
    return new FilConversionException("Invalid payload type", false);
  }

  static FilConversionException panic(String reason) {
    return new FilConversionException("panic: " + reason, true);
  }

  /**
   * Whether upstream panics.
   *
   * @return false if it returns an error
   */
  public boolean isPanic() {
    return panic;
  }
}
