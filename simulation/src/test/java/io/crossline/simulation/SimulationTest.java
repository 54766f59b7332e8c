// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crossline.core.fault.FaultKind;
import io.crossline.core.fault.FaultProfile;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.simulation.audit.AuditReport;
import io.crossline.simulation.audit.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
  private static SimulationReport run(SimulatedSystem system, SimulationSettings settings) {
    return Simulation.of(system, settings).run(Simulation.Progress.NONE);
  }

  @ParameterizedTest
  @EnumSource(SimulatedSystem.class)
  void everyProfileHolds(SimulatedSystem system) {
    for (FaultProfile profile : FaultProfile.all()) {
      SimulationReport report = run(system, SimulationSettings.of(150, 3, profile));
      assertThat(report.audit().violations()).as("%s", profile.name()).isEmpty();
      assertThat(report.audit().checked()).isNotEmpty();
      assertThat(report.faults().isEmpty()).isEqualTo(profile.equals(FaultProfile.CLEAN));
    }
  }

  @ParameterizedTest
  @EnumSource(SimulatedSystem.class)
  void theHarshestProfileBringsEveryKindOfFault(SimulatedSystem system) {
    SimulationReport report = run(system, SimulationSettings.of(2500, 11, FaultProfile.HOSTILE));
    assertThat(report.holds()).isTrue();
    assertThat(report.faults())
        .containsKeys(
            FaultKind.DROP,
            FaultKind.DELAY,
            FaultKind.DUPLICATE,
            FaultKind.REORG,
            FaultKind.CRASH,
            FaultKind.STALL,
            FaultKind.HANDLER);
  }

  @ParameterizedTest
  @EnumSource(SimulatedSystem.class)
  void everyLineIsShownAndEveryMessageHasAnId(SimulatedSystem system) {
    Simulation simulation = Simulation.of(system, SimulationSettings.of(20, 1, FaultProfile.CLEAN));
    List<TimelineEntry> lines = new ArrayList<>();
    simulation.listen(lines::add);
    SimulationReport report = simulation.run(Simulation.Progress.NONE);
    assertThat(lines).hasSize((int) report.lines());
    assertThat(simulation.ids())
        .hasSize((int) report.statuses().values().stream().mapToLong(Long::longValue).sum());
    assertThat(simulation.chains())
        .extracting(Simulation.SimulatedChain::name)
        .doesNotHaveDuplicates();
  }

  @Test
  void aTreeHasAsManyNetworksAndLevelsAsAskedFor() {
    Simulation simulation =
        Simulation.of(SimulatedSystem.IPC, new SimulationSettings(1, 1, FaultProfile.CLEAN, 40, 5));
    assertThat(simulation.chains()).hasSize(40);
    assertThat(simulation.chains())
        .extracting(Simulation.SimulatedChain::depth)
        .contains(0, 1, 2, 3, 4)
        .allMatch(depth -> depth < 5);
  }

  @Test
  void whatUpstreamBreaksIsNoExcuseInACleanRun() {
    TreeMap<String, Long> traps = new TreeMap<>();
    traps.put("ipc trap 4", 2L);
    AuditReport report = new AuditReport(new TreeMap<>(), List.of(), 0, traps);
    SimulationSettings clean = SimulationSettings.of(1, 1, FaultProfile.CLEAN);
    assertThat(clean.judge(report).violations())
        .containsExactly(new Violation("clean", "ipc trap 4", "found 2 times, permitted: none"));
    assertThat(clean.withProfile(FaultProfile.LIGHT).judge(report).holds()).isTrue();
  }

  @Test
  void aViolationThatDoesNotComeAgainIsKeptAsItIs() {
    SimulationSettings settings = SimulationSettings.of(2, 1, FaultProfile.CLEAN);
    Violation violation = new Violation("S99", "", "never");
    Shrinking.Smaller smaller = Shrinking.of(SimulatedSystem.IPC, settings, violation);
    assertThat(smaller.settings()).isEqualTo(settings);
    assertThat(smaller.violation()).isEqualTo(violation);
  }

  @Test
  void settingsHaveRanges() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimulationSettings.of(0, 1, FaultProfile.CLEAN))
        .withMessageContaining("messages: found 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SimulationSettings(1, 1, FaultProfile.CLEAN, 7, 1))
        .withMessageContaining("depth: found 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SimulationSettings(1, 1, FaultProfile.CLEAN, 3, 4))
        .withMessageContaining("subnets: found 3");
  }
}
