// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.cairo;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.CairoType;
import io.crossline.starknet.Selector;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ABI of a Cairo class: its functions, handlers, events and types by name, so that payloads and
 * calldata can be written and read without a word counted by hand. Takes ABIs of Cairo 1 and of
 * Cairo 0, where an array is a pair of parameters, {@code x_len: felt, x: felt*}.
 *
 * <p>Immutable and thread-safe.
 */
public final class CairoAbi {
  private final AbiTypes types;
  private final Map<String, CairoFunction> functions = new LinkedHashMap<>();
  private final Map<String, CairoFunction> handlers = new LinkedHashMap<>();
  private final AbiEvents events;

  private CairoAbi(JsonArray entries) {
    types = new AbiTypes(entries);
    for (JsonValue entry : entries.items()) {
      add(entry.asObject());
    }
    events = new AbiEvents(entries, types);
  }

  private void add(JsonObject entry) {
    switch (entry.required("type").asText()) {
      case "function", "constructor" -> {
        CairoFunction function = CairoFunction.read(entry, types);
        functions.put(function.name(), function);
      }
      case "l1_handler" -> {
        CairoFunction handler = CairoFunction.read(entry, types);
        handlers.put(handler.name(), handler);
      }
      case "interface" ->
          entry.required("items").asArray().items().forEach(item -> add(item.asObject()));
      default -> {
        // Types and events have places of their own; what else there is has no arguments.
      }
    }
  }

  /**
   * Reads an ABI.
   *
   * @param json the ABI, an array; or a whole class, an object with an {@code abi} that is an array
   *     or a text of one, as files and nodes have it
   * @return the ABI
   * @throws InvalidJsonException if it is no ABI; the message says where
   */
  public static CairoAbi parse(String json) {
    return of(JsonReader.read("ABI", json));
  }

  /**
   * Reads an ABI.
   *
   * @param json as {@link #parse} takes it
   * @return the ABI
   * @throws InvalidJsonException if it is no ABI; the message says where
   */
  public static CairoAbi of(JsonValue json) {
    JsonValue abi = json instanceof JsonObject whole ? whole.required("abi") : json;
    if (abi instanceof JsonText text) {
      return of(JsonReader.read("abi", text.value()));
    }
    try {
      return new CairoAbi(abi.asArray());
    } catch (InvalidJsonException invalid) {
      throw invalid;
    } catch (MalformedInputException malformed) {
      throw abi.invalid(malformed.getMessage());
    }
  }

  /**
   * A function that accounts and contracts call, or the constructor.
   *
   * @param name its name
   * @return the function
   * @throws MalformedInputException if there is none; the message says what there is
   */
  public CairoFunction function(String name) {
    return named(name, functions, "function");
  }

  /**
   * A handler of messages from L1.
   *
   * @param name its name
   * @return the handler; its parameters are those of the payload, without {@code from_address}
   * @throws MalformedInputException if there is none; the message says what there is
   */
  public CairoFunction handler(String name) {
    return named(name, handlers, "l1_handler");
  }

  private static CairoFunction named(String name, Map<String, CairoFunction> known, String what) {
    CairoFunction found = known.get(name);
    if (found == null) {
      throw new MalformedInputException(
          "the ABI has no "
              + what
              + " \""
              + name
              + "\". "
              + Suggestion.instead(name, known.keySet()));
    }
    return found;
  }

  /**
   * The handler that a message reaches.
   *
   * @param selector the selector of the message
   * @return the handler, or nothing
   */
  public Optional<CairoFunction> handler(Selector selector) {
    return handlers.values().stream().filter(one -> one.selector().equals(selector)).findFirst();
  }

  /**
   * The function that a call reaches.
   *
   * @param selector the selector of the call
   * @return the function, or nothing
   */
  public Optional<CairoFunction> function(Selector selector) {
    return functions.values().stream().filter(one -> one.selector().equals(selector)).findFirst();
  }

  /**
   * The names of the functions.
   *
   * @return in the order of the ABI
   */
  public Set<String> functionNames() {
    return Collections.unmodifiableSet(functions.keySet());
  }

  /**
   * The names of the handlers.
   *
   * @return in the order of the ABI
   */
  public Set<String> handlerNames() {
    return Collections.unmodifiableSet(handlers.keySet());
  }

  /**
   * A type, which may be a struct or an enum of the class.
   *
   * @param name its name: with its path, or the last part where that is unique
   * @return the type
   * @throws MalformedInputException if there is none
   */
  public CairoType<?> type(String name) {
    return types.type(name);
  }

  /**
   * Reads an event.
   *
   * @param event the keys and the data, as a log
   * @return the event; nothing if it is none of this class
   * @throws MalformedInputException if its keys say that it is one, and it does not hold its fields
   */
  public Optional<CairoEvent> event(Log event) {
    return events.decode(event);
  }

  /**
   * Writes an event, as the contract emits it.
   *
   * @param name the name of the event
   * @param fields its fields by name
   * @return keys and data
   * @throws MalformedInputException if there is no such event, or a field is not of its type
   */
  public CairoEvent.Written encodeEvent(String name, Map<String, ?> fields) {
    return events.encode(name, fields);
  }
}
