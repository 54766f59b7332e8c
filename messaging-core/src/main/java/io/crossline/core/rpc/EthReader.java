// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonNull;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonPlace;
import io.crossline.core.json.JsonStream;
import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.MalformedInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Finds receipts and logs in what nodes and tools give, one after the other, so that the whole need
 * not fit into memory. They may stand as they are, in arrays of any depth, in answers of JSON-RPC
 * and batches of them, in the notifications of a subscription, in the answers of Etherscan, and in
 * the files that Foundry writes of a broadcast.
 *
 * <p>Not thread-safe: one thread reads a stream.
 */
public final class EthReader {
  /** What arrays of receipts and logs stand under, in an object that is neither. */
  private static final List<String> LISTS = List.of("result", "receipts");

  /** What an object stands under that holds one of them. */
  private static final List<String> WRAPPERS = List.of("result", "params", "receipt");

  private final JsonStream json;
  private final Sink sink;

  private EthReader(JsonStream json, Sink sink) {
    this.json = json;
    this.sink = sink;
  }

  /**
   * Is told what is found.
   *
   * <p>Called on the thread that reads.
   */
  public interface Sink {
    /**
     * A receipt.
     *
     * @param receipt the receipt
     * @param places where each of its logs begins
     */
    void receipt(EthReceipt receipt, List<JsonPlace> places);

    /**
     * A log that stands in no receipt.
     *
     * @param log the log
     * @param place where it begins
     */
    void log(EthLog log, JsonPlace place);

    /**
     * An object that is neither, and no envelope.
     *
     * @param object the object
     * @return whether it is to be passed over, instead of refused
     */
    default boolean other(JsonObject object) {
      return false;
    }
  }

  /**
   * Reads the value that comes in a stream.
   *
   * @param json a stream that stands before a value
   * @param sink is told each receipt and log, in order
   * @throws InvalidJsonException if there is something else, with the place
   * @throws RpcErrorException if an answer is an error
   */
  public static void read(JsonStream json, Sink sink) {
    new EthReader(json, sink).read();
  }

  private void read() {
    if (json.isArray()) {
      json.items(this::read);
    } else if (json.isObject()) {
      object();
    } else {
      JsonValue value = json.value();
      throw value.invalid("must be a receipt, a log or an array of them, found " + value.kind());
    }
  }

  /**
   * What lies in an envelope is gone through as it comes, and leaves an empty array, so that it is
   * not read again; all else of an object is small.
   */
  private void object() {
    JsonPlace place = json.place();
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    json.fields(
        name -> {
          JsonPlace at = json.place();
          if (LISTS.contains(name) && json.isArray()) {
            json.items(this::read);
            fields.put(name, new JsonArray(at, List.of()));
          } else if (WRAPPERS.contains(name) && json.isObject()) {
            object();
            fields.put(name, new JsonArray(at, List.of()));
          } else {
            fields.put(name, json.value());
          }
        });
    whole(new JsonObject(place, fields));
  }

  private void whole(JsonObject object) {
    if (has(object, "logs") || isReceiptWithoutLogs(object)) {
      receipt(object);
    } else if (object.optional("topics").isPresent()) {
      log(object);
    } else if (isHead(object)) {
      // The subscription of new heads, on the same line as that of logs.
      return;
    } else {
      envelope(object);
    }
  }

  /** A block that a subscription told of, which has no transactions. */
  private static boolean isHead(JsonObject object) {
    return has(object, "parentHash")
        && has(object, "logsBloom")
        && object.optional("transactions").isEmpty();
  }

  private static boolean has(JsonObject object, String field) {
    return !RpcReader.isNothing(object, field);
  }

  private static boolean isReceiptWithoutLogs(JsonObject object) {
    return object.optional("logs").isPresent() || has(object, "cumulativeGasUsed");
  }

  private void receipt(JsonObject object) {
    EthReceipt receipt = EthReceipt.read(object);
    sink.receipt(
        receipt,
        RpcReader.optional(object, "logs", logs -> RpcReader.list(logs, JsonValue::place))
            .orElse(List.of()));
  }

  private void envelope(JsonObject object) {
    JsonRpc.requireNoError(object);
    Optional<JsonValue> result = object.optional("result");
    if (result.isPresent()) {
      result(object, result.get());
    } else if (has(object, "params")) {
      within(object.required("params"));
    } else if (has(object, "receipt")) {
      within(object.required("receipt"));
    } else if (has(object, "receipts")) {
      within(object.required("receipts"));
    } else if (has(object, "address") && !has(object, "abi")) {
      // What a log of ours lacks is named by who reads it; one of another contract does not matter.
      log(object);
    } else if (!sink.other(object)) {
      throw unknown(object);
    }
  }

  private void log(JsonObject object) {
    sink.log(EthLog.read(object), object.place());
  }

  private void result(JsonObject answer, JsonValue result) {
    boolean refused =
        RpcReader.told(answer, JsonValue::asText, "status").filter("0"::equals).isPresent();
    if (result instanceof JsonText || refused && result instanceof JsonNull) {
      refusal(answer, result, refused);
    } else if (result instanceof JsonArray array) {
      array.items().forEach(this::within);
    } else {
      within(JsonRpc.known(result));
    }
  }

  /**
   * A text is no log: the id of a subscription, or what an explorer says of a request that it does
   * not answer.
   */
  private static void refusal(JsonObject answer, JsonValue result, boolean refused) {
    String text = result instanceof JsonText said ? said.value() : "";
    if (refused || !text.startsWith("0x")) {
      throw new RpcErrorException(
          result.place(),
          RpcReader.told(answer, JsonValue::asText, "message")
              .map(message -> text.isEmpty() ? message : message + ", " + text)
              .orElse(text));
    }
  }

  private void within(JsonValue value) {
    if (value instanceof JsonArray array) {
      array.items().forEach(this::within);
    } else if (value instanceof JsonObject object) {
      whole(object);
    } else {
      throw value.invalid("must be a receipt, a log or an array of them, found " + value.kind());
    }
  }

  private static InvalidJsonException unknown(JsonObject object) {
    if (object.optional("jsonrpc").isPresent()) {
      return object.invalid("a JSON-RPC answer must have a result or an error, found neither");
    } else if (object.optional("input").isPresent()) {
      return object.invalid(
          "this is a transaction. Its receipt is needed: ask the node with"
              + " eth_getTransactionReceipt");
    }
    return object.invalid(
        "neither a receipt (there is no field \"logs\") nor a log (there is no field"
            + " \"topics\")");
  }

  /** All receipts of a text. */
  static List<EthReceipt> receipts(String name, String json) {
    List<EthReceipt> found = new ArrayList<>();
    all(name, json, receiptsInto(found));
    return List.copyOf(found);
  }

  private static Sink receiptsInto(List<EthReceipt> found) {
    return new Sink() {
      @Override
      public void receipt(EthReceipt receipt, List<JsonPlace> places) {
        found.add(receipt);
      }

      @Override
      public void log(EthLog log, JsonPlace place) {
        throw new InvalidJsonException(place, "must be a receipt, found a log on its own");
      }
    };
  }

  /** All logs of a text, in receipts and on their own. */
  static List<EthLog> logs(String name, String json) {
    List<EthLog> found = new ArrayList<>();
    all(name, json, logsInto(found));
    return List.copyOf(found);
  }

  private static Sink logsInto(List<EthLog> found) {
    return new Sink() {
      @Override
      public void receipt(EthReceipt receipt, List<JsonPlace> places) {
        found.addAll(receipt.mayHaveLogs() ? receipt.logs() : List.of());
      }

      @Override
      public void log(EthLog log, JsonPlace place) {
        found.add(log);
      }
    };
  }

  private static void all(String name, String text, Sink sink) {
    try (JsonStream json = JsonStream.of(name, text)) {
      if (!json.next()) {
        throw new InvalidJsonException(json.place(), "not JSON: the document is empty");
      }
      do {
        read(json, sink);
      } while (json.next());
    }
  }

  /** The only one that a text holds. */
  static <T> T one(String name, String json, BiFunction<String, String, List<T>> all) {
    List<T> found = all.apply(name, json);
    if (found.size() != 1) {
      throw new MalformedInputException(
          name + ": must be one, found " + found.size() + "; parseAll reads all of them");
    }
    return found.get(0);
  }
}
