// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.core.rpc.JsonRpc;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.rpc.CoreLogs;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The document to be explained: logs, and the receipts that some of them stood in. */
final class ExplainInput {
  private final JsonValue document;
  private final List<EthReceipt> receipts = new ArrayList<>();
  private final List<EthLog> logs = new ArrayList<>();
  private final Map<EthLog, JsonValue> places = new IdentityHashMap<>();

  private ExplainInput(JsonValue document) {
    this.document = document;
  }

  /**
   * Takes a receipt, a log, or an array of them, with or without an envelope of JSON-RPC.
   *
   * @throws MalformedInputException if there is something else in it, with the place
   */
  static ExplainInput read(JsonValue answer) {
    JsonValue document = JsonRpc.result(answer);
    ExplainInput input = new ExplainInput(document);
    if (document instanceof JsonArray array) {
      array.items().forEach(item -> input.add(JsonRpc.result(item)));
    } else {
      input.add(document);
    }
    return input;
  }

  private void add(JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      throw value.invalid("must be a receipt, a log or an array of them, found " + value.kind());
    }
    Optional<JsonValue> inside = object.optional("logs");
    if (inside.isPresent()) {
      EthReceipt receipt = EthReceipt.read(object);
      receipts.add(receipt);
      if (receipt.succeeded()) {
        add(receipt.logs(), inside.get().asArray().items());
      }
    } else if (object.optional("topics").isPresent()) {
      add(List.of(EthLog.read(object)), List.of(object));
    } else if (object.optional("input").isPresent()) {
      throw object.invalid(
          "this is a transaction. Its receipt is needed: ask the node with"
              + " eth_getTransactionReceipt");
    } else {
      throw object.invalid(
          "neither a receipt (there is no field \"logs\") nor a log (there is no field"
              + " \"topics\")");
    }
  }

  private void add(List<EthLog> read, List<JsonValue> at) {
    for (int i = 0; i < read.size(); i++) {
      logs.add(read.get(i));
      places.put(read.get(i), at.get(i));
    }
  }

  /** What the logs stand in. */
  JsonValue document() {
    return document;
  }

  /** The receipts, in order. */
  List<EthReceipt> receipts() {
    return receipts;
  }

  /** The logs of receipts that succeeded and the logs on their own, as they were given. */
  List<EthLog> logs() {
    return logs;
  }

  /**
   * The event of a core contract that a log is, if it is one.
   *
   * @throws MalformedInputException if it does not fit, with the place of the log
   */
  Optional<CoreEvent> event(EthLog log, EthAddress core) {
    try {
      return CoreLogs.event(log, core);
    } catch (MalformedInputException e) {
      throw Objects.requireNonNull(places.get(log)).invalid(e.getMessage());
    }
  }
}
