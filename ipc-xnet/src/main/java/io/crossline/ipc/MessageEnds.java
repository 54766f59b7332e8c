// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of a message whose answer is to be explained, and what to call the places that it
 * touches. Whatever is not known is spoken of in general words.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from who sent the message
 * @param to whom it was sent to
 * @param value what travelled along, in the smallest unit
 * @param nonce its number in the queue of the hop where it was answered
 * @param answeredBy the network whose gateway answered; for a {@code SystemErr} that need not be
 *     the destination (trap 19)
 * @param networks what to call a network
 * @param addresses what to call an account or contract
 */
public record MessageEnds(
    Optional<IpcAddress> from,
    Optional<IpcAddress> to,
    Optional<UInt256> value,
    Optional<UInt64> nonce,
    Optional<SubnetId> answeredBy,
    Function<? super SubnetId, String> networks,
    Function<? super IpcAddress, String> addresses) {
  /** Nothing is known; places are called by their text forms. */
  public static final MessageEnds UNKNOWN =
      new MessageEnds(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          SubnetId::toString,
          IpcAddress::toString);

  /**
   * The message itself is known.
   *
   * @param original the message as it was committed at the hop where it was answered, or, with
   *     another local nonce, at any other
   * @return what it tells, with places called by their text forms
   */
  public static MessageEnds of(IpcEnvelope original) {
    return new MessageEnds(
        Optional.of(original.from()),
        Optional.of(original.to()),
        Optional.of(original.value()),
        Optional.empty(),
        Optional.empty(),
        UNKNOWN.networks,
        UNKNOWN.addresses);
  }

  /**
   * Only the Result is known: it goes from the receiver to the sender.
   *
   * @param result the Result's envelope
   * @return what it tells, with places called by their text forms
   */
  public static MessageEnds behind(IpcEnvelope result) {
    return new MessageEnds(
        Optional.of(result.to()),
        Optional.of(result.from()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        UNKNOWN.networks,
        UNKNOWN.addresses);
  }

  /**
   * The same, with the place where the message was answered.
   *
   * @param network the network whose gateway answered
   * @return the changed value
   */
  public MessageEnds answeredBy(SubnetId network) {
    return new MessageEnds(from, to, value, nonce, Optional.of(network), networks, addresses);
  }

  /**
   * The same, with the message's number at the hop where it was answered.
   *
   * @param localNonce its local nonce there
   * @return the changed value
   */
  public MessageEnds withNonce(UInt64 localNonce) {
    return new MessageEnds(
        from, to, value, Optional.of(localNonce), answeredBy, networks, addresses);
  }

  /**
   * The same, with other names of places.
   *
   * @param networkNames what to call a network
   * @param addressNames what to call an account or contract
   * @return the changed value
   */
  public MessageEnds named(
      Function<? super SubnetId, String> networkNames,
      Function<? super IpcAddress, String> addressNames) {
    return new MessageEnds(from, to, value, nonce, answeredBy, networkNames, addressNames);
  }

  String sender() {
    return from.<String>map(addresses::apply).orElse("the sender");
  }

  String receiver() {
    return to.<String>map(addresses::apply).orElse("the receiver");
  }

  String senderNetwork() {
    return from.map(IpcAddress::subnetId)
        .<String>map(networks::apply)
        .orElse("the sender's network");
  }

  String receiverNetwork() {
    return to.map(IpcAddress::subnetId).<String>map(networks::apply).orElse("the destination");
  }

  String answerer() {
    return answeredBy.<String>map(networks::apply).orElse("a network on the way");
  }

  String amount() {
    return value.map(UInt256::toString).orElse("the value");
  }

  String number() {
    return nonce.map(number -> "nonce " + number).orElse("its nonce");
  }
}
