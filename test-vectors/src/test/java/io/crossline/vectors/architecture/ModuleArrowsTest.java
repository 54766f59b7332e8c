// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

/** Dependencies point one way, and the two protocols do not know each other. */
class ModuleArrowsTest {
  @Test
  void modulesDependDownwardsOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("api")
        .definedBy(Crossline.in("io.crossline.messaging"))
        .layer("core")
        .definedBy(Crossline.in("io.crossline.core"))
        .layer("ethereum")
        .definedBy(Crossline.in("io.crossline.ethereum"))
        .layer("starknet")
        .definedBy(Crossline.in("io.crossline.starknet"))
        .layer("ipc")
        .definedBy(Crossline.inIpc())
        .optionalLayer("sdk")
        .definedBy(Crossline.in("io.crossline.ipc.sdk"))
        .layer("scenario")
        .definedBy(Crossline.in("io.crossline.scenario"))
        .layer("simulation")
        .definedBy(Crossline.in("io.crossline.simulation"))
        .layer("testkit")
        .definedBy(Crossline.in("io.crossline.testkit"))
        .layer("vectors")
        .definedBy(Crossline.in("io.crossline.vectors"))
        .whereLayer("api")
        .mayNotAccessAnyLayer()
        .whereLayer("core")
        .mayOnlyAccessLayers("api")
        .whereLayer("ethereum")
        .mayOnlyAccessLayers("api", "core")
        .whereLayer("starknet")
        .mayOnlyAccessLayers("api", "core", "ethereum")
        .whereLayer("ipc")
        .mayOnlyAccessLayers("api", "core", "ethereum")
        .whereLayer("sdk")
        .mayOnlyAccessLayers("api", "core", "ethereum", "ipc")
        .whereLayer("scenario")
        .mayOnlyAccessLayers("api", "core", "ethereum", "starknet", "ipc", "sdk")
        .whereLayer("simulation")
        .mayOnlyAccessLayers("api", "core", "ethereum", "starknet", "ipc", "sdk")
        .whereLayer("testkit")
        .mayOnlyAccessLayers("api", "core", "ethereum", "starknet", "ipc", "sdk")
        .ensureAllClassesAreContainedInArchitectureIgnoring("io.crossline.cli..")
        .check(Crossline.CLASSES);
  }

  @Test
  void apiNeedsNothingButTheJdkAndJSpecify() {
    classes()
        .that(Crossline.in("io.crossline.messaging"))
        .should()
        .onlyDependOnClassesThat(
            Crossline.in("java", "org.jspecify.annotations", "io.crossline.messaging"))
        .check(Crossline.CLASSES);
  }

  @Test
  void thePartsOfATreeDoNotKnowItsFacade() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("facade")
        .definedBy("io.crossline.ipc.network")
        .layer("nodes")
        .definedBy("io.crossline.ipc.network.node")
        .layer("messages")
        .definedBy("io.crossline.ipc.network.message")
        .whereLayer("nodes")
        .mayOnlyAccessLayers("messages")
        .whereLayer("messages")
        .mayNotAccessAnyLayer()
        .check(Crossline.CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
              }

              @Override
              public String getDescription() {
                return "every package";
              }
            })
        .should()
        .beFreeOfCycles()
        .check(Crossline.CLASSES);
  }
}
