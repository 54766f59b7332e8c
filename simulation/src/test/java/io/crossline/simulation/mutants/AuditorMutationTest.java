// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Engines broken on purpose, one thing at a time: the auditor has to find each of them. One that
 * hangs or throws is not found by the auditor and no use here. Invariants that need a fault to be
 * broken get one: the runs are hostile.
 */
class AuditorMutationTest {
  private static final long LONGEST_SECONDS = 240;
  private static final long SEEDS = 8;
  private static final ExecutorService RUNS =
      Executors.newFixedThreadPool(
          2,
          run -> {
            Thread thread = new Thread(run, "mutant");
            thread.setDaemon(true);
            return thread;
          });

  @TempDir static Path folder;

  @AfterAll
  static void end() {
    RUNS.shutdownNow();
  }

  @TestFactory
  Stream<DynamicTest> nothingIsFoundInWhatIsRight() {
    return tests(Stream.of(Engine.values()).map(Mutant::none).map(List::of));
  }

  @TestFactory
  Stream<DynamicTest> starknet() {
    return tests(
        Stream.of(
            StarknetL1Mutants.messagesToL2(),
            StarknetL1Mutants.fees(),
            StarknetL1Mutants.cancellation(),
            StarknetL1Mutants.messagesToL1(),
            StarknetL2Mutants.sequencer(),
            StarknetL2Mutants.execution(),
            StarknetL2Mutants.settlement()));
  }

  @TestFactory
  Stream<DynamicTest> ipc() {
    return tests(
        Stream.of(
            IpcGatewayMutants.nonces(),
            IpcGatewayMutants.hops(),
            IpcGatewayMutants.execution(),
            IpcGatewayMutants.coins(),
            IpcResultMutants.results(),
            IpcNodeMutants.down(),
            IpcNodeMutants.up()));
  }

  @Test
  void aPieceThatIsNotThereIsSaid() {
    Mutant stale = Mutant.ipc("stale", "gateway/Release", "no such text", "", "I1");
    assertThat(catchThrowable(() -> found(stale)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("found the piece to replace nowhere in gateway/Release");
  }

  /** A test for each; they run beside each other, and the tests wait for them in their order. */
  private static Stream<DynamicTest> tests(Stream<List<Mutant>> parts) {
    List<Mutant> mutants = parts.flatMap(List::stream).toList();
    assertThat(mutants.stream().map(Mutant::name)).doesNotHaveDuplicates();
    List<Future<List<String>>> found =
        mutants.stream().map(mutant -> RUNS.submit(() -> found(mutant))).toList();
    return IntStream.range(0, mutants.size())
        .mapToObj(
            i -> dynamicTest(mutants.get(i).name(), () -> check(mutants.get(i), found.get(i))));
  }

  private static void check(Mutant mutant, Future<List<String>> run) throws Throwable {
    List<String> violations;
    try {
      violations = run.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause();
    } catch (TimeoutException e) {
      throw new AssertionError(mutant + " hangs, so the auditor does not catch it", e);
    }
    if (mutant.caughtBy().isEmpty()) {
      assertThat(violations).as(mutant.toString()).isEmpty();
    } else {
      assertThat(numbers(violations))
          .as("%s: %s", mutant, violations)
          .containsAll(mutant.caughtBy());
    }
  }

  /**
   * The violations of the first run in which the invariants are broken. Not each has the faults
   * that it takes.
   */
  private static List<String> found(Mutant mutant) throws Exception {
    Path classes = Files.createTempDirectory(folder, "classes");
    BrokenEngine.compile(mutant, classes);
    try (EnginePath.Loader loader = EnginePath.loader(classes)) {
      Constructor<?> making =
          loader
              .loadClass(AuditedRun.class.getName())
              .getConstructor(String.class, long.class, long.class);
      List<String> violations = List.of();
      boolean caught = false;
      for (long seed = 1; !caught && seed <= SEEDS; seed++) {
        Engine engine = mutant.engine();
        Callable<?> run = (Callable<?>) making.newInstance(engine.name(), engine.messages(), seed);
        violations = ((List<?>) run.call()).stream().map(Object::toString).toList();
        caught = numbers(violations).containsAll(mutant.caughtBy());
      }
      return violations;
    }
  }

  private static Set<String> numbers(List<String> violations) {
    return violations.stream().map(what -> what.split("[ :]", 2)[0]).collect(Collectors.toSet());
  }
}
