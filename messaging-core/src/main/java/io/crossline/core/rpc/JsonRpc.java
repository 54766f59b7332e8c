// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonNull;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonValue;
import java.util.Optional;

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
    Optional<JsonValue> error =
        object.optional("error").filter(value -> !(value instanceof JsonNull));
    if (error.isPresent()) {
      throw error(error.get().asObject());
    }
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

  private static JsonValue known(JsonValue result) {
    if (result instanceof JsonNull) {
      throw result.invalid(
          "the node's answer is null: it does not know what it was asked for."
              + " Is the hash right, of this network, and the transaction in a block?");
    }
    return result;
  }

  private static RpcErrorException error(JsonObject error) {
    return new RpcErrorException(
        error.place(),
        RpcReader.signed(error.required("code")),
        error.required("message").asText(),
        error.optional("data").filter(data -> !(data instanceof JsonNull)));
  }
}
