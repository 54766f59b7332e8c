// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.reflect.RecordShape;
import io.crossline.ipc.gateway.GatewayConfig;
import io.crossline.ipc.gateway.GatewayRules;
import io.crossline.messaging.UInt256;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/**
 * How one network of the tree runs. Start from {@link #DEFAULT} and change what matters.
 *
 * <p>Immutable and thread-safe.
 *
 * @param blockTime from one block to the next, whole seconds
 * @param checkpointPeriod how many blocks make a bottom-up checkpoint; for a root it counts nothing
 * @param finalityDepth how many finished blocks of the parent must lie above one that is taken for
 *     final
 * @param relayInterval how often the relayer looks for checkpoints to carry up
 * @param genesisCoins what the network's faucet can give ({@link IpcSubnet#give}), in the smallest
 *     unit; a root's gives as much as is asked
 * @param collateral what the network's actor puts into the parent's gateway, in the smallest unit
 * @param maxTreeDepth at which depth of the tree networks may have no children any more
 * @param rules the version of the protocol
 * @param supplyToken the token of the parent network that backs the coins of this one, by its name;
 *     nothing where the parent's own coins do
 */
public record SubnetSettings(
    Duration blockTime,
    long checkpointPeriod,
    long finalityDepth,
    Duration relayInterval,
    UInt256 genesisCoins,
    UInt256 collateral,
    int maxTreeDepth,
    GatewayRules rules,
    Optional<String> supplyToken) {
  /** Two seconds: between CometBFT's default of one and what deployed subnets take. */
  public static final Duration BLOCK_TIME = Duration.ofSeconds(2);

  /** {@value} blocks, a minute: short enough to watch; deployments take 10 (tests) to 300. */
  public static final long CHECKPOINT_PERIOD = 30;

  /**
   * {@value} blocks: small, because these parents do not fork; deployments take 10 for an L1 with
   * fast finality.
   */
  public static final long FINALITY_DEPTH = 2;

  /** A million coins of 18 decimals. */
  public static final UInt256 GENESIS_COINS = UInt256.of(BigInteger.TEN.pow(24));

  /** What all networks run with unless told otherwise. */
  public static final SubnetSettings DEFAULT =
      new SubnetSettings(
          BLOCK_TIME,
          CHECKPOINT_PERIOD,
          FINALITY_DEPTH,
          BLOCK_TIME,
          GENESIS_COINS,
          UInt256.ZERO,
          GatewayConfig.MAX_TREE_DEPTH,
          GatewayRules.CE27BC4A,
          Optional.empty());

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException saying what was found and what is allowed
   */
  public SubnetSettings {
    if (blockTime.getSeconds() < 1 || blockTime.getNano() != 0) {
      throw new IllegalArgumentException(
          "block time: found " + blockTime + ", must be whole seconds, at least one");
    }
    if (checkpointPeriod < 1) {
      throw new IllegalArgumentException(
          "checkpoint period: found " + checkpointPeriod + ", must be at least 1 block");
    }
    if (finalityDepth < 0) {
      throw new IllegalArgumentException(
          "finality depth: found " + finalityDepth + ", must not be negative");
    }
    if (relayInterval.isNegative() || relayInterval.isZero()) {
      throw new IllegalArgumentException(
          "relay interval: found " + relayInterval + ", must be more than 0");
    }
  }

  /**
   * The same with another block time.
   *
   * @param time from one block to the next
   * @return the settings
   */
  public SubnetSettings withBlockTime(Duration time) {
    return with("blockTime", time);
  }

  /**
   * The same with another checkpoint period.
   *
   * @param blocks how many blocks make a checkpoint
   * @return the settings
   */
  public SubnetSettings withCheckpointPeriod(long blocks) {
    return with("checkpointPeriod", blocks);
  }

  /**
   * The same with another finality depth.
   *
   * @param blocks how many finished blocks of the parent must lie above
   * @return the settings
   */
  public SubnetSettings withFinalityDepth(long blocks) {
    return with("finalityDepth", blocks);
  }

  /**
   * The same with another relayer.
   *
   * @param interval how often it looks
   * @return the settings
   */
  public SubnetSettings withRelayInterval(Duration interval) {
    return with("relayInterval", interval);
  }

  /**
   * The same with other coins.
   *
   * @param coins what the faucet can give
   * @param locked what the actor puts into the parent's gateway as collateral
   * @return the settings
   */
  public SubnetSettings withCoins(UInt256 coins, UInt256 locked) {
    return with("genesisCoins", coins).with("collateral", locked);
  }

  /**
   * The same with another version of the protocol.
   *
   * @param other the rules
   * @return the settings
   */
  public SubnetSettings withRules(GatewayRules other) {
    return with("rules", other);
  }

  /**
   * The same with coins that a token of the parent network backs. The network deploys the token on
   * the parent's chain when it starts; children that name the same one share it.
   *
   * @param token what people call it
   * @return the settings
   */
  public SubnetSettings withSupplyToken(String token) {
    return with("supplyToken", Optional.of(token));
  }

  private SubnetSettings with(String component, Object value) {
    return RecordShape.of(SubnetSettings.class).with(this, component, value);
  }
}
