// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.Signature;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.network.Deployed;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Chooses among the messages of an IPC network, for an {@link IpcSpy}. Each method gives a narrower
 * choice: {@code m.from(player).to(counter).calling("increment(uint64)")}. Immutable.
 */
public final class IpcMatch {
  private final Function<IpcAddress, String> labels;
  private final Criteria<IpcEnvelope> criteria;

  IpcMatch(Function<IpcAddress, String> labels, Criteria<IpcEnvelope> criteria) {
    this.labels = labels;
    this.criteria = criteria;
  }

  /**
   * Messages of one sender. A Result comes from whoever its call was for.
   *
   * @param sender network and address of who sent them
   * @return the narrower choice
   */
  public IpcMatch from(IpcAddress sender) {
    return from(labels.apply(sender), sender);
  }

  /**
   * Messages of one sender. A Result comes from whoever its call was for.
   *
   * @param sender who sent them
   * @return the narrower choice
   */
  public IpcMatch from(Deployed<?> sender) {
    return from(sender.toString(), sender.address());
  }

  private IpcMatch from(String name, IpcAddress sender) {
    return where("from " + name, message -> message.from().equals(sender));
  }

  /**
   * Messages for one receiver.
   *
   * @param receiver network and address of who they are for
   * @return the narrower choice
   */
  public IpcMatch to(IpcAddress receiver) {
    return to(labels.apply(receiver), receiver);
  }

  /**
   * Messages for one receiver.
   *
   * @param receiver who they are for
   * @return the narrower choice
   */
  public IpcMatch to(Deployed<?> receiver) {
    return to(receiver.toString(), receiver.address());
  }

  private IpcMatch to(String name, IpcAddress receiver) {
    return where("to " + name, message -> message.to().equals(receiver));
  }

  /**
   * Calls of one method.
   *
   * @param signature such as {@code increment(uint64)}; its selector is what the call carries
   * @return the narrower choice
   * @throws io.crossline.messaging.MalformedInputException if it is no signature
   */
  public IpcMatch calling(String signature) {
    return calling(signature, Signature.parse(signature).selector());
  }

  /**
   * Calls of one method.
   *
   * @param method what stands in the call's {@code method}, whatever it is
   * @return the narrower choice
   */
  public IpcMatch calling(Bytes method) {
    return calling(method.toString(), method);
  }

  private IpcMatch calling(String name, Bytes method) {
    return where("calling " + name, message -> method(message).filter(method::equals).isPresent());
  }

  /**
   * Messages of one kind. Without this, Results are among them.
   *
   * @param kind the kind
   * @return the narrower choice
   */
  public IpcMatch ofKind(EnvelopeKind kind) {
    return where("of kind " + kind, message -> message.kind() == kind);
  }

  /**
   * Messages with one value.
   *
   * @param value the coins or tokens that travel along, in the smallest unit
   * @return the narrower choice
   */
  public IpcMatch carrying(UInt256 value) {
    return where("carrying " + value, message -> message.value().equals(value));
  }

  /**
   * Messages that something else is true of.
   *
   * @param words what, for the text of a failure, such as {@code with an odd nonce}
   * @param predicate whether it is true of a message, as it is at the hop where it was seen
   * @return the narrower choice
   */
  public IpcMatch where(String words, Predicate<? super IpcEnvelope> predicate) {
    return new IpcMatch(labels, criteria.and(words, predicate));
  }

  Criteria<IpcEnvelope> criteria() {
    return criteria;
  }

  /** The method of a call; nothing if the message is none, or carries something else. */
  static Optional<Bytes> method(IpcEnvelope message) {
    if (message.kind() != EnvelopeKind.CALL) {
      return Optional.empty();
    }
    try {
      return Optional.of(CallMsg.decode(message.message()).method());
    } catch (AbiDecodeException e) {
      return Optional.empty(); // Anybody may send a call that carries no CallMsg.
    }
  }
}
