// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.json.JsonBoolean;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import io.crossline.vectors.form.Differences;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.suite.Fields;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A function of the gateway, as vectors write its arguments: as fields of a step, or under its name
 * in the {@code decoded} part of a scripted call.
 *
 * @param function the function
 * @param fields the names of its arguments
 * @param arguments how the arguments are written, as an object with these fields
 * @param returns how what it returns is written, if steps show it
 * @param <A> its arguments
 * @param <R> what it returns
 */
record GatewayOperation<A, R>(
    IpcFunction<A, R> function, List<String> fields, Form<A> arguments, Optional<Form<R>> returns) {

  /** The calldata of a step whose fields are the arguments. */
  Bytes calldata(Fields step) {
    Map<String, JsonValue> given = new LinkedHashMap<>();
    fields.forEach(name -> given.put(name, step.input(name)));
    return function.encodeCall(arguments.read(new JsonObject(step.object().place(), given)));
  }

  /** Compares what a step says that the function returns. */
  void compareReturned(Fields expect, Bytes data) {
    returns.ifPresent(form -> expect.expect("returns", form, function.decodeReturn(data)));
  }

  /** Compares what a scripted call says of its calldata with what the calldata says itself. */
  void compareDecoded(JsonValue decoded, Bytes data, Differences differences) {
    A actual;
    try {
      actual = function.decodeCall(data);
    } catch (MalformedInputException e) {
      differences.add(decoded, "calldata of something else: " + e.getMessage());
      return;
    }
    if (fields.isEmpty() && decoded instanceof JsonBoolean called) {
      if (!called.value()) {
        differences.add(decoded, "true");
      }
      return;
    }
    arguments.compare(asObject(decoded), actual, differences);
  }

  /** A single argument may stand for the object that would hold it alone. */
  private JsonValue asObject(JsonValue decoded) {
    if (fields.size() != 1) {
      return decoded;
    }
    Set<String> given = new HashSet<>();
    if (decoded instanceof JsonObject object) {
      given.addAll(object.fields().keySet());
      given.remove(ObjectForm.NOTE);
    }
    return given.equals(Set.copyOf(fields))
        ? decoded
        : new JsonObject(decoded.place(), Map.of(fields.get(0), decoded));
  }
}
