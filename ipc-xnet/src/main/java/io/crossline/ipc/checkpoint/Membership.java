// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.checkpoint;

import io.crossline.messaging.UInt64;
import java.util.List;

/**
 * Who validates a subnet: {@code Membership} in upstream's {@code structs/Subnet.sol}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param validators the validators
 * @param configurationNumber the number of the last change of validators that is in force
 */
public record Membership(List<Validator> validators, UInt64 configurationNumber) {
  /** No validators, before any change. */
  public static final Membership NONE = new Membership(List.of(), UInt64.ZERO);

  /** Copies the validators. */
  public Membership {
    validators = List.copyOf(validators);
  }
}
