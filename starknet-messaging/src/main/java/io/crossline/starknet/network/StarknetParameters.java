// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.reflect.RecordShape;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.l2.L2Rules;
import io.crossline.starknet.l2.SequencerPolicy;
import io.crossline.starknet.tracking.TrackerSettings;
import java.time.Duration;
import java.time.Instant;

/**
 * How a network is set up.
 *
 * <p>Immutable and thread-safe.
 *
 * @param chain the network it stands for; its chain id goes into L2 transaction hashes
 * @param rules the version of the core contract
 * @param core where the core contract is
 * @param firstNonce the nonce that the core contract gives next
 * @param messageCancellationDelay how long after a request the core contract allows to cancel, in
 *     whole seconds; the governor can change it later
 * @param l2Rules the version of Starknet's L2, which decides whether a handler that fails is in its
 *     block as REVERTED or in no block
 * @param genesis the time of the first blocks, in whole seconds
 * @param l1BlockTime from one L1 block to the next
 * @param l2BlockTime from one L2 block to the next
 * @param sequencer when the sequencer includes a message
 * @param settlementInterval from one state update to the next; a state update is made only when
 *     there is something new
 * @param operator who makes the state updates
 * @param feeCollector who gets the fees; zero for none, then the operator gets them
 */
public record StarknetParameters(
    StarknetChain chain,
    CoreRules rules,
    EthAddress core,
    UInt256 firstNonce,
    Duration messageCancellationDelay,
    L2Rules l2Rules,
    Instant genesis,
    Duration l1BlockTime,
    Duration l2BlockTime,
    SequencerPolicy sequencer,
    Duration settlementInterval,
    EthAddress operator,
    EthAddress feeCollector) {
  /**
   * Starknet's test network with the deployed rules: L1 slots of 12 seconds (Ethereum's consensus
   * specification), L2 blocks of 6 seconds (about what v0.14 makes), the sequencer's default
   * policy, and a state update every half hour (an assumption: how often the public networks settle
   * is not fixed by any rule).
   */
  public static final StarknetParameters DEFAULT =
      new StarknetParameters(
          StarknetChain.SEPOLIA,
          CoreRules.DEPLOYED,
          StarknetChain.SEPOLIA.coreContract().orElseThrow(),
          UInt256.ZERO,
          TrackerSettings.DEFAULT_CANCELLATION_DELAY,
          L2Rules.DEPLOYED,
          Instant.parse("2026-01-01T00:00:00Z"),
          Duration.ofSeconds(12),
          Duration.ofSeconds(6),
          SequencerPolicy.DEFAULT,
          Duration.ofMinutes(30),
          EthAddress.parse("0x00000000000000000000000000000000000000f0"),
          EthAddress.parse("0x00000000000000000000000000000000000fee00"));

  /** Checks the ranges. */
  public StarknetParameters {
    requireWholeSeconds("l1BlockTime", l1BlockTime);
    requireWholeSeconds("l2BlockTime", l2BlockTime);
    requireWholeSeconds("settlementInterval", settlementInterval);
    if (messageCancellationDelay.isNegative() || messageCancellationDelay.getNano() != 0) {
      throw new IllegalArgumentException(
          "messageCancellationDelay: found "
              + messageCancellationDelay
              + ", must be a whole number of seconds from 0 on");
    }
    if (genesis.getNano() != 0 || genesis.getEpochSecond() < 0) {
      throw new IllegalArgumentException(
          "genesis: found " + genesis + ", must be a whole second from 1970 on");
    }
  }

  /**
   * Begins with {@link #DEFAULT}.
   *
   * @return a builder, to change what is to be different
   */
  public static Builder builder() {
    return DEFAULT.toBuilder();
  }

  /**
   * Begins with these parameters.
   *
   * @return a builder, to change what is to be different
   */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * What a {@link io.crossline.starknet.tracking.MessageTracker} needs to follow a network with
   * these parameters, however far it takes a layer back.
   *
   * @return settings for a tracker
   */
  public TrackerSettings tracking() {
    return TrackerSettings.of(core)
        .withConfirmations(sequencer.confirmations())
        .withCancellationDelay(messageCancellationDelay)
        // L2 can be taken back as far as it is not settled; the network tells the tracker how far.
        .withUndoableBlocks(StarknetNetwork.MAX_L1_REORG, Integer.MAX_VALUE);
  }

  /** Changes parameters one by one. */
  public static final class Builder {
    private StarknetParameters values;

    private Builder(StarknetParameters from) {
      values = from;
    }

    /**
     * Sets the network it stands for.
     *
     * @param value the new value
     * @return this builder
     */
    public Builder chain(StarknetChain value) {
      return with("chain", value);
    }

    /**
     * Sets the version of the core contract.
     *
     * @param value the new value
     * @return this builder
     */
    public Builder rules(CoreRules value) {
      return with("rules", value);
    }

    /**
     * Sets where the core contract is.
     *
     * @param value the new value
     * @return this builder
     */
    public Builder core(EthAddress value) {
      return with("core", value);
    }

    /**
     * Sets the nonce that the core contract gives next.
     *
     * @param value the new value
     * @return this builder
     */
    public Builder firstNonce(UInt256 value) {
      return with("firstNonce", value);
    }

    /**
     * Sets how long after a request the core contract allows to cancel.
     *
     * @param value the new value
     * @return this builder
     */
    public Builder messageCancellationDelay(Duration value) {
      return with("messageCancellationDelay", value);
    }

    /**
     * Sets the version of L2.
     *
     * @param value the new value
     * @return this builder
     */
    public Builder l2Rules(L2Rules value) {
      return with("l2Rules", value);
    }

    /**
     * Sets the time of the first blocks, in whole seconds.
     *
     * @param value the new value
     * @return this builder
     */
    public Builder genesis(Instant value) {
      return with("genesis", value);
    }

    /**
     * Sets the time from one L1 block to the next, in whole seconds.
     *
     * @param value the new value
     * @return this builder
     */
    public Builder l1BlockTime(Duration value) {
      return with("l1BlockTime", value);
    }

    /**
     * Sets the time from one L2 block to the next, in whole seconds.
     *
     * @param value the new value
     * @return this builder
     */
    public Builder l2BlockTime(Duration value) {
      return with("l2BlockTime", value);
    }

    /**
     * Sets when the sequencer includes a message.
     *
     * @param value the new value
     * @return this builder
     */
    public Builder sequencer(SequencerPolicy value) {
      return with("sequencer", value);
    }

    /**
     * Sets the time from one state update to the next, in whole seconds.
     *
     * @param value the new value
     * @return this builder
     */
    public Builder settlementInterval(Duration value) {
      return with("settlementInterval", value);
    }

    /**
     * Sets who makes the state updates.
     *
     * @param value the new value
     * @return this builder
     */
    public Builder operator(EthAddress value) {
      return with("operator", value);
    }

    /**
     * Sets who gets the fees; zero for none, then the operator gets them.
     *
     * @param value the new value
     * @return this builder
     */
    public Builder feeCollector(EthAddress value) {
      return with("feeCollector", value);
    }

    /**
     * Checks the ranges.
     *
     * @return the parameters
     * @throws IllegalArgumentException if one is out of its range
     */
    public StarknetParameters build() {
      return values;
    }

    private Builder with(String component, Object value) {
      values = RecordShape.of(StarknetParameters.class).with(values, component, value);
      return this;
    }
  }

  private static void requireWholeSeconds(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero() || duration.getNano() != 0) {
      throw new IllegalArgumentException(
          name + ": found " + duration + ", must be a whole number of seconds above 0");
    }
  }
}
