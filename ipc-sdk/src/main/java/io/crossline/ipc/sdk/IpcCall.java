// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.core.typed.AbiCarrier;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ResultExplanation;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.ReturnedData;
import io.crossline.ipc.network.CallHandle;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A typed call that was performed: made by {@link Remote}, and found again by its tracing id with
 * {@link TypedExchange#call}. It holds no state of its own but reads the contract's storage each
 * time, so it may be asked between the calls of a network as well as in contract code.
 *
 * <p>It does not wait. Outside contracts, {@code IpcNetwork.await(call)} moves time until it ends;
 * a {@link ResultHandler} runs in the contract when it does. On the thread of the network alone.
 *
 * @param <T> what the called method returns; {@code Void} for nothing
 */
public final class IpcCall<T extends @Nullable Object> implements CallHandle<CallState<T>> {
  private final CallLedger ledger;
  private final Bytes32 tracingId;
  private final UInt64 number;
  private final @Nullable AbiCarrier returns;

  IpcCall(Storage storage, Bytes32 tracingId, UInt64 number, @Nullable AbiCarrier returns) {
    this.ledger = new CallLedger(storage);
    this.tracingId = tracingId;
    this.number = number;
    this.returns = returns;
  }

  /**
   * What its messages carry through all networks, and the Result too.
   *
   * @return the tracing id; an equal call that comes later may have the same (trap 1)
   */
  @Override
  public Bytes32 tracingId() {
    return tracingId;
  }

  /**
   * The call as the gateway had committed it.
   *
   * @return the message
   * @throws IllegalStateException as {@link #state}
   */
  public IpcEnvelope original() {
    return kept().original();
  }

  /**
   * The signature of the called method.
   *
   * @return such as {@code increment(uint64)}
   * @throws IllegalStateException as {@link #state}
   */
  public String method() {
    return kept().method();
  }

  /**
   * Since when the call was or is in flight.
   *
   * @return the block in which it was performed
   * @throws IllegalStateException as {@link #state}
   */
  public BlockInfo since() {
    return kept().since();
  }

  /**
   * Where the call stands now. Does not wait.
   *
   * @return the state
   * @throws IllegalStateException if the transaction that performed the call was undone, or the
   *     call was forgotten
   */
  public CallState<T> state() {
    CallRecord call = kept();
    return switch (call.end()) {
      case IN_FLIGHT -> new CallState.InFlight<>(call.since());
      case DROPPED -> new CallState.Dropped<>();
      case ANSWERED -> answered(call.original(), call.result());
    };
  }

  /**
   * How the call ended. Does not wait.
   *
   * @return the state, nothing while the call is in flight
   * @throws IllegalStateException as {@link #state}
   */
  @Override
  public Optional<CallState<T>> end() {
    return Optional.of(state()).filter(CallState::isEnded);
  }

  /**
   * What the method returned. Does not wait.
   *
   * @return the value; null if the method returns nothing
   * @throws IpcCallNotOkException if there is none, or not yet, saying where the call stands
   * @throws IllegalStateException as {@link #state}
   */
  public T orThrow() {
    return state().orThrow();
  }

  UInt64 number() {
    return number;
  }

  private CallRecord kept() {
    CallRecord found = ledger.get(number);
    if (!found.tracingId().equals(tracingId)) {
      throw new IllegalStateException(
          "nothing is kept of the call "
              + tracingId
              + ": the transaction that performed it was undone, or the contract has forgotten it");
    }
    return found;
  }

  private CallState<T> answered(IpcEnvelope original, IpcEnvelope result) {
    ResultMsg msg = ResultMsgAbi.decode(result.message());
    if (msg.outcome() == OutcomeType.OK) {
      return ok(ReturnedData.of(msg.ret()));
    }
    ResultExplanation explanation = ResultExplanation.of(msg, original);
    return msg.outcome() == OutcomeType.ACTOR_ERR
        ? new CallState.ActorErr<>(msg, explanation, result.value())
        : new CallState.SystemErr<>(msg, explanation, result.value());
  }

  // The carrier gives values of the type that the method declares, which T was checked against. A
  // method without a value has a T that may be null, which NullAway cannot know.
  @SuppressWarnings({"unchecked", "NullAway"})
  private CallState<T> ok(ReturnedData returned) {
    if (returns == null) {
      return new CallState.Ok<>(null);
    }
    try {
      return new CallState.Ok<>((T) ReturnType.decode(returns, returned.content()));
    } catch (MalformedInputException malformed) {
      return new CallState.Unreadable<>(
          returned, ReturnType.problem(returns, returned, malformed.getMessage()));
    }
  }

  /** Tracing id and state. */
  @Override
  public String toString() {
    return tracingId + " " + state();
  }
}
