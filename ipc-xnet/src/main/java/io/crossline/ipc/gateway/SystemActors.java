// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.messaging.EthAddress;

/**
 * Addresses with a meaning of their own on every network: {@code FilAddress} and {@code
 * Constants.sol} upstream.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class SystemActors {
  /**
   * {@code 0xff00…00}: who the node acts as. It alone applies top-down messages and commits
   * finality and checkpoints.
   */
  public static final EthAddress SYSTEM_ACTOR =
      EthAddress.parse("0xff00000000000000000000000000000000000000");

  /** {@code 0x00…63}: coins that are sent here are burnt. */
  public static final EthAddress BURNT_FUNDS_ACTOR =
      EthAddress.parse("0x0000000000000000000000000000000000000063");

  /**
   * Where the node of a subnet puts its gateway at genesis: actor 64 of every subnet that
   * fendermint runs.
   */
  public static final EthAddress SUBNET_GATEWAY =
      EthAddress.parse("0x77aa40b105843728088c0132e43fc44348881da8");

  private SystemActors() {}
}
