// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Operation;
import io.crossline.core.handler.StatelessHandler;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * A handler written in Java, as a contract of the chain: takes {@code handleIpcMessage} calldata
 * apart for it and wraps what it returns.
 *
 * <p>Not thread-safe: one thread uses a chain at a time.
 *
 * @param <H> the handler's own type
 */
public final class HandlerContract<H extends IpcHandler> implements Contract {
  private static final int SELECTOR_BYTES = 4;

  private final H handler;
  private final SubnetId subnet;
  private final EthAddress gateway;
  private final Predicate<? super Optional<IpcEnvelope>> fault;

  /**
   * Wraps a handler.
   *
   * @param handler the handler
   * @param subnet the network it is deployed in
   * @param gateway the gateway that it sends through
   * @throws io.crossline.core.handler.HandlerException if the handler has a field that can be
   *     written
   */
  public HandlerContract(H handler, SubnetId subnet, EthAddress gateway) {
    this(handler, subnet, gateway, message -> false);
  }

  /**
   * Wraps a handler that can be made to fail.
   *
   * @param handler the handler
   * @param subnet the network it is deployed in
   * @param gateway the gateway that it sends through
   * @param fault lets it fail
   * @throws io.crossline.core.handler.HandlerException if the handler has a field that can be
   *     written
   */
  public HandlerContract(
      H handler,
      SubnetId subnet,
      EthAddress gateway,
      Predicate<? super Optional<IpcEnvelope>> fault) {
    StatelessHandler.require(handler.getClass());
    this.handler = handler;
    this.subnet = subnet;
    this.gateway = gateway;
    this.fault = fault;
  }

  /**
   * The handler.
   *
   * @return the handler as it was given
   */
  public H handler() {
    return handler;
  }

  @Override
  public Bytes call(Frame frame, Bytes calldata) {
    return operation((h, context) -> dispatch(calldata, context)).run(frame);
  }

  /**
   * A call of the handler from Java, as an operation that runs in its frame.
   *
   * @param body what to ask of the handler
   * @param <T> what it gives
   * @return the operation, for {@code Chain.execute} or {@code Frame.enter} with this contract's
   *     address
   */
  public <T> Operation<T> operation(BiFunction<? super H, ? super IpcContext, ? extends T> body) {
    return frame -> {
      IpcContext context = new FrameContext(frame, subnet, gateway);
      return HandlerFailure.toRevert(
          () -> handler.<T>within(context, () -> body.apply(handler, context)));
    };
  }

  private Bytes dispatch(Bytes calldata, IpcContext context) {
    if (calldata.isEmpty()) {
      failIfFaulty(Optional.empty(), context);
      handler.receive(context);
      return Bytes.EMPTY;
    }
    if (!calldata
        .truncate(SELECTOR_BYTES)
        .equals(ContractFunctions.HANDLE_IPC_MESSAGE.selector())) {
      return handler.fallback(calldata, context);
    }
    IpcEnvelope envelope = ContractFunctions.HANDLE_IPC_MESSAGE.decodeCall(calldata);
    failIfFaulty(Optional.of(envelope), context);
    return ContractFunctions.HANDLE_IPC_MESSAGE.encodeReturn(
        handler.handleIpcMessage(envelope, context));
  }

  private void failIfFaulty(Optional<IpcEnvelope> message, IpcContext context) {
    if (context.caller().equals(gateway) && fault.test(message)) {
      throw context.revert("fault: the handler fails");
    }
  }
}
