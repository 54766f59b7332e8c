// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Faults by chance: they follow from the seed, and come about as often as the profile says. */
class SeededFaultsTest {
  private static final Set<FaultKind> RELAY =
      EnumSet.of(
          FaultKind.DROP, FaultKind.DELAY, FaultKind.DUPLICATE, FaultKind.REORDER, FaultKind.RIVAL);
  private static final Set<FaultKind> NODE =
      EnumSet.of(FaultKind.CRASH, FaultKind.STALL, FaultKind.DRIFT);
  private static final int HOUR = 300;

  /** What a hop that is asked every twelve seconds gets. */
  private static List<Optional<Fault>> draws(
      Faults faults, String hop, int count, Set<FaultKind> possible) {
    List<Optional<Fault>> draws = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      draws.add(faults.draw(hop, Duration.ofSeconds(12L * i), possible));
    }
    return draws;
  }

  private static Faults hostile(long seed) {
    return new Faults(FaultPlan.seeded(seed, FaultProfile.HOSTILE));
  }

  @Test
  void theSameSeedGivesTheSame() {
    List<Optional<Fault>> first = draws(hostile(7), "relay", 2000, RELAY);
    assertThat(first).anyMatch(Optional::isPresent).anyMatch(Optional::isEmpty);
    assertThat(draws(hostile(7), "relay", 2000, RELAY)).isEqualTo(first);
    assertThat(draws(hostile(8), "relay", 2000, RELAY)).isNotEqualTo(first);
    assertThat(draws(hostile(7), "other", 2000, RELAY)).isNotEqualTo(first);
  }

  /** The time before a start is no pause in which faults gather. */
  @Test
  void whoGoesOnHasOtherChancesAndNoMore() {
    FaultPlan plan = FaultPlan.seeded(7, FaultProfile.HOSTILE);
    Duration month = Duration.ofDays(30);
    Set<Optional<Fault>> first = new HashSet<>();
    long struck = 0;
    for (int start = 0; start < 1000; start++) {
      Duration now = month.plusSeconds(start);
      Optional<Fault> fault = new Faults(plan, now).draw("relay", now.plusSeconds(12), RELAY);
      struck += fault.isPresent() ? 1 : 0;
      first.add(fault);
    }
    // Twelve an hour of each of the kinds is a chance of one in twenty-five for each.
    assertThat(struck).isBetween(1L, 40L * RELAY.size() * 2);
    assertThat(first).hasSizeGreaterThan(2);
    assertThat(draws(new Faults(plan, Duration.ZERO), "relay", 500, RELAY))
        .isEqualTo(draws(hostile(7), "relay", 500, RELAY));
  }

  @Test
  void hopsDoNotDisturbEachOther() {
    List<Optional<Fault>> alone = draws(hostile(7), "relay", 500, RELAY);
    Faults faults = hostile(7);
    List<Optional<Fault>> among = new ArrayList<>();
    for (int i = 1; i <= 500; i++) {
      Duration now = Duration.ofSeconds(12L * i);
      faults.draw("node", now, NODE);
      among.add(faults.draw("relay", now, RELAY));
      faults.draw("another node", now.plusSeconds(1), NODE);
    }
    assertThat(among).isEqualTo(alone);
  }

  @Test
  void aFaultByHandTakesTheTurnOfChanceAndNoMore() {
    Faults faults = hostile(7);
    faults.next("node", Fault.crash(Duration.ofSeconds(1)));
    assertThat(faults.draw("node", Duration.ofSeconds(12), NODE))
        .contains(Fault.crash(Duration.ofSeconds(1)));
    assertThat(draws(faults, "relay", 500, RELAY))
        .isEqualTo(draws(hostile(7), "relay", 500, RELAY));
  }

  @Test
  void nothingHappensByChanceFromTheEndOn() {
    Duration end = Duration.ofSeconds(12 * 400);
    Faults faults = new Faults(FaultPlan.seeded(7, FaultProfile.HOSTILE).until(end));
    List<Optional<Fault>> draws = draws(faults, "relay", 2000, RELAY);
    assertThat(draws.subList(0, 399)).isEqualTo(draws(hostile(7), "relay", 399, RELAY));
    assertThat(draws.subList(399, 2000)).allMatch(Optional::isEmpty);
  }

  @Test
  void nothingHappensByChanceOnceItIsStopped() {
    Faults faults = hostile(7);
    assertThat(draws(faults, "relay", 2000, RELAY)).anyMatch(Optional::isPresent);
    faults.stop();
    Map<FaultKind, Long> before = faults.injected();
    assertThat(draws(faults, "relay", 2000, RELAY)).allMatch(Optional::isEmpty);
    assertThat(draws(faults, "node", 2000, NODE)).allMatch(Optional::isEmpty);
    assertThat(faults.injected()).isEqualTo(before);
  }

  @Test
  void theCleanProfileDoesNothing() {
    Faults faults = new Faults(FaultPlan.NONE);
    assertThat(draws(faults, "relay", 2000, RELAY)).allMatch(Optional::isEmpty);
    assertThat(draws(faults, "node", 2000, NODE)).allMatch(Optional::isEmpty);
    assertThat(faults.injected()).isEmpty();
  }

  @Test
  void ratesAreAboutWhatTheProfileSays() {
    for (FaultProfile profile : FaultProfile.all()) {
      Faults faults = new Faults(FaultPlan.seeded(3, profile));
      int hours = 400;
      draws(faults, "relay", hours * HOUR, RELAY);
      draws(faults, "node", hours * HOUR, NODE);
      for (FaultKind kind : FaultKind.values()) {
        double expected =
            RELAY.contains(kind) || NODE.contains(kind) ? profile.rate(kind) * hours : 0;
        assertThat(faults.injected().getOrDefault(kind, 0L).doubleValue())
            .as(profile.name() + " " + kind)
            .isBetween(expected * 0.5, expected * 1.5);
      }
    }
  }

  @Test
  void behindALongPauseNoKindPushesAnotherAside() {
    Faults faults = hostile(5);
    int none = 0;
    for (int i = 1; i <= 1000; i++) {
      none += faults.draw("relay", Duration.ofMinutes(30L * i), RELAY).isEmpty() ? 1 : 0;
    }
    assertThat(none).isGreaterThan(50);
    assertThat(faults.injected().keySet()).isEqualTo(RELAY);
    assertThat(faults.injected().values()).allMatch(count -> count > 50);
  }

  @Test
  void onlyWhatCanHappenHappensAndWithinTheBoundsOfTheProfile() {
    FaultProfile profile = FaultProfile.ROUGH;
    Faults faults = new Faults(FaultPlan.seeded(11, profile));
    Set<FaultKind> possible = EnumSet.of(FaultKind.REORG, FaultKind.DELAY, FaultKind.DRIFT);
    List<Fault> struck =
        draws(faults, "all", 400 * HOUR, possible).stream().flatMap(Optional::stream).toList();
    assertThat(struck).extracting(Fault::kind).allMatch(possible::contains);
    assertThat(struck)
        .filteredOn(fault -> fault.kind() == FaultKind.REORG)
        .extracting(Fault::amount)
        .contains(1, profile.deepestReorg())
        .allMatch(blocks -> blocks >= 1 && blocks <= profile.deepestReorg());
    assertThat(struck)
        .filteredOn(fault -> fault.kind() == FaultKind.DRIFT)
        .extracting(Fault::amount)
        .allMatch(percent -> percent >= 50 && percent <= 200)
        .anyMatch(percent -> percent > 150)
        .anyMatch(percent -> percent < 100);
    assertThat(struck)
        .filteredOn(fault -> fault.kind() == FaultKind.DELAY)
        .extracting(Fault::lasting)
        .contains(profile.longest())
        .allMatch(
            lasting ->
                lasting.compareTo(Duration.ofSeconds(1)) >= 0
                    && lasting.compareTo(profile.longest()) <= 0);
  }
}
