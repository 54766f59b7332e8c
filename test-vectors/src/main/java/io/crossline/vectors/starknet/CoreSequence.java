// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.Revert;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.LogStateTransitionFact;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.SentMessage;
import io.crossline.starknet.l1.UpdateState;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the steps of a sequence and compares each of them. Not thread-safe. */
final class CoreSequence {
  /** The collector in recordings of the whole contract. */
  static final EthAddress COLLECTOR =
      EthAddress.parse("0x00000000000000000000000000000000000fee00");

  private static final Shape RETURNS = Shape.of().optionalExpect("msgHash", "nonce");
  private static final Shape SUCCESS = Shape.of().expect("returns", "events");
  private static final Shape RAW = Shape.of().in("step").expect("calldata", "output", "logs");
  private static final Form<List<Log>> LOGS =
      Forms.list(
          ObjectForm.<Log>of()
              .field("topics", Forms.list(Forms.BYTES32), Log::topics)
              .field("data", Forms.BYTES, Log::data)
              .build(
                  read ->
                      new Log(
                          TwinCores.CORE,
                          read.list("topics", Bytes32.class),
                          read.get("data", Bytes.class))));

  private final VectorCase vector;
  private final Map<String, CoreSteps.Kind> operations;
  private final TwinCores cores;
  private final Set<Bytes32> toL2 = new LinkedHashSet<>();
  private final Set<Bytes32> toL1 = new LinkedHashSet<>();
  private final Map<Integer, List<Fields>> raw = new HashMap<>();

  CoreSequence(VectorCase vector, Map<String, CoreSteps.Kind> operations, CoreSetup setup) {
    this.vector = vector;
    this.operations = operations;
    this.cores = new TwinCores(setup, UInt64.ZERO);
  }

  /** Bytes of some steps, to be compared when the steps are run. */
  void raw(JsonArray items, int steps) {
    for (JsonValue item : items.items()) {
      Fields fields = vector.track(item.asObject(), RAW);
      raw.computeIfAbsent(fields.in("step", Forms.number(0, steps - 1)), step -> new ArrayList<>())
          .add(fields);
    }
  }

  /** Runs all steps. */
  void run(JsonArray steps) {
    for (int i = 0; i < steps.items().size(); i++) {
      step(steps.items().get(i).asObject(), raw.getOrDefault(i, List.of()));
    }
  }

  /**
   * Compares the state at the end, with every entry that the sequence named.
   *
   * @param state what the case says
   * @param initial entries that it began with, which count as named where they are listed
   */
  void end(Fields state, Set<Bytes32> initial) {
    JsonObject listed = state.object();
    for (Bytes32 hash : initial) {
      if (lists(listed, CoreMap.TO_L2, hash)) {
        toL2.add(hash);
      }
      if (lists(listed, CoreMap.TO_L1, hash)) {
        toL1.add(hash);
      }
    }
    CoreState.compare(state, cores, COLLECTOR, toL2, toL1);
  }

  private static boolean lists(JsonObject state, CoreMap map, Bytes32 hash) {
    return state.required(map.field()).asObject().optional(hash.toString()).isPresent();
  }

  private void step(JsonObject json, List<Fields> bytes) {
    CoreSteps.Kind kind = vector.named(json, "op", operations);
    Fields step = vector.track(json, kind.shape());
    step.input("op");
    next(step);
    EthAddress caller = step.in("caller", Forms.ADDRESS);
    UInt256 value = step.optionalIn("value", Forms.UINT256).orElse(UInt256.ZERO);
    cores.mint(caller, value);
    CoreSteps.Prepared prepared = kind.preparation().prepare(step, caller, cores.core());
    TwinCores.Answer answer = cores.transact(caller, value, prepared.operation());
    TwinCores.agree(answer, json, step.differences());
    compare(step, prepared, answer);
    Bytes calldata = prepared.operation().calldata(cores.core().rules());
    bytes.forEach(fields -> compare(fields, calldata, answer));
    toL2.addAll(prepared.toL2());
    toL1.addAll(prepared.toL1());
    CoreState.compare(
        step.fields("state", CoreState.SHAPE), cores, COLLECTOR, prepared.toL2(), prepared.toL1());
  }

  private void next(Fields step) {
    UInt64 timestamp = step.in("timestamp", Forms.UINT64);
    if (timestamp.compareTo(cores.timestamp()) < 0) {
      throw step.input("timestamp").invalid("is before that of the step before");
    }
    cores.next(timestamp);
  }

  private static void compare(Fields step, CoreSteps.Prepared prepared, TwinCores.Answer answer) {
    JsonObject json = step.object().required("expect").asObject();
    Fields expect = step.fields("expect", CoreExpectation.shape(json, SUCCESS));
    Outcome<Bytes> outcome = answer.coded();
    if (CoreExpectation.accepted(expect, outcome, "no revert")) {
      returned(expect.fields("returns", RETURNS), prepared, answer, outcome.orThrow());
      List<CoreEvent> events = events(prepared, outcome.logs());
      expect.expect("events", Forms.list(CoreEventForms.LISTED), events);
    }
  }

  /** A hash, a hash and a nonce, or nothing: what the version's declaration says. */
  private static void returned(
      Fields returns, CoreSteps.Prepared prepared, TwinCores.Answer answer, Bytes data) {
    int words = data.size() / 32;
    word(returns, "msgHash", Forms.BYTES32, words > 0 ? data.getBytes32(0) : null);
    word(returns, "nonce", Forms.UINT256, words > 1 ? data.getUInt256(32) : null);
    Object result = answer.typed().orThrow();
    Bytes32 hash =
        result instanceof SentMessage sent
            ? sent.hash()
            : result instanceof Bytes32 known ? known : null;
    Set<Bytes32> named = new LinkedHashSet<>(prepared.toL2());
    named.addAll(prepared.toL1());
    boolean same = words == 0 || Objects.equals(data.getBytes32(0), hash);
    if (hash != null && !(same && named.contains(hash))) {
      returns
          .differences()
          .add(returns.object(), "the message hash", "through the typed face " + hash);
    }
  }

  private static <T> void word(Fields returns, String name, Form<T> form, @Nullable T actual) {
    if (actual == null) {
      returns.differs(name, "not returned");
    } else if (returns.has(name)) {
      returns.expect(name, form, actual);
    } else {
      returns
          .differences()
          .add(returns.object(), "no " + name, name + " " + form.write(actual) + " is returned");
    }
  }

  /** Of state updates only the messages are listed. */
  private static List<CoreEvent> events(CoreSteps.Prepared prepared, List<Log> logs) {
    List<CoreEvent> events = new ArrayList<>(CoreEvents.decodeAll(TwinCores.CORE, logs));
    if (prepared.operation() instanceof UpdateState) {
      events.removeIf(
          event -> event instanceof LogStateTransitionFact || event instanceof LogStateUpdate);
    }
    return events;
  }

  private static void compare(Fields bytes, Bytes calldata, TwinCores.Answer answer) {
    bytes.expect("calldata", Forms.BYTES, calldata);
    bytes.expect("output", Forms.BYTES, answer.coded().fold((data, logs) -> data, Revert::data));
    bytes.expect("logs", LOGS, answer.coded().logs());
  }
}
