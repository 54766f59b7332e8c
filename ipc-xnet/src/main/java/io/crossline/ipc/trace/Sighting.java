// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.Comparator;
import java.util.Optional;

/**
 * What one log says of one message.
 *
 * @param position its place within the log, where that speaks of several messages
 * @param envelope the message, where the log shows it whole
 * @param child where it is sent down to
 * @param epoch the height of its checkpoint
 * @param passing for what is sent or queued: whether it came out of the postbox
 */
record Sighting(
    Bytes32 id,
    Step step,
    LogPoint at,
    int position,
    Optional<IpcEnvelope> envelope,
    Optional<EthAddress> child,
    Optional<UInt256> epoch,
    boolean passing) {
  static final Comparator<Sighting> ORDER =
      Comparator.comparing(Sighting::at, LogPoint.ORDER).thenComparingInt(Sighting::position);

  enum Step {
    SENT_DOWN,
    QUEUED,
    CUT,
    STORED,
    PROPAGATED
  }
}
