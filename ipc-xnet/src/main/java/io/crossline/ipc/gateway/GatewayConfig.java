// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/**
 * What a gateway is made with: {@code GatewayDiamond.ConstructorParams}, and the flags that are
 * constants upstream.
 *
 * <p>Immutable and thread-safe.
 *
 * @param networkName the network it belongs to
 * @param bottomUpCheckPeriod how many blocks make a checkpoint, at least 1
 * @param majorityPercentage which share of the validators' power is a majority, 51 to 100; kept,
 *     never asked here
 * @param maxTreeDepth at which depth of the tree networks may have no children any more (route
 *     length + 1)
 * @param generalPurpose whether contracts may send messages
 * @param owner who approves subnets
 * @param rules the version of the protocol
 */
public record GatewayConfig(
    SubnetId networkName,
    UInt256 bottomUpCheckPeriod,
    int majorityPercentage,
    int maxTreeDepth,
    boolean generalPurpose,
    EthAddress owner,
    GatewayRules rules) {
  /** Upstream's {@code MAX_TREE_DEPTH}: {@value}. */
  public static final int MAX_TREE_DEPTH = 10;

  /** What upstream's deployment scripts take for the majority: {@value}. */
  public static final int DEFAULT_MAJORITY = 66;

  /**
   * Checks what upstream's constructor checks.
   *
   * @throws IllegalArgumentException naming upstream's error
   */
  public GatewayConfig {
    if (bottomUpCheckPeriod.isZero()) {
      throw new IllegalArgumentException(
          "InvalidSubmissionPeriod: the checkpoint period is 0, must be at least 1 block");
    }
    if (majorityPercentage < 51 || majorityPercentage > 100) {
      throw new IllegalArgumentException(
          "InvalidMajorityPercentage: found " + majorityPercentage + ", must be 51 to 100");
    }
  }

  /**
   * A configuration with upstream's constants.
   *
   * @param networkName the network
   * @param bottomUpCheckPeriod how many blocks make a checkpoint
   * @param owner who approves subnets
   * @return the configuration
   */
  public static GatewayConfig of(
      SubnetId networkName, UInt256 bottomUpCheckPeriod, EthAddress owner) {
    return new GatewayConfig(
        networkName,
        bottomUpCheckPeriod,
        DEFAULT_MAJORITY,
        MAX_TREE_DEPTH,
        true,
        owner,
        GatewayRules.CE27BC4A);
  }
}
