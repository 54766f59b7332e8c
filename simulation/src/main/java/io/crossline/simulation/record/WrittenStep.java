// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.messaging.UInt64;

/** A step of the recording, its block finished. */
interface WrittenStep {
  /** The block that it ran in. */
  UInt64 block();

  /** The step as JSON, as far as it is known already. */
  String text();
}
