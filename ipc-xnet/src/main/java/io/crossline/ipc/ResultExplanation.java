// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.CustomError;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.Require;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import java.util.List;
import java.util.Optional;

/**
 * What a Result says, for people: what the receiver returned, or which error ended the message, of
 * whom that speaks, and what of it the gateway cut off (trap 3). Any bytes have an explanation;
 * those that are not understood are shown as they are.
 *
 * <p>Immutable and thread-safe.
 *
 * @param outcome how the delivery ended
 * @param error the error as a value; nothing for {@link OutcomeType#OK}
 * @param returned what the receiver returned; nothing unless {@link OutcomeType#OK}
 * @param description the error or the returned value as a person would write it, such as {@code
 *     InvalidXnetMessage(NoRoute)}
 * @param meaning what that means here, in words; empty if there is nothing to add
 */
public record ResultExplanation(
    OutcomeType outcome,
    Optional<RevertReading> error,
    Optional<ReturnedData> returned,
    String description,
    String meaning) {
  private static final String NO_DATA =
      "it gives no reason: a function that the receiver has not, calldata that it cannot decode,"
          + " coins that it refuses, or too little gas";

  /**
   * Explains a Result of which nothing else is known.
   *
   * @param result what the Result says
   * @return the explanation
   */
  public static ResultExplanation of(ResultMsg result) {
    return of(result, MessageEnds.UNKNOWN);
  }

  /**
   * Explains the answer to a message.
   *
   * @param result what the Result says
   * @param original the message that is answered
   * @return the explanation, which names the message's places by their text forms
   */
  public static ResultExplanation of(ResultMsg result, IpcEnvelope original) {
    return of(result, MessageEnds.of(original));
  }

  /**
   * Explains a Result.
   *
   * @param result what the Result says
   * @param ends what is known of the message that is answered
   * @return the explanation
   */
  public static ResultExplanation of(ResultMsg result, MessageEnds ends) {
    if (result.outcome() == OutcomeType.OK) {
      ReturnedData returned = ReturnedData.of(result.ret());
      return new ResultExplanation(
          result.outcome(),
          Optional.empty(),
          Optional.of(returned),
          returned.toString(),
          returned.remark());
    }
    // A wrong nonce and an unknown destination are the answering gateway's; whatever a receiver
    // raised happened at the destination.
    MessageEnds there =
        result.outcome() == OutcomeType.ACTOR_ERR && ends.answeredBy().isEmpty()
            ? ends.to().map(to -> ends.answeredBy(to.subnetId())).orElse(ends)
            : ends;
    RevertReading reading = RevertReading.of(result.ret());
    return new ResultExplanation(
        result.outcome(),
        Optional.of(reading),
        Optional.empty(),
        reading.description(),
        meaning(reading, there));
  }

  /**
   * Says what the data of an error mean, whether they came with a Result or as the revert of a
   * transaction.
   *
   * @param data the bytes, any
   * @param ends what is known of the message concerned
   * @return one line, such as {@code InvalidXnetMessage(NoRoute): /r1/… and /r2/… have no common
   *     parent}
   */
  public static String ofError(Bytes data, MessageEnds ends) {
    RevertReading reading = RevertReading.of(data);
    return joined(reading.description(), meaning(reading, ends));
  }

  private static String meaning(RevertReading reading, MessageEnds ends) {
    return reading.fold(
        whole -> meaning(whole, ends),
        cut -> meaning(cut, ends),
        unknown -> unknown.isEmpty() ? NO_DATA : "");
  }

  private static String meaning(EvmRevert whole, MessageEnds ends) {
    if (whole instanceof Require require) {
      return ErrorMeanings.of(require.reason(), ends).orElse("");
    }
    return whole instanceof CustomError error
        ? meaning(error.signature().name(), error.arguments().values(), ends)
        : "";
  }

  private static String meaning(RevertReading.Cut cut, MessageEnds ends) {
    String lost =
        cut.complete() ? "" : "its data were cut, at least " + cut.missing() + " bytes are missing";
    String known = meaning(cut.form().name(), cut.arguments(), ends);
    return known.isEmpty() || lost.isEmpty() ? known + lost : known + "; " + lost;
  }

  private static String meaning(String name, List<AbiValue> arguments, MessageEnds ends) {
    Optional<IpcError> known = IpcError.byName(name);
    if (known.isEmpty() || known.get() == IpcError.METHOD_NOT_ALLOWED) {
      return ""; // the text says it all
    }
    return known.get() == IpcError.INVALID_XNET_MESSAGE
        ? reason(arguments, ends)
        : ErrorMeanings.of(known.get(), arguments, ends);
  }

  private static String reason(List<AbiValue> arguments, MessageEnds ends) {
    if (!arguments.isEmpty()
        && arguments.get(0) instanceof AbiValue.Number number
        && number.value().bitLength() <= Byte.SIZE
        && number.value().longValueExact() < InvalidXnetMessageReason.values().length) {
      int code = (int) number.value().longValueExact();
      return ErrorMeanings.of(InvalidXnetMessageReason.ofCode(code), ends);
    }
    return ErrorMeanings.of(IpcError.INVALID_XNET_MESSAGE, arguments, ends);
  }

  /**
   * Error or value, and what it means.
   *
   * @return one line without the outcome, such as {@code InvalidXnetMessage(NoRoute): /r1/… and
   *     /r2/… have no common parent}
   */
  public String text() {
    return joined(description, meaning);
  }

  private static String joined(String description, String meaning) {
    return meaning.isEmpty() ? description : description + ": " + meaning;
  }

  /** The outcome and the text, such as {@code ActorErr: paused} or {@code Ok(2)}. */
  @Override
  public String toString() {
    if (outcome != OutcomeType.OK) {
      return outcome + ": " + text();
    }
    String value = description.isEmpty() ? "Ok" : "Ok(" + description + ")";
    return joined(value, meaning);
  }
}
