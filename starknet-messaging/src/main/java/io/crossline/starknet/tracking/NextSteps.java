// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.Envelope;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.tracking.Advice.CoreFunction;
import io.crossline.starknet.tracking.MessageState.Cancellation;
import io.crossline.starknet.tracking.TrackedHash.Evidence;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Says of a message what it waits for and what can be done. */
final class NextSteps {
  private final Evidence evidence;
  private final int confirmations;
  private final Reached present;
  private final Optional<Envelope> message;
  private final Optional<Cancellation> cancellation;

  private NextSteps(Evidence evidence, int confirmations, Duration delay) {
    this.evidence = evidence;
    this.confirmations = confirmations;
    this.present = evidence.path().get(evidence.path().size() - 1);
    this.message = evidence.message().content();
    this.cancellation =
        present.status().isFinished()
            ? Optional.empty()
            : evidence
                .latest(MessageEvent.CANCELLATION_STARTED)
                .map(start -> new Cancellation(start.at(), later(start.at().time(), delay)));
  }

  static Optional<Cancellation> cancellation(Evidence evidence, Duration delay) {
    return new NextSteps(evidence, 0, delay).cancellation;
  }

  static MessageState of(Evidence evidence, int confirmations, Duration delay) {
    NextSteps next = new NextSteps(evidence, confirmations, delay);
    return new MessageState(
        evidence.message().id(),
        next.message,
        evidence.path(),
        evidence
            .latest(MessageEvent.HANDLER_SUCCEEDED, MessageEvent.HANDLER_REVERTED)
            .map(
                fact ->
                    new Execution(
                        fact.at(),
                        fact.transactionHash().map(Supplier::get).orElse(Felt.ZERO),
                        fact.reason())),
        next.cancellation,
        next.waitsFor(),
        next.advice());
  }

  private static Instant later(Instant time, Duration delay) {
    try {
      return time.plus(delay);
    } catch (DateTimeException | ArithmeticException e) {
      // Later than any instant: the last one stands for never.
      return Instant.MAX;
    }
  }

  private String waitsFor() {
    return switch (present.status()) {
      case SENT ->
          isToL2()
              ? "L1 #"
                  + present.at().number().toUInt256().plus(UInt256.of(confirmations))
                  + ", which gives it "
                  + confirmations
                  + " confirmations; then the sequencer includes it"
              : "the state update that settles " + present.at();
      case CONFIRMED -> "the sequencer, which includes it";
      case ACCEPTED_ON_L2 ->
          "the state update that settles " + present.at() + "; until then L1 holds it";
      case CANCELLATION_REQUESTED ->
          cancelling() + "; until it is cancelled L2 can still consume it";
      case REVERTED_ON_L2, LEFT_OUT ->
          cancellation.isPresent()
              ? cancelling()
              : "its sender; the sequencer does not run it again, and L1 holds it until it is"
                  + " cancelled";
      case CONSUMABLE -> "its receiver";
      case ROLLED_BACK -> "the transaction that sent it to be included again";
      default -> "nothing; it is finished";
    };
  }

  private boolean isToL2() {
    return evidence.message().id().direction() == Direction.L1_TO_L2;
  }

  private String cancelling() {
    return cancellation
        .map(request -> request.completableFrom() + ", when it can be cancelled")
        .orElse("its sender");
  }

  private List<Advice> advice() {
    List<Advice> advice = new ArrayList<>();
    switch (present.status()) {
      case SENT, CONFIRMED, LEFT_OUT, REVERTED_ON_L2 -> {
        if (isToL2()) {
          cancel(advice);
          if (cancellation.isEmpty()) {
            advice.add(start(""));
          }
        }
      }
      case ACCEPTED_ON_L2 -> cancel(advice);
      case CANCELLATION_REQUESTED -> {
        cancel(advice);
        advice.add(start(", and the delay starts anew"));
      }
      case CONSUMABLE ->
          advice.add(
              new Advice(
                  CoreFunction.CONSUME, receiver(), present.at().time(), "nothing besides gas"));
      case CANCELLED, ROLLED_BACK -> {
        if (isToL2()) {
          String cost =
              present.status() == MessageStatus.CANCELLED
                  ? "a new message with a fee of its own; " + notRefunded()
                  : "a message and a fee more, if the lost transaction is included after all";
          advice.add(new Advice(CoreFunction.SEND, sender(), present.at().time(), cost));
        }
      }
      default -> {}
    }
    return advice;
  }

  private void cancel(List<Advice> advice) {
    cancellation.ifPresent(
        request ->
            advice.add(
                new Advice(
                    CoreFunction.CANCEL, sender(), request.completableFrom(), notRefunded())));
  }

  private Advice start(String more) {
    return new Advice(
        CoreFunction.START_CANCELLATION,
        sender(),
        present.at().time(),
        "nothing besides gas" + more + "; once it is cancelled, " + notRefunded());
  }

  private String notRefunded() {
    return message
        .filter(L1ToL2Message.class::isInstance)
        .flatMap(m -> ((L1ToL2Message) m).fee())
        .map(fee -> "the fee of " + fee + " wei is not refunded")
        .orElse("the fee is not refunded");
  }

  private Optional<EthAddress> sender() {
    return message.filter(L1ToL2Message.class::isInstance).map(m -> ((L1ToL2Message) m).from());
  }

  private Optional<EthAddress> receiver() {
    return message
        .filter(L2ToL1Message.class::isInstance)
        .map(m -> ((L2ToL1Message) m).to())
        .filter(to -> to.isEthAddress())
        .map(to -> to.toEthAddress());
  }
}
