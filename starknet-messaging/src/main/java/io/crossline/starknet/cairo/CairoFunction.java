// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.cairo;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.CairoParameters;
import io.crossline.starknet.CairoReadException;
import io.crossline.starknet.CairoType;
import io.crossline.starknet.CairoTypes;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A function of a class: its parameters by name and type.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name its name
 * @param isHandler whether messages from L1 reach it; then {@code from_address} is not among its
 *     parameters here
 * @param parameters the types of its parameters by name, in order
 * @param outputs the types of what it returns, in order
 */
public record CairoFunction(
    String name,
    boolean isHandler,
    Map<String, CairoType<?>> parameters,
    List<CairoType<?>> outputs) {
  /** Copies the parameters and the outputs. */
  public CairoFunction {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    outputs = List.copyOf(outputs);
  }

  static CairoFunction read(JsonObject entry, AbiTypes types) {
    boolean handler = entry.required("type").asText().equals("l1_handler");
    List<JsonValue> inputs = new ArrayList<>(entry.required("inputs").asArray().items());
    if (handler) {
      if (inputs.isEmpty()) {
        throw entry.invalid("an l1_handler has from_address as its first input");
      }
      inputs.remove(0);
    }
    Map<String, CairoType<?>> parameters = new LinkedHashMap<>();
    for (JsonValue input : inputs) {
      JsonObject parameter = input.asObject();
      String name = parameter.required("name").asText();
      JsonValue type = parameter.required("type");
      String text = type.asText();
      if (text.endsWith("*")) {
        // Cairo 0 has an array's length as a parameter of its own before it.
        if (parameters.remove(name + "_len") == null) {
          throw type.invalid("an array needs " + name + "_len before it");
        }
        parameters.put(name, CairoTypes.array(types.type(text.substring(0, text.length() - 1))));
      } else if (parameters.put(name, types.type(type)) != null) {
        throw input.invalid("the parameter " + name + " stands twice");
      }
    }
    List<CairoType<?>> outputs = new ArrayList<>();
    entry
        .optional("outputs")
        .ifPresent(
            all ->
                all.asArray()
                    .items()
                    .forEach(
                        one -> {
                          JsonValue type = one.asObject().required("type");
                          if (!type.asText().endsWith("*")) {
                            outputs.add(types.type(type));
                          }
                        }));
    return new CairoFunction(entry.required("name").asText(), handler, parameters, outputs);
  }

  /**
   * The selector that reaches it.
   *
   * @return the selector of its name
   */
  public Selector selector() {
    return Selector.ofName(name);
  }

  /**
   * Writes arguments.
   *
   * @param arguments a value for each parameter, in order, as {@link CairoType#encode} takes it
   * @return the payload of a message to it, or the calldata of a call
   * @throws MalformedInputException if there are more or fewer, or one is not of its type; the
   *     message names the parameter
   */
  public Payload encode(Object... arguments) {
    if (arguments.length != parameters.size()) {
      throw new MalformedInputException(
          name
              + ": found "
              + arguments.length
              + " arguments, its parameters are "
              + parameters.keySet());
    }
    Map<String, Object> named = new LinkedHashMap<>();
    List<Object> values = Arrays.asList(arguments);
    for (String parameter : parameters.keySet()) {
      named.put(parameter, values.get(named.size()));
    }
    return encode(named);
  }

  /**
   * Writes arguments by their names.
   *
   * @param arguments a value for each parameter, as {@link CairoType#encode} takes it
   * @return the payload of a message to it, or the calldata of a call
   * @throws MalformedInputException if one is missing, unknown or not of its type
   */
  public Payload encode(Map<String, ?> arguments) {
    return Payload.of(CairoTypes.struct(name, parameters).encode(arguments));
  }

  /**
   * Reads arguments.
   *
   * @param payload the payload of a message to it, or the calldata of a call
   * @return the arguments by name, in order
   * @throws CairoReadException if it does not fit, with what the contract panics with
   * @throws MalformedInputException if a word is no felt
   */
  public Map<String, Object> decode(Payload payload) {
    List<Object> values =
        new CairoParameters(List.copyOf(parameters.values()), isHandler ? 2 : 1)
            .read(payload.felts());
    Map<String, Object> named = new LinkedHashMap<>();
    for (String parameter : parameters.keySet()) {
      named.put(parameter, values.get(named.size()));
    }
    return Collections.unmodifiableMap(named);
  }

  /**
   * Reads what a call returned.
   *
   * @param returned the felts
   * @return a value for each output
   * @throws MalformedInputException if they do not fit
   */
  public List<Object> decodeReturned(List<Felt> returned) {
    return new CairoParameters(outputs, 1).read(returned);
  }
}
