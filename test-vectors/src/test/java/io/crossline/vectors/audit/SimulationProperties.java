// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.FaultProfile;
import io.crossline.simulation.SimulatedSystem;
import io.crossline.simulation.Simulation;
import io.crossline.simulation.SimulationReport;
import io.crossline.simulation.SimulationSettings;
import io.crossline.vectors.arbitraries.CrosslineDomain;
import io.crossline.vectors.arbitraries.FaultArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/**
 * Small simulations of any system, tree, seed and profile. Few by default, as each takes about a
 * second; a failure names the seed to run it again with, and shrinks to fewer messages.
 */
@Domain(CrosslineDomain.class)
@Domain(DomainContext.Global.class)
class SimulationProperties {
  private static SimulationReport run(SimulatedSystem system, SimulationSettings settings) {
    return Simulation.of(system, settings).run(Simulation.Progress.NONE);
  }

  @Property(tries = 6)
  void everyInvariantHolds(@ForAll SimulatedSystem system, @ForAll SimulationSettings settings) {
    SimulationReport report = run(system, settings);
    assertThat(report.audit().violations()).isEmpty();
    assertThat(report.holds()).isTrue();
    assertThat(report.statuses().values()).isNotEmpty();
  }

  @Property(tries = 2)
  void theSameSettingsGiveTheSameTrace(
      @ForAll SimulatedSystem system, @ForAll SimulationSettings settings) {
    SimulationReport report = run(system, settings);
    assertThat(run(system, settings)).isEqualTo(report);
  }

  @Provide
  Arbitrary<Long> seeds() {
    return FaultArbitraries.seed();
  }

  @Property(tries = 2)
  void whereNothingGoesWrongThereIsNoFault(
      @ForAll SimulatedSystem system, @ForAll("seeds") long seed) {
    SimulationReport report = run(system, SimulationSettings.of(200, seed, FaultProfile.CLEAN));
    assertThat(report.faults()).isEmpty();
    assertThat(report.audit().violations()).isEmpty();
  }
}
