// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Int256;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * With what a core contract begins: its version, who it is connected to, and what its storage
 * holds. Made by a {@link Builder}, in which everything has a default: the deployed rules, the
 * cancellation delay of five days that {@code initialize} sets, no governor, no operator, no fee
 * collector, block number -1, all else 0, and a fact registry that knows no fact.
 *
 * <p>Immutable.
 */
public final class CoreSetup {
  /** The cancellation delay after {@code initialize}: five days, in seconds. */
  public static final UInt256 DEFAULT_CANCELLATION_DELAY = UInt256.of(432_000);

  // The builder writes them; once the setup is built, nobody does.
  CoreRules rules = CoreRules.DEPLOYED;
  FactRegistry facts = fact -> false;
  PointEvaluation pointEvaluation = PointEvaluation.unavailable();
  boolean mockFunctions;
  String identity = "StarkWare_Starknet_2025_10";
  final Set<EthAddress> governors = new LinkedHashSet<>();
  final Set<EthAddress> operators = new LinkedHashSet<>();
  Optional<EthAddress> feeCollector = Optional.empty();
  UInt256 messageCancellationDelay = DEFAULT_CANCELLATION_DELAY;
  UInt256 programHash = UInt256.ZERO;
  UInt256 aggregatorProgramHash = UInt256.ZERO;
  UInt256 configHash = UInt256.ZERO;
  UInt256 stateRoot = UInt256.ZERO;
  Int256 stateBlockNumber = Int256.MINUS_ONE;
  UInt256 stateBlockHash = UInt256.ZERO;
  UInt256 l1ToL2MessageNonce = UInt256.ZERO;
  final Map<Bytes32, UInt256> l1ToL2Messages = new LinkedHashMap<>();
  final Map<Bytes32, UInt256> l2ToL1Messages = new LinkedHashMap<>();
  final Map<Bytes32, UInt256> l1ToL2MessageCancellations = new LinkedHashMap<>();

  private CoreSetup() {}

  private CoreSetup(CoreSetup other) {
    rules = other.rules;
    facts = other.facts;
    pointEvaluation = other.pointEvaluation;
    mockFunctions = other.mockFunctions;
    identity = other.identity;
    governors.addAll(other.governors);
    operators.addAll(other.operators);
    feeCollector = other.feeCollector;
    messageCancellationDelay = other.messageCancellationDelay;
    programHash = other.programHash;
    aggregatorProgramHash = other.aggregatorProgramHash;
    configHash = other.configHash;
    stateRoot = other.stateRoot;
    stateBlockNumber = other.stateBlockNumber;
    stateBlockHash = other.stateBlockHash;
    l1ToL2MessageNonce = other.l1ToL2MessageNonce;
    l1ToL2Messages.putAll(other.l1ToL2Messages);
    l2ToL1Messages.putAll(other.l2ToL1Messages);
    l1ToL2MessageCancellations.putAll(other.l1ToL2MessageCancellations);
  }

  /**
   * Begins a setup with the defaults.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects what a core contract begins with. Not thread-safe. */
  public static final class Builder {
    private final CoreSetup setup = new CoreSetup();

    private Builder() {}

    /**
     * Sets the version whose rules are kept.
     *
     * @param version the rules
     * @return this builder
     */
    public Builder rules(CoreRules version) {
      setup.rules = version;
      return this;
    }

    /**
     * Sets who knows which facts are proven.
     *
     * @param registry the registry
     * @return this builder
     */
    public Builder facts(FactRegistry registry) {
      setup.facts = registry;
      return this;
    }

    /**
     * Sets the precompile that verifies blobs.
     *
     * @param precompile the precompile
     * @return this builder
     */
    public Builder pointEvaluation(PointEvaluation precompile) {
      setup.pointEvaluation = precompile;
      return this;
    }

    /**
     * Adds the two functions of {@code MockStarknetMessaging.sol}, which anybody may call: for
     * tests and postmen.
     *
     * @return this builder
     */
    public Builder withMockFunctions() {
      setup.mockFunctions = true;
      return this;
    }

    /**
     * Sets what {@code identify()} returns.
     *
     * @param text the text, by default that of the deployed contract
     * @return this builder
     */
    public Builder identity(String text) {
      setup.identity = text;
      return this;
    }

    /**
     * Adds a governor.
     *
     * @param governor the address
     * @return this builder
     */
    public Builder governor(EthAddress governor) {
      setup.governors.add(governor);
      return this;
    }

    /**
     * Adds an operator.
     *
     * @param operator the address
     * @return this builder
     */
    public Builder operator(EthAddress operator) {
      setup.operators.add(operator);
      return this;
    }

    /**
     * Sets who is paid the fees.
     *
     * @param collector the address; zero stands for none
     * @return this builder
     */
    public Builder feeCollector(EthAddress collector) {
      setup.feeCollector = Optional.of(collector);
      return this;
    }

    /**
     * Sets how long a cancellation request must wait.
     *
     * @param seconds the delay in seconds
     * @return this builder
     */
    public Builder messageCancellationDelay(UInt256 seconds) {
      setup.messageCancellationDelay = seconds;
      return this;
    }

    /**
     * Sets what program outputs must have come from.
     *
     * @param program the hash of the Starknet OS program
     * @param aggregator the hash of the program that joins several of its runs
     * @param config the hash of the network's configuration
     * @return this builder
     */
    public Builder programs(UInt256 program, UInt256 aggregator, UInt256 config) {
      setup.programHash = program;
      setup.aggregatorProgramHash = aggregator;
      setup.configHash = config;
      return this;
    }

    /**
     * Sets the state of L2 that L1 knows.
     *
     * @param root the root of the state
     * @param blockNumber the block number, -1 before the first update
     * @param blockHash the block hash
     * @return this builder
     */
    public Builder l2State(UInt256 root, Int256 blockNumber, UInt256 blockHash) {
      setup.stateRoot = root;
      setup.stateBlockNumber = blockNumber;
      setup.stateBlockHash = blockHash;
      return this;
    }

    /**
     * Sets the nonce of the next message.
     *
     * @param nonce the nonce
     * @return this builder
     */
    public Builder l1ToL2MessageNonce(UInt256 nonce) {
      setup.l1ToL2MessageNonce = nonce;
      return this;
    }

    /**
     * Writes an entry of {@code l1ToL2Messages}. The ether of its fee is not put into the contract
     * by that.
     *
     * @param hash the message hash
     * @param value fee + 1, or a count under rules without fees
     * @return this builder
     */
    public Builder l1ToL2Message(Bytes32 hash, UInt256 value) {
      setup.l1ToL2Messages.put(hash, value);
      return this;
    }

    /**
     * Writes an entry of {@code l2ToL1Messages}.
     *
     * @param hash the message hash
     * @param count how many of the message can be consumed
     * @return this builder
     */
    public Builder l2ToL1Message(Bytes32 hash, UInt256 count) {
      setup.l2ToL1Messages.put(hash, count);
      return this;
    }

    /**
     * Writes an entry of {@code l1ToL2MessageCancellations}.
     *
     * @param hash the message hash
     * @param time when its cancellation was requested, in seconds
     * @return this builder
     */
    public Builder l1ToL2MessageCancellation(Bytes32 hash, UInt256 time) {
      setup.l1ToL2MessageCancellations.put(hash, time);
      return this;
    }

    /**
     * Ends the setup.
     *
     * @return the setup; later changes of this builder do not show in it
     */
    public CoreSetup build() {
      return new CoreSetup(setup);
    }
  }
}
