// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.Direction;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import java.util.Optional;

/**
 * What a gateway sends to one of its neighbours, which takes the local nonces in their order only.
 *
 * @param from the network of the gateway
 * @param child whose actor it sends down to; nothing for what goes up to the parent
 */
record QueueId(SubnetId from, Optional<EthAddress> child) {
  static QueueId between(SubnetId from, SubnetId to) {
    boolean down = Route.direction(from, to) == Direction.TOP_DOWN;
    return new QueueId(from, down ? Optional.of(to.actor()) : Optional.empty());
  }
}
