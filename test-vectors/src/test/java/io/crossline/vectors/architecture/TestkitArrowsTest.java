// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * An auditor is worth something only where it shares no code with what it audits: it knows the
 * values and the events of a system, and nothing that runs.
 */
class TestkitArrowsTest {
  private static final DescribedPredicate<JavaClass> ENGINES_OF_STARKNET =
      Crossline.in(
          "io.crossline.starknet.l1",
          "io.crossline.starknet.l2",
          "io.crossline.starknet.network",
          "io.crossline.starknet.tracking",
          "io.crossline.starknet.output",
          "io.crossline.core.chain");

  private static final DescribedPredicate<JavaClass> ENGINES_OF_IPC =
      Crossline.in(
          "io.crossline.ipc.gateway",
          "io.crossline.ipc.bottomup",
          "io.crossline.ipc.topdown",
          "io.crossline.ipc.network",
          "io.crossline.ipc.trace",
          "io.crossline.core.chain");

  private static ArchRule knowsNothingOf(String who, DescribedPredicate<JavaClass> what) {
    return noClasses().that(Crossline.in(who)).should().dependOnClassesThat(what);
  }

  @Test
  void theAuditorOfStarknetSharesNothingWithTheEngines() {
    knowsNothingOf("io.crossline.simulation.audit.starknet", ENGINES_OF_STARKNET)
        .check(Crossline.CLASSES);
  }

  @Test
  void theAuditorOfIpcSharesNothingWithTheEngines() {
    knowsNothingOf("io.crossline.simulation.audit.ipc", ENGINES_OF_IPC).check(Crossline.CLASSES);
  }

  @Test
  void noAuditorKnowsTheOtherSystemNorWhatRunsIt() {
    knowsNothingOf("io.crossline.simulation.audit.starknet", Crossline.in("io.crossline.ipc"))
        .check(Crossline.CLASSES);
    knowsNothingOf("io.crossline.simulation.audit.ipc", Crossline.in("io.crossline.starknet"))
        .check(Crossline.CLASSES);
    knowsNothingOf(
            "io.crossline.simulation.audit",
            Crossline.in(
                    "io.crossline.simulation.picture",
                    "io.crossline.simulation.record",
                    "io.crossline.core.fault",
                    "io.crossline.core.state",
                    "io.crossline.core.trace")
                .or(JavaClass.Predicates.resideInAPackage("io.crossline.simulation")))
        .check(Crossline.CLASSES);
  }

  @Test
  void simulationsAndPicturesNeedNoTestFramework() {
    DescribedPredicate<JavaClass> frameworks =
        Crossline.in("org.junit", "net.jqwik", "org.assertj", "org.opentest4j");
    knowsNothingOf("io.crossline.simulation", frameworks).check(Crossline.CLASSES);
    knowsNothingOf("io.crossline.scenario", frameworks).check(Crossline.CLASSES);
  }

  @Test
  void faultsNeedNothingButTheApi() {
    classes()
        .that(Crossline.in("io.crossline.core.fault"))
        .should()
        .onlyDependOnClassesThat(
            Crossline.in(
                "java",
                "org.jspecify.annotations",
                "io.crossline.messaging",
                "io.crossline.core.fault"))
        .check(Crossline.CLASSES);
  }

  @Test
  void theseRulesCanFail() {
    assertThatThrownBy(
            () ->
                knowsNothingOf("io.crossline.simulation", ENGINES_OF_IPC).check(Crossline.CLASSES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("IpcSimulation");
    assertThatThrownBy(
            () ->
                knowsNothingOf("io.crossline.simulation", ENGINES_OF_STARKNET)
                    .check(Crossline.CLASSES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("StarknetSimulation");
  }
}
