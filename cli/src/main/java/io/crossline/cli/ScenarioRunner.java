// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.handler.HandlerException;
import io.crossline.core.handler.HandlerRegistry;
import io.crossline.core.plugin.PluginFolder;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.spi.MessageHandlerProvider;
import io.crossline.messaging.store.StateStore;
import io.crossline.scenario.Scenario;
import io.crossline.scenario.ScenarioEnd;
import io.crossline.scenario.ScenarioFailedException;
import io.crossline.scenario.ScenarioReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import picocli.CommandLine.ExitCode;

/** Runs one scenario and prints it, for people or for machines. */
final class ScenarioRunner {
  private final PrintWriter out;
  private final PrintWriter errors;
  private final boolean json;
  private final Optional<StateStore> store;
  private final Optional<ReceiptsFolder> receipts;

  /** With the store that keeps the network, and with what takes its blocks, if there is one. */
  ScenarioRunner(
      PrintWriter out,
      PrintWriter errors,
      boolean json,
      Optional<StateStore> store,
      Optional<ReceiptsFolder> receipts) {
    this.receipts = receipts;
    this.out = out;
    this.errors = errors;
    this.json = json;
    this.store = store;
  }

  /** Runs a scenario with the handlers of a folder of plugins too; gives the exit code. */
  int run(Scenario scenario, Optional<Duration> until, Path plugins) throws IOException {
    try (PluginFolder folder = PluginFolder.open(plugins)) {
      return run(scenario, until, folder::loadInto);
    }
  }

  /** Runs a scenario; gives the exit code. */
  int run(Scenario scenario, Optional<Duration> until) {
    return run(scenario, until, handlers -> {});
  }

  private int run(Scenario scenario, Optional<Duration> until, Consumer<HandlerRegistry> plugins) {
    try (HandlerRegistry handlers = new HandlerRegistry()) {
      handlers.discover(ServiceLoader.load(MessageHandlerProvider.class));
      plugins.accept(handlers);
      handlers.problems().forEach(problem -> errors.println("warning: " + problem));
      return json ? forMachines(scenario, handlers, until) : forPeople(scenario, handlers, until);
    } catch (ScenarioFailedException failed) {
      errors.println(failed.getMessage());
      return ExitCode.SOFTWARE;
    } catch (HandlerException unusable) {
      errors.println(unusable.getMessage());
      return Main.INVALID;
    } finally {
      out.flush();
      errors.flush();
    }
  }

  private int forPeople(Scenario scenario, HandlerRegistry handlers, Optional<Duration> until) {
    TimelinePrinter printer = new TimelinePrinter(out, colours());
    printer.head(scenario);
    printer.end(scenario.run(handlers, store, until, printer::line, receipts.map(taker -> taker)));
    return ExitCode.OK;
  }

  /** Colours only where a person looks at them and did not ask to be spared: see no-color.org. */
  private static boolean colours() {
    String spared = System.getenv("NO_COLOR");
    return System.console() != null && (spared == null || spared.isEmpty());
  }

  private int forMachines(Scenario scenario, HandlerRegistry handlers, Optional<Duration> until) {
    List<TimelineEntry> timeline = new ArrayList<>();
    ScenarioEnd end =
        scenario.run(handlers, store, until, timeline::add, receipts.map(taker -> taker));
    out.println(ScenarioReport.json(scenario, timeline, end));
    return ExitCode.OK;
  }
}
