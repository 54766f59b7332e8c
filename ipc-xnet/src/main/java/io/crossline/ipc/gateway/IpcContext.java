// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.abi.Require;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.HandlerContext;
import io.crossline.messaging.Message;
import io.crossline.messaging.Revert;
import io.crossline.messaging.UInt256;

/**
 * What a contract of an IPC network may use while it runs. Valid during the call alone, on its
 * thread.
 */
public interface IpcContext extends HandlerContext {
  @Override
  EthAddress self();

  @Override
  EthAddress caller();

  /**
   * The network that the contract lives in.
   *
   * @return its id
   */
  SubnetId subnet();

  /**
   * The gateway of that network.
   *
   * @return its address
   */
  EthAddress gateway();

  /**
   * Where contracts of other networks reach this one.
   *
   * @return network and address
   */
  default IpcAddress address() {
    return IpcAddress.of(subnet(), self());
  }

  /**
   * What an account of this network owns.
   *
   * @param account its address
   * @return its coins, in the smallest unit
   */
  UInt256 balance(EthAddress account);

  /**
   * Sends a call through the gateway, with the value as coins: {@code
   * sendContractXnetMessage{value}}.
   *
   * @param message an {@link OutgoingCall}, or any message whose receiver is an {@link IpcAddress}
   *     and whose payload is an encoded {@link CallMsg}
   * @param value what travels with it
   * @return the message as the gateway committed it; its tracing id is what the Result will carry
   * @throws RevertSignal as the gateway reverts, or without data if this contract owns too little
   */
  @Override
  IpcEnvelope send(Message message, UInt256 value);

  /**
   * Sends a call through the gateway, with the value as coins.
   *
   * @param to the contract to call
   * @param call what to give it
   * @param value what travels with it
   * @return the message as the gateway committed it
   * @throws RevertSignal as the gateway reverts, or without data if this contract owns too little
   */
  default IpcEnvelope send(IpcAddress to, CallMsg call, UInt256 value) {
    return send(new OutgoingCall(to, call), value);
  }

  /**
   * Makes the signal that reverts this call; throw it.
   *
   * @param revert why
   * @return the signal to throw
   */
  default RevertSignal revert(Revert revert) {
    return new RevertSignal(revert);
  }

  /**
   * Makes the signal that reverts this call, as Solidity's {@code require(false, reason)}; throw
   * it.
   *
   * @param reason why
   * @return the signal to throw
   */
  default RevertSignal revert(String reason) {
    return revert(new Require(reason));
  }
}
