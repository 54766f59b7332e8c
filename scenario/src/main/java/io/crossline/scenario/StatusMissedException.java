// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

/** A message did not get to a status; the message says where it is and what can be done. */
final class StatusMissedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StatusMissedException(String message) {
    super(message);
  }
}
