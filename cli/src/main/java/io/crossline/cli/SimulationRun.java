// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.network.DifferentSetupException;
import io.crossline.core.store.StoreText;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.store.StoreException;
import io.crossline.simulation.Repetition;
import io.crossline.simulation.Shrinking;
import io.crossline.simulation.SimulatedSystem;
import io.crossline.simulation.Simulation;
import io.crossline.simulation.SimulationReport;
import io.crossline.simulation.SimulationSettings;
import io.crossline.simulation.picture.RunPage;
import io.crossline.simulation.picture.RunPicture;
import io.crossline.simulation.record.Recorder;
import io.crossline.store.rocksdb.RocksDbStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Runs a simulation as it was asked for on the command line. */
final class SimulationRun {
  private static final Set<String> FAILED =
      Set.of(
          "REVERTED_ON_L2",
          "LEFT_OUT",
          "ROLLED_BACK",
          "UNANSWERED",
          "DROPPED",
          "LOST",
          "FAILED",
          "REFUSED");

  private final PrintWriter out;
  private final PrintWriter errors;
  private final SimulatedSystem system;
  private final SimulationSettings settings;
  private final Optional<Path> html;
  private final Optional<Path> trace;
  private final Optional<Path> record;
  private final Optional<Path> directory;
  private final SimulationPrinter printer;
  private final boolean json;

  SimulationRun(
      PrintWriter out,
      PrintWriter errors,
      SimulatedSystem system,
      SimulationSettings settings,
      Optional<Path> html,
      Optional<Path> trace,
      Optional<Path> record,
      Optional<Path> directory,
      boolean json) {
    this.json = json;
    this.out = out;
    this.errors = errors;
    this.system = system;
    this.settings = settings;
    this.html = html;
    this.trace = trace;
    this.record = record;
    this.directory = directory;
    // For machines the words go nowhere, and a document takes their place.
    PrintWriter words = json ? new PrintWriter(Writer.nullWriter()) : out;
    this.printer = new SimulationPrinter(words, system, settings);
  }

  int run(boolean twice) {
    try {
      if (directory.isEmpty()) {
        return runs(twice, this::simulation);
      }
      try (RocksDbStore store = RocksDbStore.open(directory.get())) {
        StoreText.requireWhole(store);
        return runs(false, () -> Simulation.on(system, settings, store));
      }
    } catch (StoreException | DifferentSetupException unusable) {
      errors.println(StoreAction.about(directory.orElse(Path.of("")), unusable));
    } catch (NoSuchFileException absent) {
      errors.println(absent.getFile() + " cannot be written: there is no such folder");
    } catch (IOException | UncheckedIOException unwritable) {
      Throwable why = unwritable instanceof UncheckedIOException e ? e.getCause() : unwritable;
      errors.println("cannot be written: " + (why == null ? unwritable : why).getMessage());
    }
    errors.flush();
    return Main.INVALID;
  }

  private int runs(boolean twice, Supplier<Simulation> simulations) throws IOException {
    // Better now than after a run of an hour.
    try (SimulationFiles files = SimulationFiles.of(html, trace, record)) {
      int code = runs(twice, simulations, files);
      files.keep();
      return code;
    }
  }

  private int runs(boolean twice, Supplier<Simulation> simulations, SimulationFiles files)
      throws IOException {
    printer.head();
    Repetition repetition = new Repetition();
    Simulation simulation = simulations.get();
    if (twice) {
      simulation.listen(repetition::first);
    }
    SimulationReport report = drawn(simulation, files);
    printer.report(report);
    if (record.isPresent()) {
      Recorder recorder = simulation.recorder().orElseThrow();
      try (BufferedWriter file = Files.newBufferedWriter(files.record().orElseThrow().path())) {
        recorder.writeTo(
            file, "crossline simulate --system " + printer.name() + ", " + printer.subtitle());
      }
      printer.record(record.get(), recorder);
    }
    boolean good = report.holds();
    if (!good && directory.isPresent()) {
      printer.violations(report);
    } else if (!good) {
      printer.violations(
          report, Shrinking.of(system, settings, report.audit().violations().get(0)));
    }
    Optional<Long> differs = Optional.empty();
    if (twice) {
      Simulation again = simulation();
      again.listen(repetition::second);
      traced(again);
      Optional<Repetition.Difference> difference = repetition.end();
      printer.repetition(difference, difference.flatMap(this::lineOfFirst));
      good &= difference.isEmpty();
      differs = difference.map(Repetition.Difference::number);
    }
    if (json) {
      out.println(printer.json(report, differs, good));
    }
    out.flush();
    return good ? 0 : 1;
  }

  private Simulation simulation() {
    return record.isPresent()
        ? Simulation.recorded(system, settings)
        : Simulation.of(system, settings);
  }

  /** Runs it, and draws it where that was asked for. */
  private SimulationReport drawn(Simulation simulation, SimulationFiles files) throws IOException {
    if (html.isEmpty()) {
      return written(simulation, files);
    }
    RunPicture.Builder picture =
        RunPicture.builder("crossline simulate · " + printer.name(), printer.subtitle(), FAILED);
    simulation.chains().forEach(chain -> picture.lane(chain.name(), chain.depth()));
    simulation.listen(picture::add);
    SimulationReport report = written(simulation, files);
    Map<String, String> ids = simulation.ids();
    for (String name : picture.held()) {
      String id = ids.get(name);
      if (id != null) {
        picture.identify(name, id, printer.kind(name));
      }
    }
    RunPage.write(picture.build(), files.html().orElseThrow().path());
    return report;
  }

  /** Runs it, and writes its trace where that was asked for. */
  private SimulationReport written(Simulation simulation, SimulationFiles files)
      throws IOException {
    if (trace.isEmpty()) {
      return traced(simulation);
    }
    try (BufferedWriter file = Files.newBufferedWriter(files.trace().orElseThrow().path())) {
      simulation.listen(
          line -> {
            try {
              file.write(line.toText());
              file.write('\n');
            } catch (IOException full) {
              throw new UncheckedIOException(full);
            }
          });
      return traced(simulation);
    }
  }

  private SimulationReport traced(Simulation simulation) {
    try (ProgressBar progress = new ProgressBar()) {
      return simulation.run(progress::at);
    }
  }

  /** What the first run said in a line: a third one tells, unless it differs as well. */
  private Optional<String> lineOfFirst(Repetition.Difference difference) {
    Simulation third = simulation();
    long[] number = new long[1];
    String[] found = new String[1];
    third.listen(
        (TimelineEntry line) -> {
          if (++number[0] == difference.number()) {
            found[0] = line.toText();
          }
        });
    third.run(Simulation.Progress.NONE);
    return Optional.ofNullable(found[0]);
  }
}
