// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.gateway.HandlerContract;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A handler that lives in a network, and how outsiders call it from Java.
 *
 * <p>Not thread-safe: use it as the network that it belongs to, one thread at a time.
 *
 * @param <H> the handler's own type
 */
public final class Deployed<H extends IpcHandler> {
  private final IpcSubnet subnet;
  private final String name;
  private final EthAddress address;
  private final HandlerContract<H> contract;

  Deployed(IpcSubnet subnet, String name, EthAddress address, HandlerContract<H> contract) {
    this.subnet = subnet;
    this.name = name;
    this.address = address;
    this.contract = contract;
  }

  /**
   * What the timeline calls it.
   *
   * @return its name
   */
  public String name() {
    return name;
  }

  /**
   * Where contracts of any network reach it.
   *
   * @return network and address
   */
  public IpcAddress address() {
    return IpcAddress.of(subnet.id(), address);
  }

  /**
   * Where accounts and contracts of its own network reach it.
   *
   * @return the address
   */
  public EthAddress ethAddress() {
    return address;
  }

  /**
   * The network it lives in.
   *
   * @return the network
   */
  public IpcSubnet subnet() {
    return subnet;
  }

  /**
   * Calls it in a transaction of its network's open block, as {@link IpcSubnet#USER}.
   *
   * @param body what to ask of the handler
   * @param <T> what it gives
   * @return what it gave, or the revert
   */
  public <T> Outcome<T> transact(Function<? super H, ? extends T> body) {
    return transact((handler, context) -> body.apply(handler));
  }

  /**
   * Calls it in a transaction of its network's open block, as {@link IpcSubnet#USER}.
   *
   * @param body what to ask of the handler, which needs the context of the call
   * @param <T> what it gives
   * @return what it gave, or the revert
   */
  public <T> Outcome<T> transact(BiFunction<? super H, ? super IpcContext, ? extends T> body) {
    return transactAs(IpcSubnet.USER, UInt256.ZERO, body);
  }

  /**
   * Calls it in a transaction of its network's open block.
   *
   * @param caller who calls
   * @param value the coins to send along; the caller must own them
   * @param body what to ask of the handler
   * @param <T> what it gives
   * @return what it gave, or the revert
   */
  public <T> Outcome<T> transactAs(
      EthAddress caller,
      UInt256 value,
      BiFunction<? super H, ? super IpcContext, ? extends T> body) {
    return subnet.network().host().call(() -> run(caller, value, body));
  }

  /** The same within what is committed later. */
  <T> Outcome<T> run(
      EthAddress caller,
      UInt256 value,
      BiFunction<? super H, ? super IpcContext, ? extends T> body) {
    return subnet.run(
        () -> subnet.member().chain().execute(caller, address, value, contract.<T>operation(body)));
  }

  /** Name and network. */
  @Override
  public String toString() {
    return subnet.name() + ":" + name;
  }
}
