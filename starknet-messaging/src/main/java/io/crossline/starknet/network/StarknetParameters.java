// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.l2.SequencerPolicy;
import java.time.Duration;
import java.time.Instant;

/**
 * How a network is set up.
 *
 * @param chain the network it stands for; its chain id goes into L2 transaction hashes
 * @param rules the version of the core contract
 * @param core where the core contract is
 * @param firstNonce the nonce that the core contract gives next
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
    if (genesis.getNano() != 0 || genesis.getEpochSecond() < 0) {
      throw new IllegalArgumentException(
          "genesis: found " + genesis + ", must be a whole second from 1970 on");
    }
  }

  /**
   * The same with another version of the core contract.
   *
   * @param version the version
   * @return the changed parameters
   */
  public StarknetParameters withRules(CoreRules version) {
    return new StarknetParameters(
        chain,
        version,
        core,
        firstNonce,
        genesis,
        l1BlockTime,
        l2BlockTime,
        sequencer,
        settlementInterval,
        operator,
        feeCollector);
  }

  /**
   * The same with another next nonce.
   *
   * @param nonce the nonce that the core contract gives next
   * @return the changed parameters
   */
  public StarknetParameters withFirstNonce(UInt256 nonce) {
    return new StarknetParameters(
        chain,
        rules,
        core,
        nonce,
        genesis,
        l1BlockTime,
        l2BlockTime,
        sequencer,
        settlementInterval,
        operator,
        feeCollector);
  }

  /**
   * The same with another policy of the sequencer.
   *
   * @param policy when it includes a message
   * @return the changed parameters
   */
  public StarknetParameters withSequencer(SequencerPolicy policy) {
    return new StarknetParameters(
        chain,
        rules,
        core,
        firstNonce,
        genesis,
        l1BlockTime,
        l2BlockTime,
        policy,
        settlementInterval,
        operator,
        feeCollector);
  }

  /**
   * The same with other block times.
   *
   * @param l1 from one L1 block to the next, in whole seconds
   * @param l2 from one L2 block to the next, in whole seconds
   * @return the changed parameters
   */
  public StarknetParameters withBlockTimes(Duration l1, Duration l2) {
    return new StarknetParameters(
        chain,
        rules,
        core,
        firstNonce,
        genesis,
        l1,
        l2,
        sequencer,
        settlementInterval,
        operator,
        feeCollector);
  }

  /**
   * The same with another settlement interval.
   *
   * @param interval from one state update to the next, in whole seconds
   * @return the changed parameters
   */
  public StarknetParameters withSettlementInterval(Duration interval) {
    return new StarknetParameters(
        chain,
        rules,
        core,
        firstNonce,
        genesis,
        l1BlockTime,
        l2BlockTime,
        sequencer,
        interval,
        operator,
        feeCollector);
  }

  private static void requireWholeSeconds(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero() || duration.getNano() != 0) {
      throw new IllegalArgumentException(
          name + ": found " + duration + ", must be a whole number of seconds above 0");
    }
  }
}
