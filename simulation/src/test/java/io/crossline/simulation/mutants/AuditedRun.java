// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.mutants;

import io.crossline.core.fault.FaultProfile;
import io.crossline.simulation.SimulatedSystem;
import io.crossline.simulation.Simulation;
import io.crossline.simulation.SimulationSettings;
import io.crossline.simulation.audit.Violation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A simulation with whatever engine the class loader of this class has. It is told and tells what
 * every class loader knows.
 */
public final class AuditedRun implements Callable<List<String>> {
  /** As the hostile one, but nothing stands still for a day: the runs are short. */
  private static final FaultProfile PROFILE =
      new FaultProfile(
          "hostile in short",
          FaultProfile.HOSTILE.perHour(),
          Duration.ofMinutes(10),
          FaultProfile.HOSTILE.deepestReorg());

  private final SimulatedSystem system;
  private final SimulationSettings settings;

  /** Runs later, with so many messages. */
  public AuditedRun(String system, long messages, long seed) {
    this.system = SimulatedSystem.valueOf(system);
    settings = SimulationSettings.of(messages, seed, PROFILE);
  }

  /** The violations that the auditor finds. */
  @Override
  public List<String> call() {
    return Simulation.of(system, settings)
        .run(Simulation.Progress.NONE)
        .audit()
        .violations()
        .stream()
        .map(Violation::toString)
        .toList();
  }
}
