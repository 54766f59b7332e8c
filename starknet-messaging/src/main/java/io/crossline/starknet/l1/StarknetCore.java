// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.Attempt;
import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Operation;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Int256;
import org.jspecify.annotations.Nullable;

/**
 * The Starknet core contract, as a contract on a {@link Chain}: {@code Starknet.sol} behind its
 * proxy, without upgrades. It has two faces. {@link #call(Frame, Bytes)} takes calldata and gives
 * return data, as the deployed bytecode does. {@link #as} gives the same operations as typed
 * methods, one caller at a time; {@link #transact} and {@link #call(Frame, UInt256, CoreOperation)}
 * run single operations.
 *
 * <p>Not thread-safe: one thread uses a chain at a time.
 */
public final class StarknetCore implements Contract {
  private final Chain chain;
  private final EthAddress address;
  private final String identity;
  private final CoreState state;
  private final CoreFunctions functions;
  private @Nullable CoreObserver observer;

  private StarknetCore(Chain chain, EthAddress address, CoreSetup setup) {
    this.chain = chain;
    this.address = address;
    this.identity = setup.identity;
    this.state = new CoreState(chain.state().scope("core " + address), setup);
    this.functions = new CoreFunctions(this);
  }

  /**
   * Puts a core contract on a chain.
   *
   * @param chain the chain, for instance the model of Ethereum
   * @param address where
   * @param setup what it begins with
   * @return the contract
   * @throws IllegalArgumentException if there is a contract at the address already
   */
  public static StarknetCore deploy(Chain chain, EthAddress address, CoreSetup setup) {
    StarknetCore core = new StarknetCore(chain, address, setup);
    chain.deploy(address, core);
    return core;
  }

  /**
   * The contract as one outside caller sees it.
   *
   * @param caller who calls; pays the fees of what it sends
   * @return the operations as methods
   */
  public CoreCaller as(EthAddress caller) {
    return as(caller, CoreEntry.DIRECT);
  }

  /**
   * The contract as an outside caller sees it, whose calls are run in a way of their own.
   *
   * @param caller who calls
   * @param entry how the calls are run
   * @return its calls
   */
  public CoreCaller as(EthAddress caller, CoreEntry entry) {
    return new CoreCaller(this, caller, entry);
  }

  /** Takes calldata and gives return data or a revert, as the deployed bytecode does. */
  @Override
  public Bytes call(Frame frame, Bytes calldata) {
    return functions.call(frame, calldata);
  }

  /**
   * Runs an operation as a transaction.
   *
   * @param caller who sends it
   * @param value the ether to send along, in wei
   * @param operation the operation
   * @param <T> what it returns
   * @return result and logs, or the revert
   */
  public <T> Outcome<T> transact(EthAddress caller, UInt256 value, CoreOperation<T> operation) {
    return chain.execute(caller, address, value, inFrame(operation));
  }

  /**
   * Runs an operation for another contract, in whose frame this is.
   *
   * @param caller the frame of the contract that calls
   * @param value the ether to send along, in wei
   * @param operation the operation
   * @param <T> what it returns
   * @return how it ended; a revert undoes what the operation did and nothing else
   */
  public <T> Attempt<T> call(Frame caller, UInt256 value, CoreOperation<T> operation) {
    return caller.enter(address, value, inFrame(operation));
  }

  private <T> Operation<T> inFrame(CoreOperation<T> operation) {
    return new Operation<>() {
      @Override
      public T run(Frame frame) {
        return StarknetCore.this.run(frame, operation);
      }

      @Override
      public Bytes calldata() {
        return operation.calldata(state.rules);
      }
    };
  }

  /**
   * Sets the observer that is shown every operation from now on. There is one at a time.
   *
   * @param watching is shown the operations, in place of the observer before
   */
  public void observe(CoreObserver watching) {
    observer = watching;
  }

  <T> T run(Frame frame, CoreOperation<T> operation) {
    CoreObserver watching = observer;
    if (watching == null || frame.isView()) {
      return unobserved(frame, operation);
    }
    return Attempt.shown(
        () -> unobserved(frame, operation), watching.runs(frame, operation)::accept);
  }

  private <T> T unobserved(Frame frame, CoreOperation<T> operation) {
    if (!operation.isOffered(state)
        || (!frame.value().isZero() && !operation.isPayable(state.rules))) {
      throw frame.revert(RawRevert.EMPTY);
    }
    return operation.run(state, frame);
  }

  /**
   * Where the contract lives.
   *
   * @return its address
   */
  public EthAddress address() {
    return address;
  }

  /**
   * The chain that the contract lives on.
   *
   * @return the chain
   */
  public Chain chain() {
    return chain;
  }

  /**
   * Which version's rules it keeps.
   *
   * @return the rules
   */
  public CoreRules rules() {
    return state.rules;
  }

  /**
   * Whether it has the functions of upstream's {@code MockStarknetMessaging}.
   *
   * @return true if it was set up {@linkplain CoreSetup.Builder#withMockFunctions with them}
   */
  public boolean hasMockFunctions() {
    return state.mockFunctions;
  }

  CoreState state() {
    return state;
  }

  /**
   * {@code l1ToL2Messages}: whether a message to L2 is pending.
   *
   * @param hash its hash
   * @return 0 if not; otherwise fee + 1, or a count under rules without fees
   */
  public UInt256 l1ToL2Messages(Bytes32 hash) {
    return state.l1ToL2Messages.get(hash);
  }

  /**
   * {@code l2ToL1Messages}: how many messages of a hash can be consumed.
   *
   * @param hash the hash
   * @return the count
   */
  public UInt256 l2ToL1Messages(Bytes32 hash) {
    return state.l2ToL1Messages.get(hash);
  }

  /**
   * {@code l1ToL2MessageCancellations}: when the cancellation of a message was requested last.
   *
   * @param hash the message's hash
   * @return seconds since 1970, 0 if never; it stays after cancelling and consuming
   */
  public UInt256 l1ToL2MessageCancellations(Bytes32 hash) {
    return state.l1ToL2MessageCancellations.get(hash);
  }

  /**
   * {@code l1ToL2MessageNonce}: the nonce of the next message, whoever sends it.
   *
   * @return the nonce
   */
  public UInt256 l1ToL2MessageNonce() {
    return state.l1ToL2MessageNonce.get();
  }

  /**
   * {@code messageCancellationDelay}: how long a cancellation request must wait.
   *
   * @return the delay in seconds
   */
  public UInt256 messageCancellationDelay() {
    return state.messageCancellationDelay.get();
  }

  /**
   * {@code stateRoot}: the root of L2's state as L1 knows it.
   *
   * @return the root
   */
  public UInt256 stateRoot() {
    return state.stateRoot.get();
  }

  /**
   * {@code stateBlockNumber}: the last settled L2 block.
   *
   * @return its number, -1 before the first update
   */
  public Int256 stateBlockNumber() {
    return state.stateBlockNumber.get();
  }

  /**
   * {@code stateBlockHash}: the last settled L2 block.
   *
   * @return its hash
   */
  public UInt256 stateBlockHash() {
    return state.stateBlockHash.get();
  }

  /**
   * {@code programHash}: the Starknet OS program whose runs are accepted.
   *
   * @return its hash
   */
  public UInt256 programHash() {
    return state.programHash.get();
  }

  /**
   * {@code aggregatorProgramHash}: the program that joins several runs of the OS.
   *
   * @return its hash
   */
  public UInt256 aggregatorProgramHash() {
    return state.aggregatorProgramHash.get();
  }

  /**
   * {@code configHash}: the configuration that program outputs must name.
   *
   * @return its hash
   */
  public UInt256 configHash() {
    return state.configHash.get();
  }

  /**
   * {@code feeCollector}: who is paid the fees.
   *
   * @return the address, zero where none is set and the operator is paid
   */
  public EthAddress feeCollector() {
    return state.feeCollector.get();
  }

  /**
   * {@code isOperator}: whether somebody may call the state updates.
   *
   * @param user the address
   * @return true for an operator
   */
  public boolean isOperator(EthAddress user) {
    return state.isOperator(user);
  }

  /**
   * {@code starknetIsGovernor}: whether somebody may administer the contract.
   *
   * @param user the address
   * @return true for a governor
   */
  public boolean isGovernor(EthAddress user) {
    return state.isGovernor(user);
  }

  /**
   * {@code isFinalized}: whether program, configuration and delay are fixed for ever.
   *
   * @return true after {@link Finalize}
   */
  public boolean isFinalized() {
    return state.finalized.get();
  }

  /**
   * {@code identify}: which contract this is.
   *
   * @return the text it was set up with
   */
  public String identify() {
    return identity;
  }
}
