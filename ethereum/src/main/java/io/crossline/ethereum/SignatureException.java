// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import io.crossline.messaging.MalformedInputException;

/**
 * Bytes that are no signature; the message says what they have that a signature has not.
 *
 * <p>Thread-safe.
 */
public final class SignatureException extends MalformedInputException {
  private static final long serialVersionUID = 1L;

  SignatureException(String what) {
    super(what);
  }
}
