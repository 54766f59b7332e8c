// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.chain.Attempt;
import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Operation;
import io.crossline.core.chain.RevertSignal;
import io.crossline.core.state.State;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.abi.FunctionTable;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import org.jspecify.annotations.Nullable;

/**
 * The gateway contract of one network, as upstream's {@code GatewayDiamond} behaves. It has two
 * faces: calldata in and return data out ({@link #call}, for other contracts and for transactions),
 * and typed Java ({@link #as} for outside callers, {@link #run} for contracts that run in a frame).
 *
 * <p>Not thread-safe: it belongs to one chain.
 */
public final class Gateway implements Contract {
  private final Chain chain;
  private final EthAddress address;
  private final GatewayState state;
  private final GatewayView view;
  private final FunctionTable functions = new FunctionTable();
  private @Nullable GatewayObserver observer;

  private Gateway(Chain chain, EthAddress address, State tables, GatewayConfig config) {
    this.chain = chain;
    this.address = address;
    state = new GatewayState(tables, config);
    view = new GatewayView(state);
    GatewayFunctions.all()
        .forEach(
            function -> functions.add(function, (frame, operation) -> answer(frame, operation)));
    new GetterDispatch(state, view).addTo(functions);
  }

  /**
   * Puts a new gateway on a chain.
   *
   * @param chain the chain of its network
   * @param address where
   * @param config what it is made with
   * @return the gateway
   * @throws IllegalArgumentException if there is code at the address already
   */
  public static Gateway deploy(Chain chain, EthAddress address, GatewayConfig config) {
    return deploy(chain, address, config, GatewayContents.NONE);
  }

  /**
   * Puts a gateway on a chain, with something in the gateway from the beginning.
   *
   * @param chain the chain of its network
   * @param address where
   * @param config what it is made with
   * @param contents what it holds
   * @return the gateway
   * @throws IllegalArgumentException if there is code at the address already, or the contents have
   *     a child twice or one that is not directly below the network
   */
  public static Gateway deploy(
      Chain chain, EthAddress address, GatewayConfig config, GatewayContents contents) {
    contents.requireFor(config.networkName());
    State tables = chain.state().scope("gateway " + address);
    Gateway gateway = new Gateway(chain, address, tables, config);
    if (tables.begin()) {
      contents.writeTo(gateway.state);
    }
    chain.deploy(address, gateway);
    return gateway;
  }

  /**
   * Where it lives.
   *
   * @return its address
   */
  public EthAddress address() {
    return address;
  }

  /**
   * The network it belongs to.
   *
   * @return its id
   */
  public SubnetId network() {
    return state.network;
  }

  /**
   * What it was made with.
   *
   * @return the configuration
   */
  public GatewayConfig config() {
    return state.config;
  }

  /**
   * Runs an operation in a transaction of its own.
   *
   * @param caller who calls
   * @param value the coins that come along
   * @param operation what is done
   * @param <T> what it returns
   * @return the result and the logs, or the revert
   */
  public <T> Outcome<T> transact(EthAddress caller, UInt256 value, GatewayOperation<T> operation) {
    return chain.execute(
        caller,
        address,
        value,
        Operation.calling(operation::calldata, frame -> run(frame, operation)));
  }

  /**
   * Runs an operation in a frame of the gateway ({@code Frame.enter} with its address).
   *
   * @param frame the frame; who calls, and with how many coins, is in it
   * @param operation what is done
   * @param <T> what it returns
   * @return the result
   * @throws RevertSignal if the contract would revert
   */
  public <T> T run(Frame frame, GatewayOperation<T> operation) {
    GatewayObserver watching = observer;
    if (watching == null || frame.isView()) {
      return unobserved(frame, operation);
    }
    return Attempt.shown(
        () -> unobserved(frame, operation), watching.runs(frame, operation)::accept);
  }

  /**
   * What a contract cannot decode, its own message or what another contract returned, reverts the
   * call.
   */
  private <T> T unobserved(Frame frame, GatewayOperation<T> operation) {
    try {
      return operation.run(state, frame);
    } catch (AbiDecodeException malformed) {
      throw new RevertSignal(EvmRevert.of(malformed));
    }
  }

  /**
   * Forgets the messages of an epoch, which a deployed gateway keeps for ever. An act of the host,
   * for runs that are too long to keep what nobody will read again: the checkpoint of the epoch is
   * cut, and its block cannot be taken back any more.
   *
   * @param epoch the epoch; its getters give an empty batch from now on
   */
  public void forgetBatch(UInt256 epoch) {
    state.batches.forget(epoch);
  }

  /**
   * What it holds.
   *
   * @return the getters
   */
  public GatewayView view() {
    return view;
  }

  /**
   * The gateway as one outside caller sees it. Every function called on it is a transaction of the
   * chain.
   *
   * @param caller who calls
   * @return the typed functions
   */
  public GatewayCaller as(EthAddress caller) {
    return new GatewayCaller(this, caller);
  }

  /**
   * Sets the observer that is shown every call of a function that changes the gateway, from now on.
   * There is one at a time.
   *
   * @param watching is shown the calls, in place of the observer before
   */
  public void observe(GatewayObserver watching) {
    observer = watching;
  }

  @Override
  public Bytes call(Frame frame, Bytes calldata) {
    return functions.call(frame, calldata);
  }

  private <T> Bytes answer(Frame frame, GatewayOperation<T> operation) {
    return operation.returned(run(frame, operation));
  }
}
