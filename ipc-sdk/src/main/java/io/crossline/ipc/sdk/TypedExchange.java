// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.core.handler.HandlerException;
import io.crossline.core.typed.AbiCarrier;
import io.crossline.core.typed.Members;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.Direction;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import org.jspecify.annotations.Nullable;

/**
 * An {@link IpcExchange} whose calls are Java methods. What goes over the wire is what any other
 * exchange sends: a function selector and ABI-encoded arguments.
 *
 * <p>It is called through its methods with {@link IpcMethod}, its own and those of the interfaces
 * that it implements. A call of anything else reverts with {@code unknown method 0x…}, one whose
 * arguments do not decode with {@code bad arguments of …}. It calls others through {@link #remote},
 * and takes Results in methods with {@link ResultHandler}.
 *
 * <p>Two equal calls down the tree have one tracing id (trap 1), so their Results cannot be told
 * apart. A typed call refuses the second while the first is in flight; {@link #performIpcCall} does
 * as upstream does. When its {@link ResultHandler} runs a typed call has ended, and may be
 * performed again.
 *
 * <p>What is known of a typed call is kept in the contract's storage, also after its end, until the
 * contract forgets it ({@link #forget}).
 *
 * <p>Not thread-safe; one instance serves one network at a time.
 */
public abstract class TypedExchange extends IpcExchange {
  private final TypedContract contract = TypedContract.of(getClass());
  private final Current<IpcEnvelope> handled =
      new Current<>(
          "no message is being handled: envelope() is there in methods with @IpcMethod or"
              + " @ResultHandler while the gateway calls them");

  /**
   * For subclasses. Reads the annotations of the class.
   *
   * @throws HandlerException if a method cannot serve as it is declared, such as for a return type
   *     of more than the 64 bytes that a gateway keeps; says what to do
   */
  protected TypedExchange() {}

  /**
   * A contract of another network, to be called through an interface.
   *
   * @param type an interface with {@link IpcMethod}s
   * @param to the contract's address
   * @param <I> the interface
   * @return the contract, good at any time; calls are performed while a call of this one runs
   * @throws HandlerException if the interface cannot be called as it is declared, saying what to do
   */
  protected final <I> Remote<I> remote(Class<I> type, IpcAddress to) {
    return new Remote<>(this, type, TypedInterface.of(type), to, UInt256.ZERO, "");
  }

  /**
   * Finds a typed call that was performed: from storage, so also after a restart.
   *
   * @param tracingId its tracing id; of several that shared it one after the other, the last is
   *     meant
   * @param type what the called method returns, {@code Void.class} for nothing
   * @param <T> what the called method returns
   * @return the call
   * @throws IllegalArgumentException if this contract knows no typed call with that tracing id, or
   *     the method returns something else
   */
  public final <T extends @Nullable Object> IpcCall<T> call(Bytes32 tracingId, Class<T> type) {
    Storage storage = context().storage();
    CallLedger ledger = new CallLedger(storage);
    UInt64 number =
        ledger
            .latest(tracingId)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        contract.name()
                            + " has performed no typed call with tracing id "
                            + tracingId
                            + ", or has forgotten it"));
    AbiCarrier value = ReturnType.of(type, contract.name() + ".call");
    CallRecord known = ledger.get(number);
    if (!known.returns().equals(ReturnType.text(value))) {
      throw new IllegalArgumentException(
          known.method()
              + " returns "
              + (known.returns().isEmpty() ? "nothing" : known.returns())
              + ", which is not "
              + type.getSimpleName());
    }
    return new IpcCall<>(storage, tracingId, number, value);
  }

  /**
   * Removes what is kept of a call, which its handle cannot be asked about any more. A call in
   * flight is not forgotten: its owner may drop it.
   *
   * @param call a call of this contract that has ended
   * @throws IllegalStateException if it is in flight
   * @throws IllegalArgumentException if another contract performed it
   */
  protected final void forget(IpcCall<?> call) {
    if (call.end().isEmpty()) {
      throw new IllegalStateException(
          call.tracingId() + " is in flight. Forget it when it has ended, or drop it before.");
    }
    CallLedger ledger = new CallLedger(context().storage());
    if (!ledger.get(call.number()).tracingId().equals(call.tracingId())) {
      throw new IllegalArgumentException(
          call.tracingId() + " is a call of another contract than this " + contract.name());
    }
    ledger.put(call.number(), CallRecord.NONE);
  }

  /**
   * The message that is being handled: who sent it, and with which value. A malicious subnet below
   * can forge the sender (trap 9).
   *
   * @return the call, or the Result
   * @throws IllegalStateException if none is
   */
  protected final IpcEnvelope envelope() {
    return handled.get();
  }

  /**
   * Calls the method with the selector that the call names. Override it to take calls of other
   * forms, and leave the rest to this one.
   */
  @Override
  protected Bytes handleIpcCall(IpcEnvelope envelope, CallMsg callMsg) {
    return handled.within(envelope, () -> contract.answer(this, callMsg));
  }

  /**
   * Notes how a typed call ended and runs its {@link ResultHandler}; does nothing for a call that
   * {@link #performIpcCall} sent. Override it to take those, and leave the rest to this one.
   */
  @Override
  protected void handleIpcResult(IpcEnvelope original, IpcEnvelope result, ResultMsg resultMsg) {
    Storage storage = context().storage();
    CallLedger ledger = new CallLedger(storage);
    ledger
        .inflight(resultMsg.id())
        .ifPresent(
            number -> {
              CallRecord call = ledger.get(number).answered(result);
              ledger.put(number, call);
              handled.within(result, () -> runHandler(storage, number, call));
            });
  }

  private @Nullable Object runHandler(Storage storage, UInt64 number, CallRecord call) {
    if (call.handler().isEmpty()) {
      return null;
    }
    ResultMethod handler = ResultMethod.find(contract, call.handler(), call.returns());
    IpcCall<?> handle = new IpcCall<>(storage, call.tracingId(), number, handler.value());
    return Members.call(handler.method(), this, handle);
  }

  <T extends @Nullable Object> IpcCall<T> perform(
      RecordedCall recorded, IpcAddress to, UInt256 value, String handler) {
    TypedMethod method = recorded.method();
    String returns = ReturnType.text(method.returns());
    if (!handler.isEmpty()) {
      ResultMethod.find(contract, handler, returns);
    }
    CallMsg message = method.call(recorded.arguments());
    refuseTwin(to, message, value);
    IpcEnvelope sent = performIpcCall(to, message, value);
    Storage storage = context().storage();
    UInt64 number =
        new CallLedger(storage)
            .open(
                new CallRecord(
                    sent.tracingId(),
                    method.toString(),
                    returns,
                    handler,
                    context().block(),
                    sent,
                    CallRecord.End.IN_FLIGHT,
                    IpcEnvelope.EMPTY));
    return new IpcCall<>(storage, sent.tracingId(), number, method.returns());
  }

  /** Only calls up the tree get a nonce of their own into their tracing id. */
  private void refuseTwin(IpcAddress to, CallMsg message, UInt256 value) {
    IpcEnvelope draft = IpcEnvelope.createCallMsg(context().address(), to, value, message);
    if (draft.applyType(context().subnet()) == Direction.TOP_DOWN
        && inflightMsg(draft.tracingId()).isPresent()) {
      throw context()
          .revert(
              "an equal call is in flight: calls down the tree carry no nonce in their tracing id, so"
                  + " both have "
                  + draft.tracingId()
                  + " and their Results could not be told apart (trap 1). Wait for the first one's"
                  + " Result, drop it, or make the arguments differ.");
    }
  }

  /** A typed call has ended when its handler runs, so the handler may perform it once more. */
  @Override
  final boolean endsBeforeHandler(Bytes32 id) {
    return new CallLedger(context().storage()).inflight(id).isPresent();
  }

  @Override
  final void dropped(Bytes32 id) {
    CallLedger ledger = new CallLedger(context().storage());
    ledger.inflight(id).ifPresent(number -> ledger.put(number, ledger.get(number).dropped()));
  }
}
