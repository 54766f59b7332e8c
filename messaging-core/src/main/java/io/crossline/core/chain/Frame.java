// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.core.abi.RawRevert;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.Environment;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Revert;
import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt256;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One call of a contract, as the contract sees it. Calls nest; each has a frame of its own, and
 * what a frame did is undone when it reverts.
 *
 * <p>Valid only during the call, on the thread of the chain.
 */
public final class Frame implements Environment {
  private final Chain chain;
  private final EthAddress origin;
  private final EthAddress caller;
  private final EthAddress self;
  private final UInt256 value;
  private final int depth;
  private boolean over;

  Frame(
      Chain chain,
      EthAddress origin,
      EthAddress caller,
      EthAddress self,
      UInt256 value,
      int depth) {
    this.chain = chain;
    this.origin = origin;
    this.caller = caller;
    this.self = self;
    this.value = value;
    this.depth = depth;
  }

  @Override
  public EthAddress self() {
    return self;
  }

  @Override
  public EthAddress caller() {
    return caller;
  }

  /**
   * Who sent the transaction.
   *
   * @return the outside caller's address
   */
  public EthAddress origin() {
    return origin;
  }

  @Override
  public UInt256 value() {
    return value;
  }

  @Override
  public BlockInfo block() {
    return chain.block();
  }

  /**
   * Whether the transaction is only looked at ({@link Chain#view}) and leaves nothing behind.
   *
   * @return true within a view
   */
  public boolean isView() {
    return chain.isViewing();
  }

  /**
   * Which transaction of its block this is a call of.
   *
   * @return the {@linkplain Receipt#index place} of the receipt that it will have
   */
  public int transaction() {
    return chain.transaction();
  }

  /**
   * How many logs the transaction has emitted so far, those of calls that reverted not counted.
   *
   * @return the number
   */
  public int logCount() {
    return chain.logs().count();
  }

  /**
   * What the transaction has emitted so far.
   *
   * @param first how many of the earliest logs to leave out
   * @return the others, in order
   * @throws IndexOutOfBoundsException if the number is negative or more than there are
   */
  public List<Log> logsSince(int first) {
    return chain.logs().since(first);
  }

  /**
   * The versioned hashes of the blobs of the transaction.
   *
   * @return the hashes, in order
   */
  public List<Bytes32> blobHashes() {
    return chain.blobHashes();
  }

  /**
   * What an account owns.
   *
   * @param account its address
   * @return its coins, in the smallest unit
   */
  public UInt256 balance(EthAddress account) {
    return chain.balance(account);
  }

  /**
   * Whether there is code at an address.
   *
   * @param account the address
   * @return true if a contract is deployed there
   */
  public boolean hasCode(EthAddress account) {
    return chain.contract(account).isPresent();
  }

  /**
   * The state of the contract that runs, by name.
   *
   * @return its storage
   */
  public Storage storage() {
    return chain.storageOf(self);
  }

  /**
   * Emits a log.
   *
   * @param topics its topics, four at most
   * @param data its data
   * @throws IllegalArgumentException if there are more topics
   * @throws IllegalStateException if the call has ended
   */
  public void emit(List<Bytes32> topics, Bytes data) {
    emit(new Log(self, topics, data));
  }

  /**
   * Emits a log as it stands.
   *
   * @param log the log, emitted by this contract
   * @throws IllegalArgumentException if its emitter is another contract, or it has more than four
   *     topics
   * @throws IllegalStateException if the call has ended
   */
  public void emit(Log log) {
    requireRunning();
    if (!log.emitter().equals(self)) {
      throw new IllegalArgumentException(
          "log: emitter is " + log.emitter() + ", but " + self + " runs");
    }
    chain.logs().emit(log);
  }

  /**
   * Calls an address, as the EVM's CALL does: coins first, then the code there, if any.
   *
   * @param target the address
   * @param coins what to send along
   * @param calldata what to give the code
   * @return how it ended; too few coins or too deep a nesting fails with empty data
   * @throws IllegalStateException if this call has ended
   */
  public CallResult call(EthAddress target, UInt256 coins, Bytes calldata) {
    Optional<Consumer<CallResult>> watching =
        chain.observer().map(observer -> observer.calls(self, target, coins, calldata));
    Attempt<Bytes> attempt = enter(target, coins, inner -> chain.runCode(inner, calldata));
    CallResult result =
        attempt.fold(
            data -> new CallResult(true, data), revert -> new CallResult(false, revert.data()));
    watching.ifPresent(end -> end.accept(result));
    return result;
  }

  /**
   * Calls an address with a typed operation in place of its code: how the typed face of a contract
   * is called by another contract.
   *
   * @param target whose frame the operation runs in
   * @param coins what to send along
   * @param operation what runs there
   * @param <T> what it returns
   * @return how it ended; too few coins or too deep a nesting fails with empty data
   * @throws IllegalStateException if this call has ended
   */
  public <T> Attempt<T> enter(EthAddress target, UInt256 coins, Operation<T> operation) {
    return nested(
        new Frame(chain, origin, self, target, coins, depth + 1),
        inner -> {
          chain.move(self, target, coins);
          return operation.run(inner);
        });
  }

  /**
   * Runs a part of this call that may fail by itself, as a {@code delegatecall} to the contract's
   * own code does: same contract, same caller, same value.
   *
   * @param part the part
   * @param <T> what it returns
   * @return how it ended; if it failed, what it did is undone; too deep a nesting fails with empty
   *     data
   * @throws IllegalStateException if this call has ended
   */
  public <T> Attempt<T> attempt(Operation<T> part) {
    return nested(new Frame(chain, origin, caller, self, value, depth + 1), part);
  }

  private <T> Attempt<T> nested(Frame inner, Operation<T> operation) {
    requireRunning();
    if (inner.depth >= Chain.MAX_CALL_DEPTH) {
      return new Attempt.Failed<>(RawRevert.EMPTY);
    }
    try {
      return chain.attempt(() -> operation.run(inner));
    } finally {
      inner.end();
    }
  }

  void end() {
    over = true;
  }

  private void requireRunning() {
    if (over) {
      throw new IllegalStateException(
          "the call of " + self + " has ended; a frame serves only during its call");
    }
  }

  /**
   * Makes the signal that refuses this call; the caller of this method throws it.
   *
   * @param revert why
   * @return the signal to throw
   */
  public RevertSignal revert(Revert revert) {
    return new RevertSignal(revert);
  }
}
