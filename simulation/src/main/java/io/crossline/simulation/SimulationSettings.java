// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.fault.FaultProfile;
import io.crossline.simulation.audit.AuditReport;
import io.crossline.simulation.audit.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * What to simulate. The same settings give the same run, to the last byte of its trace.
 *
 * <p>Immutable and thread-safe.
 *
 * @param messages how many messages users send, at least 1; what contracts answer comes on top
 * @param seed where all chance comes from
 * @param profile how often and how badly things go wrong
 * @param subnets how many networks an IPC tree has, the root included, at least 2; Starknet has
 *     always two layers
 * @param depth how many levels an IPC tree has at most, the root's included, from 2 to 9
 */
public record SimulationSettings(
    long messages, long seed, FaultProfile profile, int subnets, int depth) {
  /** The networks of an IPC tree, unless told otherwise: {@value}. */
  public static final int SUBNETS = 7;

  /** The levels of an IPC tree, unless told otherwise: {@value}. */
  public static final int DEPTH = 3;

  private static final int DEEPEST = 9;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException saying what was found and what is allowed
   */
  public SimulationSettings {
    if (messages < 1) {
      throw new IllegalArgumentException("messages: found " + messages + ", must be at least 1");
    }
    if (depth < 2 || depth > DEEPEST) {
      throw new IllegalArgumentException(
          "depth: found " + depth + ", must be from 2 to " + DEEPEST);
    }
    if (subnets < depth) {
      throw new IllegalArgumentException(
          "subnets: found " + subnets + ", must be at least the depth, " + depth);
    }
  }

  /**
   * So many messages of a seed under a profile, in a tree of the usual size.
   *
   * @param messages how many messages users send
   * @param seed where all chance comes from
   * @param profile how often and how badly things go wrong
   * @return the settings
   */
  public static SimulationSettings of(long messages, long seed, FaultProfile profile) {
    return new SimulationSettings(messages, seed, profile, SUBNETS, DEPTH);
  }

  /**
   * The same with another number of messages.
   *
   * @param count how many messages users send
   * @return the settings
   */
  public SimulationSettings withMessages(long count) {
    return new SimulationSettings(count, seed, profile, subnets, depth);
  }

  /**
   * The same with another profile.
   *
   * @param other how often and how badly things go wrong
   * @return the settings
   */
  public SimulationSettings withProfile(FaultProfile other) {
    return new SimulationSettings(messages, seed, other, subnets, depth);
  }

  /** Whether users do only what cannot lead into what upstream itself breaks. */
  boolean isOrderly() {
    return profile.equals(FaultProfile.CLEAN);
  }

  /** In an orderly run nothing may be explained by what upstream itself breaks. */
  AuditReport judge(AuditReport report) {
    if (!isOrderly() || report.exceptions().isEmpty()) {
      return report;
    }
    List<Violation> violations = new ArrayList<>(report.violations());
    report
        .exceptions()
        .forEach(
            (trap, times) ->
                violations.add(
                    new Violation("clean", trap, "found " + times + " times, permitted: none")));
    return new AuditReport(report.checked(), violations, violations.size(), report.exceptions());
  }
}
