// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.vectors.runner.CaseRunner;
import io.crossline.vectors.runner.VectorFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One flipped digit in any expectation makes its case fail. Which fields are expectations is said
 * here once more, apart from the suites, so that a suite cannot forget one.
 */
class FlippedDigitTest {
  /** How many leaves of a case are tried; {@code -Dcrossline.flips=1000000} tries all. */
  private static final int LEAVES = Integer.getInteger("crossline.flips", 25);

  /** The same where a case is a whole sequence of steps, run anew for each leaf. */
  private static final int LEAVES_OF_SEQUENCES = Integer.getInteger("crossline.flips", 3);

  private static final Set<String> SEQUENCES =
      Set.of(
          "starknet.core",
          "starknet.core-counter",
          "starknet.core-versions",
          "ipc.gateway",
          "ipc.exchange");

  private static final String STEPS =
      "(steps\\[\\d+]\\.(expect|state)\\.|finalState\\.|raw\\[\\d+]\\.(calldata|output|logs)).*";

  private static final Map<String, BiPredicate<JsonObject, String>> EXPECTATIONS =
      Map.ofEntries(
          Map.entry("starknet.message-hash", paths("hash")),
          Map.entry("starknet.selector", paths("nameUtf8|starknetKeccak|selector")),
          Map.entry("starknet.pedersen", paths("hash")),
          Map.entry("starknet.l1-handler-tx", paths("transactionHash|chainName|version")),
          Map.entry("starknet.l2-serde", paths("expect\\..*")),
          Map.entry("starknet.cairo-calldata", paths("(calldata|values).*")),
          Map.entry("starknet.poseidon", paths("hash|permuted.*")),
          Map.entry("starknet.invoke-tx", paths("transactionHash")),
          Map.entry("starknet.event-log", paths("(event|args|topics|data)\\b.*")),
          Map.entry("starknet.storage", FlippedDigitTest::storage),
          Map.entry("starknet.core", paths(STEPS)),
          Map.entry("starknet.core-counter", paths(STEPS)),
          Map.entry("starknet.core-versions", paths(STEPS)),
          Map.entry(
              "starknet.state-update", paths("(expect\\.|pendingMessages\\[\\d+]\\.(fee|hash)).*")),
          Map.entry("starknet.abi", FlippedDigitTest::coreAbi),
          Map.entry("ipc.subnet-id", paths("expect\\..*")),
          Map.entry("ipc.subnet-id-text", paths("expect\\..*")),
          Map.entry("ipc.envelope", paths("expect\\..*")),
          Map.entry("ipc.system-errors", paths("(?!id$).*")),
          Map.entry(
              "ipc.bottom-up-batch",
              paths("(expect\\.|input\\.leaves|steps\\[\\d+]\\.expect\\.).*")),
          Map.entry("ipc.gateway", paths("steps\\[\\d+]\\.expect\\..*|.*\\.decoded\\..*")),
          Map.entry("ipc.exchange", paths("steps\\[\\d+]\\.expect\\..*")),
          Map.entry("ipc.abi", FlippedDigitTest::abi));

  private static BiPredicate<JsonObject, String> paths(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return (vector, path) -> pattern.matcher(path).matches();
  }

  /**
   * What a node read in a slot does not follow from the case, but for the delay that the contract
   * begins with.
   */
  private static boolean storage(JsonObject vector, String path) {
    return path.equals("slot")
        || path.equals("tag")
        || path.equals("value") && vector.required("what").asText().endsWith("after initialize");
  }

  /** Who called with how much value is input, and so is raw calldata. */
  private static boolean coreAbi(JsonObject vector, String path) {
    String expectations =
        vector.optional("raw").isPresent()
            ? "expect\\..*"
            : "(function|signature|args|calldata|returnData|returns)\\b.*";
    return path.matches(expectations);
  }

  /**
   * What a contract of the test answered, which child called and the arguments of errors do not
   * follow from the case.
   */
  private static boolean abi(JsonObject vector, String path) {
    boolean scripted =
        vector
            .optional("function")
            .map(JsonValue::asText)
            .filter("handleIpcMessage"::equals)
            .isPresent();
    return !path.equals("id")
        && !path.equals("decoded.child")
        && !(path.equals("revertData")
            && (scripted || vector.required("kind").asText().equals("calldata")))
        && !(path.equals("returnData") && scripted);
  }

  @TestFactory
  Stream<DynamicTest> failsItsCase() {
    return ShippedVectors.entries().stream()
        .filter(entry -> ConformanceSuites.all().byName().containsKey(entry.suite()))
        .map(entry -> DynamicTest.dynamicTest(entry.file(), () -> failsItsCase(entry)));
  }

  private static void failsItsCase(ShippedVectors.Entry entry) throws IOException {
    Random random = new Random(entry.file().hashCode());
    VectorFile file = VectorFile.of(entry.source().read(), ConformanceSuites.all());
    BiPredicate<JsonObject, String> expectation = EXPECTATIONS.get(entry.suite());
    assertThat(expectation)
        .as("which fields of " + entry.suite() + " are expectations")
        .isNotNull();
    int most = SEQUENCES.contains(entry.suite()) ? LEAVES_OF_SEQUENCES : LEAVES;
    int flips = 0;
    for (VectorFile.Case vector : file.cases()) {
      List<JsonValue> leaves = new ArrayList<>(MutatedJson.leaves(vector.json()));
      leaves.removeIf(leaf -> !expectation.test(vector.json(), path(vector, leaf)));
      Collections.shuffle(leaves, random);
      for (JsonValue leaf : leaves.subList(0, Math.min(most, leaves.size()))) {
        Optional<JsonValue> flipped = MutatedJson.flipped(leaf, random);
        if (flipped.isPresent()) {
          flips++;
          JsonObject mutated = MutatedJson.replace(vector.json(), leaf, flipped.get()).asObject();
          assertThat(
                  CaseRunner.run(
                      file.suite(),
                      new VectorFile.Case(vector.id(), mutated, vector.file(), vector.header())))
              .as(
                  "%s: %s flipped from %s to %s",
                  vector.id(), path(vector, leaf), leaf, flipped.get())
              .isPresent();
        }
      }
    }
    assertThat(flips).isGreaterThanOrEqualTo(file.cases().size());
  }

  private static String path(VectorFile.Case vector, JsonValue leaf) {
    return leaf.place().path().from(vector.json().place().path());
  }
}
