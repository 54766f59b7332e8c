// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcReverts;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Address;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Message;
import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.function.Supplier;

/** A frame of the chain, as a handler sees it. */
final class FrameContext implements IpcContext {
  private final Frame frame;
  private final SubnetId subnet;
  private final EthAddress gateway;

  FrameContext(Frame frame, SubnetId subnet, EthAddress gateway) {
    this.frame = frame;
    this.subnet = subnet;
    this.gateway = gateway;
  }

  @Override
  public EthAddress self() {
    return frame.self();
  }

  @Override
  public EthAddress caller() {
    return frame.caller();
  }

  @Override
  public UInt256 value() {
    return frame.value();
  }

  @Override
  public BlockInfo block() {
    return frame.block();
  }

  @Override
  public SubnetId subnet() {
    return subnet;
  }

  @Override
  public EthAddress gateway() {
    return gateway;
  }

  @Override
  public UInt256 balance(EthAddress account) {
    return frame.balance(account);
  }

  @Override
  public Storage storage() {
    return frame.storage();
  }

  @Override
  public void emit(Log log) {
    frame.emit(log);
  }

  @Override
  public IpcEnvelope send(Message message, UInt256 value) {
    if (!(message.to() instanceof IpcAddress to)) {
      throw new IllegalArgumentException(
          "send: the receiver is " + message.to() + ", must be an IpcAddress");
    }
    IpcEnvelope draft =
        new IpcEnvelope(
            EnvelopeKind.CALL, UInt64.ZERO, UInt64.ZERO, value, to, address(), message.payload());
    CallResult result =
        engine(() -> frame.call(gateway, value, new SendContractXnetMessage(draft).calldata()));
    if (!result.success()) {
      throw new RevertSignal(IpcReverts.decode(result.data()));
    }
    return SendContractXnetMessage.FUNCTION.decodeReturn(result.data());
  }

  @Override
  public CallResult call(Address target, UInt256 value, Bytes calldata) {
    EthAddress address = local(target);
    return engine(() -> frame.call(address, value, calldata));
  }

  private EthAddress local(Address target) {
    if (target instanceof EthAddress address) {
      return address;
    }
    if (target instanceof IpcAddress address && address.subnetId().equals(subnet)) {
      return address.rawAddress().extractEvmAddress();
    }
    throw new IllegalArgumentException(
        "call: "
            + target
            + " is not an address of "
            + subnet
            + "; other networks are reached by send");
  }

  /**
   * Handlers turn their own exceptions into reverts, so whatever else comes out of a call is the
   * engine's.
   */
  private static <T> T engine(Supplier<T> call) {
    try {
      return call.get();
    } catch (RevertSignal signal) {
      throw signal;
    } catch (RuntimeException trouble) {
      throw new EngineFailure(trouble);
    }
  }
}
