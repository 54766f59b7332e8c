// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each library stays where it is meant to be. */
class LibraryUseTest {
  private static final DescribedPredicate<JavaClass> JACKSON =
      Crossline.in("tools.jackson", "com.fasterxml.jackson");

  @Test
  void bouncyCastleServesAddressesAndSignaturesOfIpcOnly() {
    noClasses()
        .that(
            DescribedPredicate.not(
                Crossline.in("io.crossline.ipc.address", "io.crossline.ethereum")))
        .should()
        .dependOnClassesThat(Crossline.in("org.bouncycastle"))
        .check(Crossline.CLASSES);
  }

  @Test
  void jacksonServesThePackageForJsonOnly() {
    noClasses()
        .that(DescribedPredicate.not(Crossline.in("io.crossline.core.json")))
        .should()
        .dependOnClassesThat(JACKSON)
        .check(Crossline.CLASSES);
  }

  @Test
  void jacksonIsInNoSignature() {
    fields().that(arePartOfTheApi()).should(nameNoJacksonType()).check(Crossline.CLASSES);
    codeUnits().that(arePartOfTheApi()).should(nameNoJacksonType()).check(Crossline.CLASSES);
  }

  @Test
  void testLibrariesServeTestkitArbitrariesAndConformanceOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.crossline.testkit..",
            "io.crossline.vectors.arbitraries..",
            "io.crossline.vectors.conformance..")
        .should()
        .dependOnClassesThat(
            Crossline.in("org.junit", "net.jqwik", "org.assertj", "org.opentest4j"))
        .check(Crossline.CLASSES);
  }

  private static DescribedPredicate<JavaMember> arePartOfTheApi() {
    return DescribedPredicate.describe(
        "are part of the api",
        member ->
            member.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                && (member.getModifiers().contains(JavaModifier.PUBLIC)
                    || member.getModifiers().contains(JavaModifier.PROTECTED)));
  }

  private static ArchCondition<JavaMember> nameNoJacksonType() {
    return new ArchCondition<>("name no Jackson type") {
      @Override
      public void check(JavaMember member, ConditionEvents events) {
        if (types(member).anyMatch(JACKSON)) {
          events.add(
              SimpleConditionEvent.violated(
                  member, member.getFullName() + " names a Jackson type"));
        }
      }
    };
  }

  private static Stream<JavaClass> types(JavaMember member) {
    if (member instanceof JavaField field) {
      return field.getAllInvolvedRawTypes().stream();
    }
    JavaCodeUnit code = (JavaCodeUnit) member;
    return Stream.of(code.getAllInvolvedRawTypes().stream(), code.getExceptionTypes().stream())
        .flatMap(types -> types);
  }
}
