// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.fault.FaultKind;
import io.crossline.core.fault.FaultProfile;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.simulation.audit.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for a smaller run that breaks the same invariant: with fewer messages, then with fewer
 * kinds of faults.
 *
 * <p>Not thread-safe: one thread searches.
 */
public final class Shrinking {
  private static final int MOST_RUNS = 24;
  private static final int MOST_LINES = 200;

  private final SimulatedSystem system;
  private final String invariant;
  private Smaller best;
  private int runs;

  /**
   * A smaller run.
   *
   * @param settings what to simulate; without faults of the kinds that are not needed
   * @param without the kinds of faults that are not needed
   * @param violation what it breaks
   * @param trace the lines about that message, if they are known, and all faults; else the last
   *     ones
   */
  public record Smaller(
      SimulationSettings settings,
      Set<FaultKind> without,
      Violation violation,
      List<TimelineEntry> trace) {
    /** Copies what it is given. */
    public Smaller {
      without = Set.copyOf(without);
      trace = List.copyOf(trace);
    }
  }

  private Shrinking(SimulatedSystem system, Smaller found) {
    this.system = system;
    this.invariant = found.violation.invariant();
    this.best = found;
  }

  /**
   * Looks for a smaller run, in two dozen attempts at most.
   *
   * @param system the messaging system
   * @param settings a run that breaks something
   * @param violation what it breaks
   * @return the smallest that was found
   */
  public static Smaller of(
      SimulatedSystem system, SimulationSettings settings, Violation violation) {
    Shrinking shrinking =
        new Shrinking(system, new Smaller(settings, Set.of(), violation, List.of()));
    shrinking.fewerMessages();
    shrinking.fewerFaults();
    if (shrinking.best.trace.isEmpty()) {
      shrinking.attempt(settings, Set.of());
    }
    return shrinking.best;
  }

  private void fewerMessages() {
    long messages = best.settings.messages() / 2;
    while (messages >= 1) {
      messages = attempt(best.settings.withMessages(messages), Set.of()) ? messages / 2 : 0;
    }
  }

  private void fewerFaults() {
    Set<FaultKind> without = EnumSet.noneOf(FaultKind.class);
    for (FaultKind kind : best.settings.profile().perHour().keySet().stream().sorted().toList()) {
      Set<FaultKind> more = EnumSet.noneOf(FaultKind.class);
      more.addAll(without);
      more.add(kind);
      FaultProfile profile = best.settings.profile();
      Map<FaultKind, Double> rates = new EnumMap<>(FaultKind.class);
      rates.putAll(profile.perHour());
      rates.put(kind, 0.0);
      FaultProfile fewer =
          new FaultProfile(profile.name(), rates, profile.longest(), profile.deepestReorg());
      if (attempt(best.settings.withProfile(fewer), more)) {
        without.add(kind);
      }
    }
  }

  private boolean attempt(SimulationSettings settings, Set<FaultKind> without) {
    if (runs++ >= MOST_RUNS) {
      return false;
    }
    Simulation simulation = Simulation.of(system, settings);
    List<TimelineEntry> lines = new ArrayList<>();
    simulation.listen(lines::add);
    Optional<Violation> same =
        simulation.run(Simulation.Progress.NONE).audit().violations().stream()
            .filter(violation -> violation.invariant().equals(invariant))
            .findFirst();
    same.ifPresent(
        violation ->
            best = new Smaller(settings, without, violation, about(violation, lines, simulation)));
    return same.isPresent();
  }

  private static List<TimelineEntry> about(
      Violation violation, List<TimelineEntry> lines, Simulation simulation) {
    Optional<String> name =
        simulation.ids().entrySet().stream()
            .filter(entry -> entry.getValue().equals(violation.message()))
            .map(Map.Entry::getKey)
            .sorted()
            .findFirst();
    List<TimelineEntry> about =
        name.map(n -> lines.stream().filter(line -> isFault(line) || mentions(line, n)).toList())
            .orElse(lines);
    return about.subList(Math.max(0, about.size() - MOST_LINES), about.size());
  }

  private static boolean isFault(TimelineEntry line) {
    return line.what().startsWith("fault: ");
  }

  private static boolean mentions(TimelineEntry line, String name) {
    return line.changes().stream().anyMatch(change -> change.message().equals(name));
  }
}
