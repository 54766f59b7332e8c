// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonNull;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.JsonWriter;
import java.util.Optional;
import java.util.function.Function;

/**
 * The envelope of JSON-RPC 2.0 around answers and requests. What comes without one is taken as it
 * is, since people save either.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class JsonRpc {
  private JsonRpc() {}

  /**
   * What a node answered.
   *
   * @param answer {@code {"jsonrpc", "id", "result"}}, {@code {"jsonrpc", "id", "error"}}, or a
   *     result without an envelope
   * @return the result
   * @throws RpcErrorException if the answer is an error
   * @throws InvalidJsonException if there is neither result nor error, or the result is null: the
   *     node does not know what it was asked for
   */
  public static JsonValue result(JsonValue answer) {
    if (!(answer instanceof JsonObject object)) {
      return answer;
    }
    requireNoError(object);
    Optional<JsonValue> result = object.optional("result");
    if (result.isPresent()) {
      return known(result.get());
    }
    if (object.optional("jsonrpc").isPresent()) {
      throw object.invalid("a JSON-RPC answer must have a result or an error, found neither");
    }
    return answer;
  }

  /**
   * The parameters of a request.
   *
   * @param request {@code {"jsonrpc", "id", "method", "params"}} with the parameters by name, or
   *     these parameters without an envelope
   * @param method what the request must ask for
   * @return the parameters
   * @throws InvalidJsonException if the request asks for something else, or its parameters are not
   *     by name
   */
  public static JsonObject params(JsonValue request, String method) {
    JsonObject object = request.asObject();
    Optional<JsonValue> asked = object.optional("method");
    if (asked.isEmpty()) {
      return object;
    }
    if (!asked.get().asText().equals(method)) {
      throw asked.get().invalid("must be " + method + ", found " + asked.get().asText());
    }
    return object.optional("params").map(JsonValue::asObject).orElse(object);
  }

  /**
   * Reads text and takes an answer out of its envelope.
   *
   * @param name what to call the text in errors
   * @param json the text
   * @return the result
   * @throws InvalidJsonException as {@link #result} does, or if it is no JSON
   */
  public static JsonValue answer(String name, String json) {
    return result(JsonReader.read(name, json));
  }

  static JsonValue known(JsonValue result) {
    if (result instanceof JsonNull) {
      throw result.invalid(
          "the node's answer is null: it does not know what it was asked for."
              + " Is the hash right, of this network, and the transaction in a block?");
    }
    return result;
  }

  /**
   * Refuses an answer that is an error.
   *
   * @param answer the answer
   * @throws RpcErrorException if it has an error that is not null
   */
  static void requireNoError(JsonObject answer) {
    Optional<JsonValue> error = RpcReader.optional(answer, "error", Function.identity());
    if (error.isPresent()) {
      throw error(error.get());
    }
  }

  private static RpcErrorException error(JsonValue value) {
    if (!(value instanceof JsonObject error)) {
      return new RpcErrorException(
          value.place(), value instanceof JsonText text ? text.value() : JsonWriter.write(value));
    }
    return new RpcErrorException(
        error.place(),
        RpcReader.told(error, RpcReader::signed, "code").orElse(0L),
        RpcReader.told(error, JsonValue::asText, "message").orElse("without a message"),
        RpcReader.optional(error, "data", Function.identity()));
  }
}
