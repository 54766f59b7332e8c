// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.cli.ask.Rows;
import io.crossline.cli.ask.Shown;
import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonPlace;
import io.crossline.core.json.JsonWriter;
import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReader;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ResultExplanation;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.rpc.GatewayLogs;
import io.crossline.ipc.trace.MessageTrace;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.ResultMsg;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explains what gateways of IPC logged: each message, and where it is as far as the logs show. */
final class ExplainIpc implements EthReader.Sink {
  private final List<GatewayLogs.Network> networks;
  private final GatewayLogs gateways;
  private Optional<SubnetId> from = Optional.empty();
  private long logs;
  private long receipts;

  ExplainIpc(List<GatewayLogs.Network> networks) {
    this.networks = networks;
    gateways = new GatewayLogs(networks);
  }

  /** What comes next is of this network; nothing if it may be of any. */
  void turnTo(Optional<SubnetId> network) {
    from = network;
  }

  @Override
  public void receipt(EthReceipt receipt, List<JsonPlace> places) {
    receipts++;
    logs += receipt.logs().size();
    gateways.add(receipt, from);
  }

  @Override
  public void log(EthLog log, JsonPlace place) {
    logs++;
    try {
      gateways.add(log, from);
    } catch (MalformedInputException e) {
      throw log.defect().isPresent() ? e : new InvalidJsonException(place, e.getMessage());
    }
  }

  void print(PrintWriter out, boolean json) {
    List<MessageTrace> traces = gateways.traces(ExplainIpc::name).traces();
    if (json) {
      Map<String, @Nullable Object> document = new LinkedHashMap<>();
      document.put("receipts", receipts);
      document.put("logs", logs);
      document.put("messages", traces.stream().map(ExplainIpc::fields).toList());
      document.put("otherEvents", gateways.unknown().stream().map(ExplainIpc::topic).toList());
      out.println(JsonWriter.write(document));
      return;
    }
    networks.forEach(
        network ->
            out.printf(
                "%s  %s, gateway %s%n", name(network.id()), network.id(), network.gateway()));
    for (MessageTrace trace : traces) {
      out.println();
      trace.lines().forEach(out::println);
      trace.envelope().ifPresent(envelope -> Rows.print("  ", content(envelope), out));
      out.println("  status  " + trace.status());
    }
    gateways
        .unknown()
        .forEach(
            log ->
                out.println("An event of a gateway that is not known here, topic " + topic(log)));
    out.println();
    out.println(
        ExplainText.counted(logs, "log") + ", " + ExplainText.counted(traces.size(), "message"));
    if (traces.isEmpty()) {
      out.println("No message: none of the logs is an event of a gateway about a message.");
    }
  }

  /** Short enough for a line that names several: /r314/0x763f…2c10. */
  private static String name(SubnetId id) {
    StringBuilder name = new StringBuilder("/r").append(id.root());
    for (EthAddress actor : id.route()) {
      String text = actor.toString();
      name.append('/').append(text, 0, 6).append('…').append(text.substring(text.length() - 4));
    }
    return name.toString();
  }

  private static String topic(EthLog log) {
    return log.topics().stream().findFirst().map(Bytes32::toString).orElse("none");
  }

  /** What the message says beside its ends, which stand in its trace. */
  private static Map<String, @Nullable Object> content(IpcEnvelope envelope) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("hash", envelope.hash().toString());
    fields.put("value", envelope.value().toString());
    fields.put("originalNonce", envelope.originalNonce().toString());
    call(envelope).ifPresent(call -> fields.put("call", call));
    result(envelope).ifPresent(result -> fields.put("result", result));
    return fields;
  }

  /** What a Result says, and what its data mean: a value, or an error that may be cut. */
  private static Optional<Map<String, @Nullable Object>> result(IpcEnvelope envelope) {
    if (envelope.kind() != EnvelopeKind.RESULT) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    try {
      ResultMsg result = ResultMsgAbi.decode(envelope.message());
      fields.put("answers", result.id().toString());
      fields.put("outcome", result.outcome().toString());
      fields.put("ret", result.ret().toString());
      fields.put("meaning", ResultExplanation.of(result).toString());
    } catch (MalformedInputException notAResult) {
      fields.put("problem", "its message is no ResultMsg: " + notAResult.getMessage());
    }
    return Optional.of(fields);
  }

  private static Optional<Map<String, @Nullable Object>> call(IpcEnvelope envelope) {
    if (envelope.kind() != EnvelopeKind.CALL) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    try {
      CallMsg call = CallMsg.decode(envelope.message());
      fields.put("method", call.method().toString());
      fields.put("params", call.params().toString());
    } catch (MalformedInputException notACall) {
      fields.put("problem", "its message is no CallMsg: " + notACall.getMessage());
    }
    return Optional.of(fields);
  }

  private static Map<String, @Nullable Object> fields(MessageTrace trace) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("tracingId", trace.tracingId().toString());
    fields.put("copy", trace.copy());
    fields.put("copies", trace.copies());
    fields.put("envelope", trace.envelope().map(Shown::envelope).orElse(null));
    fields.put("call", trace.envelope().flatMap(ExplainIpc::call).orElse(null));
    fields.put("result", trace.envelope().flatMap(ExplainIpc::result).orElse(null));
    fields.put("status", trace.status().name());
    fields.put("hop", trace.hop().orElse(null));
    fields.put("hops", Shown.of(trace.hops()));
    fields.put("waitsFor", Shown.of(trace.waitsFor()));
    fields.put("answers", Shown.of(trace.answers()));
    fields.put(
        "answer",
        trace
            .answer()
            .map(
                answer -> {
                  Map<String, @Nullable Object> its = new LinkedHashMap<>();
                  its.put("outcome", answer.result().outcome().toString());
                  its.put("ret", answer.result().ret().toString());
                  its.put("meaning", answer.explanation().toString());
                  its.put("value", answer.value().toString());
                  its.put("tracingId", answer.way().tracingId().toString());
                  its.put("status", answer.way().status().name());
                  return its;
                })
            .orElse(null));
    fields.put("notes", trace.notes());
    return fields;
  }
}
