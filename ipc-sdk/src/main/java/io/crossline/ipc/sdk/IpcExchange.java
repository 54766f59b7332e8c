// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.Slot;
import io.crossline.messaging.Storage;
import io.crossline.messaging.StorageMap;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A contract that calls contracts of other networks and is called by them: {@code
 * sdk/IpcContract.sol}'s {@code IpcExchange}. Extend it, take calls in {@link #handleIpcCall}, send
 * your own by {@link #performIpcCall} and take their Results in {@link #handleIpcResult}. {@link
 * TypedExchange} makes Java methods of all three.
 *
 * <p>State belongs into slots and maps ({@link #slot}, {@link #map}), which are undone when a call
 * reverts. They, and all other protected methods, work only while a call runs: in the handlers, and
 * in what {@code Deployed.transact} calls. The contract's owner is who deploys it. The contract
 * sends through the gateway of the network that it is deployed in.
 *
 * <p>Calls that wait for their Result are kept under their tracing id. Equal calls down the tree
 * share one (trap 1): one entry is kept, and the second Result is refused as unrecognized. To tell
 * them apart, put a number of your own into the parameters.
 *
 * <p>Not thread-safe; one instance serves one network at a time.
 */
public abstract class IpcExchange implements IpcHandler {
  private final Current<IpcContext> current =
      new Current<>(
          "no call is running: reach a deployed contract through Deployed.transact, which makes a"
              + " transaction");

  private final Storage storage = new CurrentStorage(current);

  /** For subclasses. */
  protected IpcExchange() {}

  /**
   * Takes a call from another network. Whoever sent it stands in {@code envelope.from()}, which a
   * malicious subnet below can forge (trap 9). The value has arrived already.
   *
   * @param envelope the message
   * @param callMsg what it carries
   * @return what the Result carries back to the caller. Of what is returned, 64 bytes arrive: a
   *     gateway keeps 128 bytes of ABI-encoded return data (trap 3)
   */
  protected abstract Bytes handleIpcCall(IpcEnvelope envelope, CallMsg callMsg);

  /**
   * Takes the Result of a call that this contract sent. The call counts as in flight until this
   * method has returned. If the method throws, what it did is undone, but the gateway does not send
   * the Result again: the call stays in flight until {@link #dropMessages}. The method may perform
   * calls itself.
   *
   * @param original the call, as the gateway had committed it
   * @param result the message that brought the Result, with the value that came back
   * @param resultMsg what the Result says
   */
  protected abstract void handleIpcResult(
      IpcEnvelope original, IpcEnvelope result, ResultMsg resultMsg);

  /**
   * Sends a call to a contract of another network ({@code performIpcCall}) and returns at once; the
   * Result comes to {@link #handleIpcResult} in a later transaction. Guarded against re-entrancy.
   * The value is paid by this contract.
   *
   * @param to the contract
   * @param callMsg what to give it
   * @param value the coins that travel with the call, in the smallest unit
   * @return the message as the gateway committed it
   * @throws RevertSignal as the gateway reverts; without data if this contract owns too little;
   *     {@code ReentrancyGuardReentrantCall} from within itself
   */
  protected final IpcEnvelope performIpcCall(IpcAddress to, CallMsg callMsg, UInt256 value) {
    IpcContext context = context();
    Slot<UInt64> entered = ExchangeState.entered(context);
    IpcError.REENTRANCY_GUARD_REENTRANT_CALL.when(entered.get().equals(UInt64.ONE));
    entered.set(UInt64.ONE);
    IpcEnvelope committed = context.send(to, callMsg, value);
    inflightCalls().put(committed, context.block());
    entered.set(UInt64.ZERO);
    return committed;
  }

  /**
   * Forgets calls that wait for their Result; a Result that comes later is unrecognized ({@code
   * dropMessages}). For the owner alone. Ids that are not known are ignored.
   *
   * @param ids tracing ids
   * @throws RevertSignal with {@code OwnableUnauthorizedAccount}
   */
  public final void dropMessages(List<Bytes32> ids) {
    IpcContext context = context();
    if (!context.caller().equals(owner())) {
      throw new RevertSignal(
          IpcError.OWNABLE_UNAUTHORIZED_ACCOUNT.revert(AbiValue.address(context.caller())));
    }
    InflightCalls inflight = inflightCalls();
    for (Bytes32 id : ids) {
      inflight.remove(id);
      dropped(id);
    }
  }

  /** A subclass of this package is told. */
  void dropped(Bytes32 id) {}

  /**
   * A call that waits for its Result ({@code inflightMsgs}).
   *
   * @param id its tracing id
   * @return the call as the gateway had committed it, nothing if none waits
   */
  public final Optional<IpcEnvelope> inflightMsg(Bytes32 id) {
    return inflightCalls().get(id);
  }

  /**
   * All calls that wait for their Result, and since when. Upstream has no such list; it is kept in
   * the contract's storage like the calls themselves.
   *
   * @return the calls in the order in which they were performed; of equal ones down the tree, which
   *     share an entry (trap 1), the last. Takes time in proportion to their number
   */
  public final List<InflightCall> inflight() {
    return inflightCalls().list();
  }

  private InflightCalls inflightCalls() {
    return new InflightCalls(context().storage());
  }

  /**
   * Who deployed the contract ({@code Ownable.owner}).
   *
   * @return the owner's address
   */
  public final EthAddress owner() {
    return ExchangeState.owner(context()).get();
  }

  /**
   * The call that runs: who calls, with what value, in which block.
   *
   * @return its context
   * @throws IllegalStateException if no call runs
   */
  protected final IpcContext context() {
    return current.get();
  }

  /**
   * A value of the contract's state.
   *
   * @param name its name within the contract
   * @param codec how it is written
   * @param initial what is read before anything is written
   * @param <T> its type
   * @return access to it, good in every call
   */
  protected final <T> Slot<T> slot(String name, Codec<T> codec, T initial) {
    return storage.slot(name, codec, initial);
  }

  /**
   * A number of the contract's state.
   *
   * @param name its name within the contract
   * @param initial what is read before anything is written
   * @return access to it, good in every call
   */
  protected final Slot<UInt256> slot(String name, UInt256 initial) {
    return slot(name, Codec.UINT256, initial);
  }

  /**
   * A number of the contract's state, of 64 bits.
   *
   * @param name its name within the contract
   * @param initial what is read before anything is written
   * @return access to it, good in every call
   */
  protected final Slot<UInt64> slot(String name, UInt64 initial) {
    return slot(name, Codec.UINT64, initial);
  }

  /**
   * A map of the contract's state.
   *
   * @param name its name within the contract
   * @param keys how keys are written
   * @param values how values are written
   * @param initial what is read under a key before anything is written there
   * @param <K> the type of its keys
   * @param <V> the type of its values
   * @return access to it, good in every call
   */
  protected final <K, V> StorageMap<K, V> map(
      String name, Codec<K> keys, Codec<V> values, V initial) {
    return storage.map(name, keys, values, initial);
  }

  @Override
  public final Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
    return within(context, () -> handle(envelope));
  }

  /** Notes the owner. A subclass that overrides it calls it first. */
  @Override
  public void construct(IpcContext context) {
    ExchangeState.owner(context).set(context.caller());
  }

  /**
   * Refuses plain coins without data, as a Solidity contract without a {@code receive} function
   * does.
   */
  @Override
  public void receive(IpcContext context) {
    throw new RevertSignal(RawRevert.EMPTY);
  }

  /**
   * The rest of the calldata face: {@code dropMessages(bytes32[])} and {@code owner()}. A subclass
   * that has functions of its own overrides it and leaves the others to this one.
   */
  @Override
  public Bytes fallback(Bytes calldata, IpcContext context) {
    return ExchangeCalldata.call(this, calldata, context);
  }

  @Override
  public final <T> T within(IpcContext context, Supplier<T> body) {
    return current.within(context, body);
  }

  private Bytes handle(IpcEnvelope envelope) {
    IpcContext context = context();
    IpcError.CALLER_IS_NOT_GATEWAY.when(!context.caller().equals(context.gateway()));
    return switch (envelope.kind()) {
      case CALL -> handleIpcCall(envelope, CallMsg.decode(envelope.message()));
      case RESULT -> takeResult(envelope);
      case TRANSFER -> throw new RevertSignal(IpcError.UNSUPPORTED_MSG_KIND.revert());
    };
  }

  private Bytes takeResult(IpcEnvelope result) {
    ResultMsg resultMsg = ResultMsgAbi.decode(result.message());
    InflightCalls inflight = inflightCalls();
    IpcEnvelope original =
        inflight
            .get(resultMsg.id())
            .filter(entry -> result.from().equals(entry.to()))
            .orElseThrow(() -> new RevertSignal(IpcError.UNRECOGNIZED_RESULT.revert()));
    boolean endsBefore = endsBeforeHandler(resultMsg.id());
    if (endsBefore) {
      inflight.remove(resultMsg.id());
    }
    handleIpcResult(original, result, resultMsg);
    if (!endsBefore) {
      inflight.remove(resultMsg.id());
    }
    return Bytes.EMPTY;
  }

  /**
   * Whether the entry of a call is deleted before its Result is handled. Upstream deletes it
   * afterwards, and with it the entry of an equal call that the handler performs.
   */
  boolean endsBeforeHandler(Bytes32 id) {
    return false;
  }
}
