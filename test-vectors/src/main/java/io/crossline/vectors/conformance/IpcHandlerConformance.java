// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.ipc.trace.Answer;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt256;

/**
 * The rules of a contract of IPC. Who may call is the contract's own business here, so there are no
 * strangers. Extend it in a test:
 *
 * <pre>{@code
 * class CounterTest extends IpcHandlerConformance {
 *   protected IpcHandler handler() { return new Counter(); }
 *   protected CallMsg call() { return new CallMsg(ADD, UInt256.of(2).toBytes32().toBytes()); }
 *   protected String observe(Storage storage) { return sum(storage).get().toString(); }
 * }
 * }</pre>
 *
 * <p>Not thread-safe: JUnit makes one for each test.
 */
public abstract class IpcHandlerConformance extends MessageHandlerConformance {
  /** For subclasses. */
  protected IpcHandlerConformance() {}

  /**
   * Makes the contract.
   *
   * @return a new one
   */
  protected abstract IpcHandler handler();

  /**
   * A call that it takes.
   *
   * @return the call
   */
  protected abstract CallMsg call();

  /**
   * A call that it must refuse: the good one without its parameters, unless overridden.
   *
   * @return the call
   */
  protected CallMsg malformed() {
    return new CallMsg(call().method(), Bytes.EMPTY);
  }

  /**
   * The coins that go with the call.
   *
   * @return none, unless overridden
   */
  protected UInt256 value() {
    return UInt256.ZERO;
  }

  /**
   * What the contract keeps, as text.
   *
   * @param storage its storage
   * @return all that a message may change
   */
  protected abstract String observe(Storage storage);

  @Override
  final boolean knowsStrangers() {
    return false;
  }

  /** Takes whatever comes back. */
  private static final class Caller implements IpcHandler {
    @Override
    public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
      return Bytes.EMPTY;
    }
  }

  @Override
  final Ending deliver(Sample sample) {
    try (IpcNetwork net = IpcNetwork.root(1).subnet("child").start()) {
      IpcSubnet root = net.root();
      Deployed<Caller> caller = root.deploy("caller", new Caller());
      root.give(caller.ethAddress(), value());
      Deployed<IpcHandler> called = net.at("child").deploy("called", handler());
      CallMsg call = sample == Sample.MALFORMED ? malformed() : call();
      IpcEnvelope envelope =
          IpcEnvelope.createCallMsg(IpcAddress.EMPTY, called.address(), value(), call);
      IpcEnvelope sent =
          root.follow(
                  () ->
                      root.gateway()
                          .as(caller.ethAddress())
                          .sendContractXnetMessage(envelope, value()))
              .orThrow();
      Answer answer = net.await(sent);
      String timeline = net.timeline().entries().toString();
      return new Ending(answer.isOk(), answer.description() + " " + timeline, observe(called));
    }
  }

  @Override
  final String untouched() {
    try (IpcNetwork net = IpcNetwork.root(1).start()) {
      return observe(net.root().deploy("called", handler()));
    }
  }

  private String observe(Deployed<IpcHandler> deployed) {
    return deployed.transact((handler, context) -> observe(context.storage())).orThrow();
  }
}
