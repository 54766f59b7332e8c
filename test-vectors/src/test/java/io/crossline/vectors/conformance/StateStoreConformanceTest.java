// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of a store is broken by some store on purpose, and its test says so. */
class StateStoreConformanceTest {
  /** Which rules have to catch which store. */
  private static final Map<Class<?>, List<String>> WRONG = new LinkedHashMap<>();

  static {
    WRONG.put(WrongCommits.SkipsANumber.class, List.of("s01"));
    WRONG.put(WrongCommits.CountsNoEmptyCommit.class, List.of("s01", "s15"));
    WRONG.put(WrongCommits.WritesBackwards.class, List.of("s02"));
    WRONG.put(WrongCommits.LosesTheEndOfABatch.class, List.of("s02"));
    WRONG.put(WrongCommits.ForgetsRemovals.class, List.of("s03", "s23"));
    WRONG.put(WrongCommits.TakesEmptyForAbsent.class, List.of("s04"));
    WRONG.put(WrongCommits.CutsLargeValues.class, List.of("s07"));
    WRONG.put(WrongCommits.KeepsTheBatch.class, List.of("s10"));
    WRONG.put(WrongCommits.WritesHalvesOneAfterTheOther.class, List.of("s20"));
    WRONG.put(WrongCommits.GivesANumberTwice.class, List.of("s21"));
    WRONG.put(WrongCommits.AcknowledgesTooEarly.class, List.of("s21", "s22"));
    WRONG.put(WrongCommits.LosesALateRemoval.class, List.of("s23"));
    WRONG.put(WrongScans.CutsNamesAtAZeroByte.class, List.of("s05"));
    WRONG.put(WrongScans.StringsNamesAndKeysTogether.class, List.of("s05", "s06"));
    WRONG.put(WrongScans.ScansAtMost4096.class, List.of("s08"));
    WRONG.put(WrongScans.ListsTablesOnceWritten.class, List.of("s09"));
    WRONG.put(WrongScans.OrdersSigned.class, List.of("s11"));
    WRONG.put(WrongScans.BeginsBehindTheKey.class, List.of("s12"));
    WRONG.put(WrongScans.StopsTooLate.class, List.of("s13"));
    WRONG.put(WrongScans.SwallowsWhatIsThrown.class, List.of("s14"));
    WRONG.put(WrongScans.ScansSeveralStates.class, List.of("s19", "s20"));
    WRONG.put(WrongScans.ScansTheStateBefore.class, List.of("s02", "s20", "s21"));
    WRONG.put(WrongLives.ForgetsAll.class, List.of("s15"));
    WRONG.put(WrongLives.ForgetsTheLastCommit.class, List.of("s15", "s22"));
    WRONG.put(WrongLives.BeginsToCountAgain.class, List.of("s15"));
    WRONG.put(WrongLives.LetsASecondIn.class, List.of("s16"));
    WRONG.put(WrongLives.IsNotOneStoreThoughShared.class, List.of("s16"));
    WRONG.put(WrongLives.TakesCommitsOnceClosed.class, List.of("s17", "s22"));
    WRONG.put(WrongLives.ScansOnceClosed.class, List.of("s17"));
    WRONG.put(WrongLives.ClosesWhoeverIsIn.class, List.of("s18"));
    WRONG.put(WrongLives.LeavesHalfABatchAtTheClose.class, List.of("s22"));
  }

  static Stream<Arguments> wrong() {
    return WRONG.entrySet().stream()
        .map(
            entry ->
                Arguments.of(entry.getKey().getSimpleName(), entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0} is caught by {2}")
  @MethodSource
  void wrong(String name, Class<?> store, List<String> rules) {
    List<String> failures = ConformanceClassesTest.failures(store);
    assertThat(failures.stream().map(test -> test.substring(0, 3)).collect(Collectors.toSet()))
        .as("rules that " + name + " breaks: " + failures)
        .containsAll(rules);
  }

  @Test
  void everyRuleCatchesSomeStore() {
    Set<String> rules =
        Arrays.stream(StateStoreConformance.class.getDeclaredMethods())
            .filter(
                method ->
                    method.isAnnotationPresent(Test.class)
                        || method.isAnnotationPresent(RepeatedTest.class))
            .map(Method::getName)
            .map(test -> test.substring(0, 3))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(rules).hasSizeGreaterThan(20);
    Set<String> catching = new TreeSet<>();
    WRONG.values().forEach(catching::addAll);
    assertThat(catching).isEqualTo(rules);
  }
}
