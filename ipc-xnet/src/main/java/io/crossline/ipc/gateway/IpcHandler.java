// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MessageHandler;
import java.util.function.Supplier;

/**
 * A contract that takes cross-net messages: {@code IIpcHandler} upstream. The gateway of its
 * network calls it with what arrived; the value of the message comes along.
 *
 * <p>State belongs into {@link IpcContext#storage()}: a handler with an instance field that is not
 * final is refused when it is deployed. An exception reverts everything the handler did. What the
 * other side gets as revert data is, for
 *
 * <ul>
 *   <li>a {@link RevertSignal} ({@link IpcContext#revert}) and a {@link
 *       io.crossline.messaging.RevertedException}: exactly the data of their revert;
 *   <li>an {@link io.crossline.core.abi.AbiDecodeException}: what Solidity's decoder gives, nothing
 *       or {@code Panic(0x41)};
 *   <li>any other exception: {@code Error(string)} with its message, or its class's name if it has
 *       none.
 * </ul>
 *
 * <p>An {@link Error} is no revert: it ends the transaction and reaches the host.
 *
 * <p>Called on the thread that runs the chain, never by two at a time.
 */
@FunctionalInterface
public interface IpcHandler extends MessageHandler<IpcEnvelope, IpcContext> {
  /**
   * Takes a message. Who calls is not checked for the handler: ask {@link IpcContext#caller()}.
   *
   * @param envelope the message; its value has arrived already
   * @param context what the handler may use
   * @return what a Call is answered with; the sender sees at most 128 bytes of its ABI form (trap
   *     3)
   */
  Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context);

  @Override
  default Bytes handle(IpcEnvelope envelope, IpcContext context) {
    return handleIpcMessage(envelope, context);
  }

  /**
   * Called once, when the contract is deployed; the caller is who deploys it.
   *
   * @param context what the handler may use
   */
  default void construct(IpcContext context) {}

  /**
   * Takes coins that come without calldata, as a Transfer's do. Accepts them unless it is
   * overridden to refuse.
   *
   * @param context what the handler may use
   */
  default void receive(IpcContext context) {}

  /**
   * Takes any other call. Refuses it without data unless it is overridden.
   *
   * @param calldata what the caller gave
   * @param context what the handler may use
   * @return the return data
   */
  default Bytes fallback(Bytes calldata, IpcContext context) {
    throw new RevertSignal(RawRevert.EMPTY);
  }

  /**
   * Runs a part of a call. A base class overrides it to know the context without being handed it
   * each time.
   *
   * @param context the context of the call
   * @param body what runs
   * @param <T> what it gives
   * @return what the body gave
   */
  default <T> T within(IpcContext context, Supplier<T> body) {
    return body.get();
  }
}
