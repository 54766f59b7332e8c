// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import org.jspecify.annotations.Nullable;

/** A message on a link, until it is known what the gateway at its end did with it. */
final class Arrival {
  /** Nothing shows yet that the gateway took it. */
  static final long UNSEEN = -1;

  final Sighting message;
  final Link link;

  /** Where among the notes of the network its contract said that it handled it. */
  long handledAt = UNSEEN;

  /** Where among the notes of the network it was stored or answered. */
  long endedAt = UNSEEN;

  /** Whether the gateway refused its nonce. */
  boolean nonceRefused;

  @Nullable Arrival nextOnLink;
  @Nullable Arrival nextOfId;

  Arrival(Sighting message, Link link) {
    this.message = message;
    this.link = link;
  }
}
