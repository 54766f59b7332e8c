// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Frame;
import io.crossline.core.state.State;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/**
 * The gateway contract of one network, as upstream's {@code GatewayDiamond} behaves. It has two
 * faces: calldata in and return data out ({@link #call}, for other contracts and for transactions),
 * and typed Java ({@link #as} for outside callers, {@link #operations} for contracts that run in a
 * frame).
 *
 * <p>Not thread-safe: it belongs to one chain.
 */
public final class Gateway implements Contract {
  private final Chain chain;
  private final EthAddress address;
  private final GatewayState state;
  private final GatewayOperations operations;
  private final GatewayView view;
  private final GatewayDispatch dispatch;

  private Gateway(Chain chain, EthAddress address, State tables, GatewayConfig config) {
    this.chain = chain;
    this.address = address;
    state = new GatewayState(tables, config);
    operations = new GatewayOperations(state);
    view = new GatewayView(state);
    dispatch = new GatewayDispatch(state, operations, view);
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
   * Puts a gateway on a chain that holds something already.
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
   * Its functions for code that runs in a frame already.
   *
   * @return the operations
   */
  public GatewayOperations operations() {
    return operations;
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
    return new GatewayCaller(chain, this, caller);
  }

  /**
   * Shows someone every call of a function that changes the gateway from now on.
   *
   * @param watching sees them; takes the place of who was shown them before
   */
  public void observe(GatewayObserver watching) {
    operations.observe(watching);
  }

  @Override
  public Bytes call(Frame frame, Bytes calldata) {
    return dispatch.call(frame, calldata);
  }
}
