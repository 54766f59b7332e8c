// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.cairo;

import io.crossline.core.json.JsonWriter;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.CairoReadException;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.PanicText;
import io.crossline.starknet.Selector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * ABIs in whose words messages are told. A message is read by the handler with its selector; where
 * several ABIs have one, by the first that its payload fits.
 *
 * <p>Immutable and thread-safe.
 *
 * @param abis the ABIs
 */
public record CairoAbis(List<CairoAbi> abis) {
  /** No ABI. */
  public static final CairoAbis NONE = new CairoAbis(List.of());

  /** Copies the list. */
  public CairoAbis {
    abis = List.copyOf(abis);
  }

  /**
   * A message in the words of an ABI.
   *
   * <p>Immutable and thread-safe, as far as the arguments are.
   *
   * @param handler the name of the handler
   * @param arguments what it reads, by name; none if the payload does not fit
   * @param problem why the payload does not fit, with what the handler panics with; nothing if it
   *     fits
   */
  public record Told(String handler, Map<String, Object> arguments, Optional<String> problem) {
    /** The arguments on one line, such as {@code (amount: "5")}. */
    @Override
    public String toString() {
      return problem.isPresent()
          ? "(" + problem.get() + ")"
          : arguments.entrySet().stream()
              .map(
                  argument ->
                      argument.getKey()
                          + ": "
                          + JsonWriter.write(CairoJson.write(argument.getValue())))
              .collect(Collectors.joining(", ", "(", ")"));
    }
  }

  /**
   * Tells a message.
   *
   * @param message the message
   * @return its handler and arguments; nothing if no ABI has a handler with its selector
   */
  public Optional<Told> tell(L1ToL2Message message) {
    Optional<Told> first = Optional.empty();
    if (!Felt.fits(message.selector())) {
      return first;
    }
    Selector selector = Selector.of(message.selector());
    for (CairoAbi abi : abis) {
      Optional<Told> told = abi.handler(selector).map(handler -> tell(handler, message));
      if (told.isPresent() && told.get().problem().isEmpty()) {
        return told;
      }
      first = first.or(() -> told);
    }
    return first;
  }

  private static Told tell(CairoFunction handler, L1ToL2Message message) {
    try {
      return new Told(handler.name(), handler.decode(message.payloadWords()), Optional.empty());
    } catch (CairoReadException unread) {
      String panic = PanicText.of(unread.panic());
      return new Told(handler.name(), Map.of(), Optional.of(panic + ": " + unread.getMessage()));
    } catch (MalformedInputException noFelt) {
      return new Told(handler.name(), Map.of(), Optional.of(noFelt.getMessage()));
    }
  }
}
