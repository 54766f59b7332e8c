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
        .layer("starknet")
        .definedBy(Crossline.in("io.crossline.starknet"))
        .layer("ipc")
        .definedBy(Crossline.inIpc())
        .optionalLayer("sdk")
        .definedBy(Crossline.in("io.crossline.ipc.sdk"))
        .layer("testkit")
        .definedBy(Crossline.in("io.crossline.testkit"))
        .layer("vectors")
        .definedBy(Crossline.in("io.crossline.vectors"))
        .whereLayer("api")
        .mayNotAccessAnyLayer()
        .whereLayer("core")
        .mayOnlyAccessLayers("api")
        .whereLayer("starknet")
        .mayOnlyAccessLayers("api", "core")
        .whereLayer("ipc")
        .mayOnlyAccessLayers("api", "core")
        .whereLayer("sdk")
        .mayOnlyAccessLayers("api", "core", "ipc")
        .whereLayer("testkit")
        .mayOnlyAccessLayers("api", "core", "starknet", "ipc", "sdk")
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
