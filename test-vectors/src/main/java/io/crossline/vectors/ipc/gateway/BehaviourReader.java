// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.json.JsonObject;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.ipc.gateway.Script.Ending;
import io.crossline.vectors.ipc.gateway.ScriptedContract.Behaviour;
import io.crossline.vectors.ipc.gateway.ScriptedContract.PlainTransfers;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads how the contracts of a case behave. */
final class BehaviourReader {
  static final String EOA = "eoa";
  static final String EXCHANGE = "exchange";
  private static final String BY_KIND = "by-kind";

  /** Where the kind of an envelope stands in the calldata of {@code handleIpcMessage}. */
  private static final int KIND_AT = 36;

  private static final int WORD_BYTES = 32;

  private static final Shape PLAIN = Shape.of().in("kind").optionalIn("plainTransfers");
  private static final Shape DATA = PLAIN.in("data").optionalIn("calls");
  private static final Shape CALLS = PLAIN.in("data", "calls").optionalIn("returnLast");
  private static final Shape KINDS = PLAIN.optionalIn("Transfer", "Call", "Result");
  private static final Form<PlainTransfers> PLAIN_TRANSFERS =
      Forms.member(
          new PlainTransfers[] {PlainTransfers.REFUSED, PlainTransfers.CALLS},
          PlainTransfers::written);

  private static final Map<String, Kind> KINDS_OF_SCRIPT =
      Map.of(
          "returns", new Kind(DATA, fields -> Ending.returning(data(fields))),
          "returns-raw", new Kind(DATA, fields -> Ending.returningRaw(data(fields))),
          "reverts", new Kind(DATA, fields -> Ending.reverting(data(fields))),
          "out-of-gas", new Kind(PLAIN, fields -> Ending.reverting(Bytes.EMPTY)),
          "calls", new Kind(CALLS, BehaviourReader::afterCalls));

  private record Kind(Shape shape, Function<Fields, Ending> ending) {}

  private BehaviourReader() {}

  /** Reads the behaviour of a contract that has code and is no exchange. */
  static Behaviour read(VectorCase vector, JsonObject json) {
    if (json.required("kind").asText().equals(BY_KIND)) {
      return byKind(vector, json);
    }
    Fields fields = scriptFields(vector, json);
    Script script = script(vector, json, fields);
    return new Behaviour(calldata -> script, plainTransfers(fields));
  }

  private static Fields scriptFields(VectorCase vector, JsonObject json) {
    return vector.track(json, vector.named(json, "kind", KINDS_OF_SCRIPT).shape());
  }

  /** Whatever a script does in the end, the calls that it names come first. */
  private static Script script(VectorCase vector, JsonObject json, Fields fields) {
    fields.input("kind");
    List<ScriptedCall> calls =
        json.fields().containsKey("calls")
            ? ScriptedCall.readAll(vector, fields.input("calls"))
            : List.of();
    return new Script(calls, vector.named(json, "kind", KINDS_OF_SCRIPT).ending().apply(fields));
  }

  private static PlainTransfers plainTransfers(Fields fields) {
    return fields.optionalIn("plainTransfers", PLAIN_TRANSFERS).orElse(PlainTransfers.ACCEPTED);
  }

  /** One script for each kind of message; that for Transfers is also for all other calls. */
  private static Behaviour byKind(VectorCase vector, JsonObject json) {
    Fields fields = vector.track(json, KINDS);
    fields.input("kind");
    PlainTransfers plain = plainTransfers(fields);
    Map<EnvelopeKind, Script> scripts = new EnumMap<>(EnvelopeKind.class);
    for (EnvelopeKind kind : EnvelopeKind.values()) {
      if (fields.has(kind.wireName())) {
        JsonObject inner = fields.input(kind.wireName()).asObject();
        Fields innerFields = scriptFields(vector, inner);
        scripts.put(kind, script(vector, inner, innerFields));
        PlainTransfers innerPlain = plainTransfers(innerFields);
        if (kind == EnvelopeKind.TRANSFER && plain == PlainTransfers.ACCEPTED) {
          plain = innerPlain;
        }
      }
    }
    return new Behaviour(calldata -> scripts.getOrDefault(kindOf(calldata), Script.SILENT), plain);
  }

  private static EnvelopeKind kindOf(Bytes calldata) {
    if (calldata.size() >= KIND_AT + WORD_BYTES) {
      UInt256 word = calldata.getUInt256(KIND_AT);
      for (EnvelopeKind kind : EnvelopeKind.values()) {
        if (word.equals(UInt256.of(kind.code()))) {
          return kind;
        }
      }
    }
    return EnvelopeKind.TRANSFER;
  }

  private static Bytes data(Fields fields) {
    return fields.in("data", Forms.BYTES);
  }

  /** What a contract returns after its calls is data of its own, or what the last one gave. */
  private static Ending afterCalls(Fields fields) {
    Bytes data = data(fields);
    return fields.optionalIn("returnLast", Forms.BOOL).orElse(false)
        ? Ending.returningLast()
        : Ending.returning(data);
  }
}
