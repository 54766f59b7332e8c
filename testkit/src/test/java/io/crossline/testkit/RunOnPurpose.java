// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/**
 * Runs test classes inside a test, some of which fail on purpose.
 *
 * @param tests how the tests ended
 * @param containers how their classes ended
 * @param printed what stood on the error stream in the end
 */
record RunOnPurpose(Events tests, Events containers, String printed) {
  private static boolean running;

  /** For {@code @EnabledIf}: elsewhere such classes are passed over. */
  static boolean isRunning() {
    return running;
  }

  static RunOnPurpose of(Class<?> testClass) {
    return of(testClass, "");
  }

  private static RunOnPurpose run(Class<?> testClass) {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    running = true;
    try {
      EngineExecutionResults results =
          EngineTestKit.engine("junit-jupiter")
              .selectors(DiscoverySelectors.selectClass(testClass))
              .execute();
      String text = printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
      return new RunOnPurpose(results.testEvents(), results.containerEvents(), text);
    } finally {
      running = false;
      System.setErr(before);
    }
  }

  /** The same with a seed from the command line, or none if it is empty. */
  static RunOnPurpose of(Class<?> testClass, String seed) {
    String before = System.getProperty(CrosslineTest.SEED_PROPERTY);
    System.setProperty(CrosslineTest.SEED_PROPERTY, seed);
    try {
      return run(testClass);
    } finally {
      if (before == null) {
        System.clearProperty(CrosslineTest.SEED_PROPERTY);
      } else {
        System.setProperty(CrosslineTest.SEED_PROPERTY, before);
      }
    }
  }

  RunOnPurpose ended(long succeeded, long failed) {
    tests.assertStatistics(events -> events.succeeded(succeeded).failed(failed));
    return this;
  }
}
