// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonValue;
import io.crossline.vectors.runner.CaseFailure;
import io.crossline.vectors.runner.CaseRunner;
import io.crossline.vectors.runner.VectorFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The suites of the core contract beyond flipped digits: what makes a file invalid, and what else
 * makes a case fail. Each starts from a case that passes and changes one thing.
 */
class StarknetSuitesTest {
  private static final Map<String, VectorFile> FILES = new HashMap<>();
  private static final String CORE = "starknet-core.json.gz";
  private static final String COUNTER = "starknet-core-counter.json.gz";
  private static final String VERSIONS = "starknet-core-versions.json.gz";
  private static final String UPDATE = "starknet-state-update.json.gz";
  private static final String ABI = "starknet-abi.json.gz";

  /**
   * A state update of goerli in the oldest layout, from a transaction that ethereum/remix-project
   * prints in apps/remix-ide-e2e/src/tests/terminal.test.ts.
   */
  private static final String PROGRAM_OUTPUT =
      """
      {"format": "xmsg-vectors/1", "suite": "starknet.program-output", "cases": [{
        "id": "goerli-290633",
        "programOutput": [
          "0x2926b30b10e7a514d92bc71e085f5bff2687fac2856ae43ef7621bf1756fa37",
          "0x516d310bec5727543089be9a4d5f68471174ee528e95a2520b0ca36c2b6c6eb",
          "0x46f49", "0x36f5e4ea4dd042801c8841e3db8e654124305da0f11824fc1db60c405dbb39f",
          "0x0", "0x0"],
        "calldata": "0x77552641\
      0000000000000000000000000000000000000000000000000000000000000060\
      464c0335b2f1609abd9de25141c0a3b49db516fc7375970dc737c32b986e88e3\
      000000000000000000000000000000000000000000000000000000000000039e\
      0000000000000000000000000000000000000000000000000000000000000006\
      02926b30b10e7a514d92bc71e085f5bff2687fac2856ae43ef7621bf1756fa37\
      0516d310bec5727543089be9a4d5f68471174ee528e95a2520b0ca36c2b6c6eb\
      0000000000000000000000000000000000000000000000000000000000046f49\
      036f5e4ea4dd042801c8841e3db8e654124305da0f11824fc1db60c405dbb39f\
      0000000000000000000000000000000000000000000000000000000000000000\
      0000000000000000000000000000000000000000000000000000000000000000",
        "expect": {"layout": "pre v0.11.1", "headerWords": 4,
          "messagesToL1": [], "messagesToL2": []}}]}
      """;

  private static final String MESSAGE =
      "[{\"fromAddress\": \"0x1\", \"toAddress\": \"0x2\", \"payload\": [], \"hash\": \"0x"
          + "0".repeat(64)
          + "\"}]";

  @Test
  void unknownThingsMakeTheFileInvalid() throws IOException {
    invalid(CORE, "send-fee-one-wei", "\"fees\"", "core rules: \"fees\" is unknown", "rules");
    invalid(CORE, "send-fee-one-wei", "\"sendMessage\"", "unknown op", "steps", "0", "op");
    invalid(CORE, "send-fee-one-wei", "\"0x1\"", "unknown field \"fee\"", "steps", "0", "fee");
    invalid(CORE, "send-fee-one-wei", "\"0x1\"", "unknown field", "finalState", "balance");
    invalid(CORE, "send-fee-one-wei", "{}", "unknown field", "initial");
    invalid(COUNTER, "send-nonce-increments", "\"0x0\"", "before", "steps", "1", "timestamp");
    invalid(COUNTER, "send-empty-payload", "\"updateState\"", "unknown op", "steps", "0", "op");
    invalid(VERSIONS, "v0-9-0-raw-abi", "9", "is not within", "raw", "0", "step");
    invalid(VERSIONS, "v0-9-0-raw-abi", "\"v0.9.2\"", "is unknown; known are", "rules");
    invalid(UPDATE, "empty", "\"sleeps\"", "unknown name", "initial", "feeCollectorBehaviour");
    invalid(UPDATE, "empty", "\"reenters\"", "go together", "initial", "feeCollectorBehaviour");
    invalid(UPDATE, "empty", "\"updateStat\"", "unknown function", "call", "function");
    invalid(UPDATE, "empty", "[]", "unknown field", "call", "kzgProofs");
    invalid(ABI, "raw-canonical", "false", "must be true", "raw");
    invalid(ABI, "raw-canonical", "\"f\"", "unknown field", "function");
    invalid(ABI, "update-state-1", "\"0x1\"", "unknown field", "args", "size");
  }

  @Test
  void whatIsMissingOrTooMuchMakesTheCaseFail() throws IOException {
    String hash = "0x" + "1".repeat(64);
    fails(CORE, "send-fee-one-wei", "[]", "steps", "0", "expect", "events");
    fails(CORE, "send-fee-one-wei", "{}", "steps", "0", "expect", "returns");
    fails(CORE, "send-fee-one-wei", "{\"revert\": \"NO\"}", "steps", "0", "expect");
    for (String map : List.of("l1ToL2Messages", "l1ToL2MessageCancellations", "l2ToL1Messages")) {
      fails(CORE, "send-fee-one-wei", "\"0x0\"", "steps", "0", "state", map, hash);
      fails(CORE, "send-fee-one-wei", "\"0x0\"", "finalState", map, hash);
    }
    fails(CORE, "send-fee-one-wei", "{}", "finalState", "l1ToL2Messages");
    fails(COUNTER, "send-empty-payload", "\"0x0\"", "steps", "0", "expect", "returns", "nonce");
    fails(UPDATE, "empty", "{\"panic\": \"0x32\"}", "expect");
    fails(ABI, "raw-canonical", "{\"revert\": \"\"}", "expect");
    fails(ABI, "raw-short-head", "{\"returnData\": \"0x\"}", "expect");
    fails(ABI, "update-state-1", "\"updateStat\"", "function");
  }

  @Test
  void everyPartOfAProgramOutputIsCompared() {
    VectorFile file =
        VectorFile.of(JsonReader.read("f.json", PROGRAM_OUTPUT), ConformanceSuites.all());
    VectorFile.Case vector = file.cases().get(0);
    assertThat(CaseRunner.run(file.suite(), vector)).isEmpty();
    for (String[] change :
        new String[][] {
          {"\"v0.11.1\"", "expect", "layout"},
          {"5", "expect", "headerWords"},
          {"[]", "programOutput"},
          {"\"0x46f48\"", "programOutput", "2"},
          {"\"0x77552641\"", "calldata"},
          {MESSAGE, "expect", "messagesToL1"}
        }) {
      List<String> path = List.of(change).subList(1, change.length);
      VectorFile.Case changed = changed(vector, value(change[0]), path);
      Optional<CaseFailure> failure = CaseRunner.run(file.suite(), changed);
      assertThat(failure).as(path + " " + change[0]).isPresent();
    }
  }

  private static void invalid(String file, String id, String json, String problem, String... path)
      throws IOException {
    VectorFile vectors = read(file);
    VectorFile.Case vector = find(vectors, id);
    assertThat(CaseRunner.run(vectors.suite(), vector)).isEmpty();
    VectorFile.Case changed = changed(vector, value(json), List.of(path));
    assertThatThrownBy(() -> CaseRunner.run(vectors.suite(), changed))
        .as("%s %s", id, String.join(".", path))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining(problem);
  }

  private static void fails(String file, String id, String json, String... path)
      throws IOException {
    VectorFile vectors = read(file);
    VectorFile.Case vector = find(vectors, id);
    assertThat(CaseRunner.run(vectors.suite(), vector)).isEmpty();
    VectorFile.Case changed = changed(vector, value(json), List.of(path));
    Optional<CaseFailure> failure = CaseRunner.run(vectors.suite(), changed);
    assertThat(failure).as("%s %s", id, String.join(".", path)).isPresent();
    assertThat(failure.get().differences()).isNotEmpty();
  }

  private static VectorFile read(String file) throws IOException {
    VectorFile known = FILES.get(file);
    if (known == null) {
      known = opened(file);
      FILES.put(file, known);
    }
    return known;
  }

  private static VectorFile opened(String file) throws IOException {
    return VectorFile.of(
        ShippedVectors.entries().stream()
            .filter(entry -> entry.file().equals(file))
            .findFirst()
            .orElseThrow()
            .source()
            .read(),
        ConformanceSuites.all());
  }

  private static VectorFile.Case find(VectorFile file, String id) {
    return file.cases().stream().filter(vector -> vector.id().equals(id)).findFirst().orElseThrow();
  }

  private static JsonValue value(String json) {
    return JsonReader.read("changed.json", json);
  }

  private static VectorFile.Case changed(
      VectorFile.Case vector, JsonValue value, List<String> path) {
    return new VectorFile.Case(
        vector.id(), set(vector.json(), value, path).asObject(), vector.file(), vector.header());
  }

  private static JsonValue set(JsonValue in, JsonValue value, List<String> path) {
    if (path.isEmpty()) {
      return value;
    }
    List<String> rest = path.subList(1, path.size());
    if (in instanceof JsonArray array) {
      List<JsonValue> items = new ArrayList<>(array.items());
      int index = Integer.parseInt(path.get(0));
      items.set(index, set(items.get(index), value, rest));
      return new JsonArray(array.place(), items);
    }
    JsonObject object = in.asObject();
    Map<String, JsonValue> fields = new LinkedHashMap<>(object.fields());
    fields.put(path.get(0), rest.isEmpty() ? value : set(fields.get(path.get(0)), value, rest));
    return new JsonObject(object.place(), fields);
  }
}
