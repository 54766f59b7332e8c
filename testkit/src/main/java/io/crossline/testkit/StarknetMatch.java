// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import io.crossline.messaging.Envelope;
import io.crossline.messaging.Word;
import io.crossline.starknet.AddressWord;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Chooses among the messages of a Starknet network, for a {@link StarknetSpy}. Each method gives a
 * narrower choice: {@code m.from(alice).to(bridge).calling("deposit")}. Immutable.
 */
public final class StarknetMatch {
  private final Function<Word, String> labels;
  private final Criteria<Envelope> criteria;

  StarknetMatch(Function<Word, String> labels, Criteria<Envelope> criteria) {
    this.labels = labels;
    this.criteria = criteria;
  }

  /**
   * Messages of one sender.
   *
   * @param sender the contract or account that sent them, of either layer
   * @return the narrower choice
   */
  public StarknetMatch from(Word sender) {
    AddressWord address = AddressWord.of(sender);
    return where("from " + labels.apply(sender), message -> from(message).equals(address));
  }

  /**
   * Messages for one receiver.
   *
   * @param receiver the contract that they are for, of either layer
   * @return the narrower choice
   */
  public StarknetMatch to(Word receiver) {
    AddressWord address = AddressWord.of(receiver);
    return where("to " + labels.apply(receiver), message -> to(message).equals(address));
  }

  /**
   * Messages to L2 for one handler.
   *
   * @param function the name of the {@code l1_handler}
   * @return the narrower choice
   */
  public StarknetMatch calling(String function) {
    return calling(function, Selector.ofName(function));
  }

  /**
   * Messages to L2 for one handler.
   *
   * @param selector the selector of the {@code l1_handler}
   * @return the narrower choice
   */
  public StarknetMatch calling(Selector selector) {
    return calling(selector.toString(), selector);
  }

  private StarknetMatch calling(String name, Selector selector) {
    return where(
        "calling " + name,
        message ->
            message instanceof L1ToL2Message toL2
                && toL2.selector().equals(selector.value().toUInt256()));
  }

  /**
   * Messages with one payload.
   *
   * @param payload all of its words
   * @return the narrower choice
   */
  public StarknetMatch carrying(Payload payload) {
    return where("carrying " + payload, message -> payload(message).equals(payload));
  }

  /**
   * Messages that something else is true of.
   *
   * @param words what, for the text of a failure, such as {@code with an odd nonce}
   * @param predicate whether it is true of a message, which is an {@link L1ToL2Message} or an
   *     {@link L2ToL1Message}
   * @return the narrower choice
   */
  public StarknetMatch where(String words, Predicate<? super Envelope> predicate) {
    return new StarknetMatch(labels, criteria.and(words, predicate));
  }

  Criteria<Envelope> criteria() {
    return criteria;
  }

  static AddressWord from(Envelope message) {
    return message instanceof L1ToL2Message toL2
        ? AddressWord.of(toL2.from())
        : ((L2ToL1Message) message).from();
  }

  static AddressWord to(Envelope message) {
    return message instanceof L1ToL2Message toL2 ? toL2.to() : ((L2ToL1Message) message).to();
  }

  static Payload payload(Envelope message) {
    return message instanceof L1ToL2Message toL2
        ? toL2.payloadWords()
        : ((L2ToL1Message) message).payloadWords();
  }
}
