// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

/** Says why something cannot be measured here, and what to do about it. */
final class NotMeasuredException extends Exception {
  private static final long serialVersionUID = 1L;

  NotMeasuredException(String reason) {
    super(reason);
  }

  /** The reason, which there always is. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
