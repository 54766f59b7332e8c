// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Int256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
    private final List<Consumer<CoreSetup>> steps = new ArrayList<>();

    private Builder() {}

    private Builder with(Consumer<CoreSetup> step) {
      steps.add(step);
      return this;
    }

    /**
     * Sets the version whose rules are kept.
     *
     * @param version the rules
     * @return this builder
     */
    public Builder rules(CoreRules version) {
      return with(setup -> setup.rules = version);
    }

    /**
     * Sets who knows which facts are proven.
     *
     * @param registry the registry
     * @return this builder
     */
    public Builder facts(FactRegistry registry) {
      return with(setup -> setup.facts = registry);
    }

    /**
     * Sets the precompile that verifies blobs.
     *
     * @param precompile the precompile
     * @return this builder
     */
    public Builder pointEvaluation(PointEvaluation precompile) {
      return with(setup -> setup.pointEvaluation = precompile);
    }

    /**
     * Adds the two functions of {@code MockStarknetMessaging.sol}, which anybody may call: for
     * tests and postmen.
     *
     * @return this builder
     */
    public Builder withMockFunctions() {
      return with(setup -> setup.mockFunctions = true);
    }

    /**
     * Sets what {@code identify()} returns.
     *
     * @param text the text, by default that of the deployed contract
     * @return this builder
     */
    public Builder identity(String text) {
      return with(setup -> setup.identity = text);
    }

    /**
     * Adds a governor.
     *
     * @param governor the address
     * @return this builder
     */
    public Builder governor(EthAddress governor) {
      return with(setup -> setup.governors.add(governor));
    }

    /**
     * Adds an operator.
     *
     * @param operator the address
     * @return this builder
     */
    public Builder operator(EthAddress operator) {
      return with(setup -> setup.operators.add(operator));
    }

    /**
     * Sets who is paid the fees.
     *
     * @param collector the address; zero stands for none
     * @return this builder
     */
    public Builder feeCollector(EthAddress collector) {
      return with(setup -> setup.feeCollector = Optional.of(collector));
    }

    /**
     * Sets how long a cancellation request must wait.
     *
     * @param seconds the delay in seconds
     * @return this builder
     */
    public Builder messageCancellationDelay(UInt256 seconds) {
      return with(setup -> setup.messageCancellationDelay = seconds);
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
      return with(
          setup -> {
            setup.programHash = program;
            setup.aggregatorProgramHash = aggregator;
            setup.configHash = config;
          });
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
      return with(
          setup -> {
            setup.stateRoot = root;
            setup.stateBlockNumber = blockNumber;
            setup.stateBlockHash = blockHash;
          });
    }

    /**
     * Sets the nonce of the next message.
     *
     * @param nonce the nonce
     * @return this builder
     */
    public Builder l1ToL2MessageNonce(UInt256 nonce) {
      return with(setup -> setup.l1ToL2MessageNonce = nonce);
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
      return with(setup -> setup.l1ToL2Messages.put(hash, value));
    }

    /**
     * Writes an entry of {@code l2ToL1Messages}.
     *
     * @param hash the message hash
     * @param count how many of the message can be consumed
     * @return this builder
     */
    public Builder l2ToL1Message(Bytes32 hash, UInt256 count) {
      return with(setup -> setup.l2ToL1Messages.put(hash, count));
    }

    /**
     * Writes an entry of {@code l1ToL2MessageCancellations}.
     *
     * @param hash the message hash
     * @param time when its cancellation was requested, in seconds
     * @return this builder
     */
    public Builder l1ToL2MessageCancellation(Bytes32 hash, UInt256 time) {
      return with(setup -> setup.l1ToL2MessageCancellations.put(hash, time));
    }

    /**
     * Ends the setup.
     *
     * @return the setup; later changes of this builder do not show in it
     */
    public CoreSetup build() {
      CoreSetup setup = new CoreSetup();
      steps.forEach(step -> step.accept(setup));
      return setup;
    }
  }
}
