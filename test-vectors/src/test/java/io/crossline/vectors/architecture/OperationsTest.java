// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What an operation does follows from its state, environment and command alone: no clock, no
 * chance, no file, no log.
 */
class OperationsTest {
  private static final DescribedPredicate<JavaClass> OPERATIONS =
      Crossline.in(
          "io.crossline.starknet.l1",
          "io.crossline.ipc.gateway",
          "io.crossline.ipc.bottomup",
          "io.crossline.ipc.topdown");

  private static final DescribedPredicate<JavaClass> RULES =
      DescribedPredicate.or(
              Crossline.in("io.crossline.messaging", "io.crossline.core", "io.crossline.starknet"),
              Crossline.inIpc())
          .as("in a module of the rules");

  /** Methods that answer differently each time they are asked. */
  private static final Map<String, Set<String>> CLOCKS_AND_CHANCE =
      Map.of(
          "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
          "java.lang.Math", Set.of("random"),
          "java.util.UUID", Set.of("randomUUID"),
          "java.time.Instant", Set.of("now"),
          "java.time.LocalDateTime", Set.of("now"),
          "java.time.ZonedDateTime", Set.of("now"),
          "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system", "tickSeconds"),
          "java.util.concurrent.ThreadLocalRandom", Set.of("current"));

  @Test
  void operationsKnowNoClockNoChanceNoFileAndNoLog() {
    noClasses()
        .that(OPERATIONS)
        .should()
        .dependOnClassesThat(
            Crossline.in("java.nio.file", "java.nio.channels", "java.net", "java.security")
                .or(Crossline.in("org.slf4j", "java.util.random", "java.util.logging"))
                .or(named("java.time.Clock", "java.util.Random", "java.util.SplittableRandom"))
                .or(filesOfJavaIo()))
        .check(Crossline.CLASSES);
  }

  @Test
  void noRuleAsksTheHostForTheTimeOrForChance() {
    noClasses()
        .that(RULES)
        .and(
            // How long a commit takes is the one thing that goes by the wall.
            DescribedPredicate.not(named("io.crossline.core.store.Stopwatch")))
        .should()
        .accessTargetWhere(
            DescribedPredicate.<JavaAccess<?>>describe(
                "the host answers by clock or chance",
                access ->
                    CLOCKS_AND_CHANCE
                        .getOrDefault(access.getTargetOwner().getName(), Set.of())
                        .contains(access.getTarget().getName())))
        .orShould()
        .dependOnClassesThat(named("java.security.SecureRandom"))
        .check(Crossline.CLASSES);
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    Set<String> all = Set.of(names);
    return DescribedPredicate.describe(
        String.join(", ", names), type -> all.contains(type.getName()));
  }

  /** Of java.io, what reaches the host: not the marker that every enum and exception bears. */
  private static DescribedPredicate<JavaClass> filesOfJavaIo() {
    return DescribedPredicate.and(
        Crossline.in("java.io"), DescribedPredicate.not(named("java.io.Serializable")));
  }
}
