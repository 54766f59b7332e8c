// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.core.json.Suggestion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a test's {@link CrosslineTest} and the command line say.
 *
 * @param seed where all chance comes from
 * @param profile what goes wrong by chance
 */
record TestSettings(long seed, FaultProfile profile) {
  private static final Pattern INVOCATION =
      Pattern.compile("\\[test-template-invocation:#(\\d+)]$");

  /**
   * Reads them.
   *
   * @throws ParameterResolutionException if one of them is not what it must be
   */
  static TestSettings of(ExtensionContext test) {
    Optional<CrosslineTest> said = annotation(test);
    long seed =
        fromCommandLine()
            .or(() -> said.map(CrosslineTest::seed))
            .orElse(CrosslineTest.DEFAULT_SEED);
    String profile = said.map(CrosslineTest::faults).orElse(FaultProfile.CLEAN.name());
    return new TestSettings(seed + repetitionsBefore(test), named(profile));
  }

  /** Which repetition or invocation a test is, counted from 1; nothing if it is neither. */
  static Optional<Integer> invocation(ExtensionContext test) {
    Matcher matcher = INVOCATION.matcher(test.getUniqueId());
    return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  FaultPlan plan() {
    return FaultPlan.seeded(seed, profile);
  }

  /** The annotation of the class, or of the innermost class around it that has one. */
  private static Optional<CrosslineTest> annotation(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), CrosslineTest.class)
        .or(() -> context.getParent().flatMap(TestSettings::annotation));
  }

  private static Optional<Long> fromCommandLine() {
    String text = System.getProperty(CrosslineTest.SEED_PROPERTY, "");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(text));
    } catch (NumberFormatException e) {
      throw new ParameterResolutionException(
          CrosslineTest.SEED_PROPERTY
              + ": found \""
              + text
              + "\", must be a whole number of 64 bits",
          e);
    }
  }

  private static FaultProfile named(String name) {
    return FaultProfile.named(name)
        .orElseThrow(
            () ->
                new ParameterResolutionException(
                    "@CrosslineTest: there is no fault profile \""
                        + name
                        + "\". "
                        + Suggestion.instead(
                            name, FaultProfile.all().stream().map(FaultProfile::name).toList())));
  }

  /** Another seed for each repetition, so that it is not the same test again. */
  private static long repetitionsBefore(ExtensionContext test) {
    return AnnotationSupport.isAnnotated(test.getTestMethod(), RepeatedTest.class)
        ? invocation(test).orElse(1) - 1
        : 0;
  }
}
