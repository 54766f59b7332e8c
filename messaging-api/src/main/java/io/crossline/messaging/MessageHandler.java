// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * Takes the messages that are addressed to one contract. {@code
 * io.crossline.ipc.gateway.IpcHandler} is this for IPC; a contract of Starknet is a class with
 * annotated methods instead. Handlers are made by a {@link
 * io.crossline.messaging.spi.MessageHandlerProvider}, which is what ServiceLoader finds.
 *
 * <p>A handler keeps its state in {@link HandlerContext#storage()} alone: what it kept in fields
 * would neither be rolled back nor survive a restart.
 *
 * <p>Called by one thread at a time.
 *
 * @param <E> the envelopes of the system
 * @param <C> the context of the system
 */
@FunctionalInterface
public interface MessageHandler<E extends Envelope, C extends HandlerContext> {
  /**
   * Handles one message. An exception reverts what the handler did and counts as a failed delivery.
   *
   * @param envelope the message
   * @param context what the handler may use
   * @return what is handed back to the protocol
   */
  Bytes handle(E envelope, C context);
}
