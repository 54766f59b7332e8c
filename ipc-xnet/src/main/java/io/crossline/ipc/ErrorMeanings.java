// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.json.JsonFile;
import io.crossline.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each error and each text of a {@code require} means, in the words of {@code
 * error-meanings.json} beside this class. {@code {0}} stands for its first argument, {@code {from}}
 * and {@code {to}} for the message's sender and receiver, {@code {source}} and {@code
 * {destination}} for their networks, {@code {by}} for the network that answered.
 */
final class ErrorMeanings {
  private static final String FILE = "error-meanings.json";
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final JsonObject MEANINGS = read();
  private static final JsonObject OF_ERRORS = MEANINGS.required("errors").asObject();
  private static final JsonObject OF_TEXTS = MEANINGS.required("texts").asObject();

  private ErrorMeanings() {}

  private static JsonObject read() {
    try (InputStream in = ErrorMeanings.class.getResourceAsStream(FILE)) {
      return JsonFile.read(FILE, Objects.requireNonNull(in)).asObject();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String of(IpcError error, List<AbiValue> arguments, MessageEnds ends) {
    return fill(OF_ERRORS.required(error.errorName()).asText(), arguments, ends);
  }

  /** Nothing for a text that is the receiver's own. */
  static Optional<String> of(String text, MessageEnds ends) {
    return OF_TEXTS.optional(text).map(meaning -> fill(meaning.asText(), List.of(), ends));
  }

  static String of(InvalidXnetMessageReason reason, MessageEnds ends) {
    String meaning =
        switch (reason) {
          case SENDER -> "{from} is no contract, and only a contract may send a Call";
          case DST_SUBNET ->
              ends.to().filter(to -> to.subnetId().isEmpty()).isPresent()
                  ? "the message names no destination"
                  : "no registered child of {by} leads to {destination}";
          case NONCE -> "{nonce} is not the one that {by} expects next";
          case VALUE -> "the value must not be 0";
          case KIND -> "the kind of message is not allowed";
          case REFLEXIVE_SEND -> "{destination} is the network that it is sent from";
          case NO_ROUTE ->
              related(ends)
                  ? "{destination} lies under another root than {by}"
                  : "{source} and {destination} have no common parent";
          case INCOMPATIBLE_SUPPLY_SOURCE ->
              "the subnets that {by} joins between {source} and {destination} do not count in the"
                  + " same asset";
        };
    return fill(meaning, List.of(), ends);
  }

  private static boolean related(MessageEnds ends) {
    return ends.from().isPresent()
        && ends.to().isPresent()
        && !ends.from().get().subnetId().commonParent(ends.to().get().subnetId()).isEmpty();
  }

  private static String fill(String meaning, List<AbiValue> arguments, MessageEnds ends) {
    Matcher places = PLACE.matcher(meaning);
    return places.replaceAll(
        place -> Matcher.quoteReplacement(said(place.group(1), arguments, ends)));
  }

  private static String said(String place, List<AbiValue> arguments, MessageEnds ends) {
    return switch (place) {
      case "from" -> ends.sender();
      case "to" -> ends.receiver();
      case "source" -> ends.senderNetwork();
      case "destination" -> ends.receiverNetwork();
      case "by" -> ends.answerer();
      case "value" -> ends.amount();
      case "nonce" -> ends.number();
      default -> argument(Integer.parseInt(place), arguments);
    };
  }

  private static String argument(int index, List<AbiValue> arguments) {
    if (index >= arguments.size()) {
      return "…";
    }
    AbiValue value = arguments.get(index);
    return value instanceof AbiValue.Text text ? text.value() : value.toString();
  }
}
