// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The logs that a network leaves, explained by themselves. */
class ExplainIpcTest {
  private static final Pattern HASH = Pattern.compile("0x[0-9a-f]{64}");

  @TempDir private Path folder;

  private CommandRun ran(String scenario) {
    return CommandRun.of(
        "run", Path.of("..", "examples", scenario).toString(), "--receipts", folder.toString());
  }

  /** What the run says how to explain it. */
  private static List<String> explain(CommandRun run) {
    String line =
        run.out()
            .substring(run.out().indexOf("  crossline explain"))
            .replace("\\" + System.lineSeparator(), "")
            .replace("\\\n", "");
    List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+")));
    words.remove(0);
    return words;
  }

  private static Set<String> hashes(String text) {
    Set<String> hashes = new TreeSet<>();
    Matcher matcher = HASH.matcher(text);
    while (matcher.find()) {
      hashes.add(matcher.group());
    }
    return hashes;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ipc-three-hops.json",
        "ipc-three-hops-actor-error.json",
        "ipc-three-hops-unregistered.json",
        "ipc-three-hops-incompatible-supply.json"
      })
  void everyMessageThatTheNetworkKnowsIsToldWithItsId(String scenario) {
    CommandRun run = ran(scenario);
    assertThat(run.code()).isZero();
    List<String> args = explain(run);
    CommandRun text = CommandRun.of(args.toArray(String[]::new));
    assertThat(text.errors()).isEmpty();
    assertThat(text.code()).isZero();
    assertThat(hashes(text.out())).containsAll(hashes(run.out()));
    args.add("--json");
    JsonObject document =
        JsonReader.read("out", CommandRun.of(args.toArray(String[]::new)).out()).asObject();
    Set<String> ids = new TreeSet<>();
    for (JsonValue message : document.required("messages").asArray().items()) {
      ids.add(message.asObject().required("tracingId").asText());
    }
    assertThat(ids).isEqualTo(hashes(run.out()));
  }

  @Test
  void theAnswerAndTheWayAreThoseOfTheRun() {
    CommandRun run = ran("ipc-three-hops.json");
    CommandRun text = CommandRun.of(explain(run).toArray(String[]::new));
    assertThat(text.out())
        .contains("Call of 500", ": Ok(2)", "queued in block 1, in checkpoint 10, nonce 0")
        .contains("call.method    0xdd9a82bc", "status  EXECUTED")
        .contains("result.outcome  Ok", "result.meaning  Ok(");
  }

  /** The order of the files does not matter, nor that logs come again in receipts. */
  @Test
  void receiptsAndLogsOverlap() {
    List<String> args = explain(ran("ipc-three-hops.json"));
    String expected = CommandRun.of(args.toArray(String[]::new)).out();
    List<String> both = new ArrayList<>(args);
    for (String arg : args) {
      if (arg.endsWith(".logs.jsonl")) {
        both.add(arg.replace(".logs.jsonl", ".receipts.jsonl"));
      }
    }
    String again = CommandRun.of(both.toArray(String[]::new)).out();
    assertThat(again.replaceAll("[0-9]+ logs?", ""))
        .isEqualTo(expected.replaceAll("[0-9]+ logs?", ""));
  }

  @Test
  void logsOfGatewaysThatShareAnAddressNeedTheirNetwork() throws IOException {
    List<String> args = explain(ran("ipc-three-hops.json"));
    String child =
        args.stream().filter(arg -> arg.matches("/r314/0x\\w+=.*")).findFirst().orElseThrow();
    String id = child.substring(0, child.indexOf('='));
    String file = child.substring(child.indexOf('=') + 1);
    CommandRun run =
        CommandRun.of("explain", "--network", id, "--network", id + "/" + id.substring(6), file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors()).contains("say of which network it is").hasLineCount(1);
    assertThat(CommandRun.of("explain", "--network", id, file).code()).isZero();
    assertThat(CommandRun.of("explain", "--network", "/r314", file).errors())
        .contains("the gateway of a root is a contract, add its address: /r314=0x");
    String forged =
        Files.readString(Path.of(file))
            .replace(
                "0x77aa40b105843728088c0132e43fc44348881da8",
                "0x88aa40b105843728088c0132e43fc44348881da8");
    Path foreign = Files.writeString(folder.resolve("forged.jsonl"), forged);
    assertThat(CommandRun.of("explain", "--network", id, foreign.toString()).out())
        .contains("0 messages");
  }
}
