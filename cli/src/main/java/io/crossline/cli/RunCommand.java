// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.cli.ask.AbiFiles;
import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.network.DifferentSetupException;
import io.crossline.core.store.StoreText;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.scenario.Scenario;
import io.crossline.scenario.ScenarioFile;
import io.crossline.scenario.ScenarioTime;
import io.crossline.starknet.cairo.CairoAbis;
import io.crossline.store.rocksdb.RocksDbStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crossline run}: runs a scenario on the embedded networks. */
@Command(
    name = "run",
    description = {
      "Runs a scenario on the embedded networks and prints its timeline.",
      "",
      "Colours are used on a terminal unless NO_COLOR is set.",
      ""
    },
    exitCodeList = {
      " 0:it went as the scenario says",
      " 1:it did not: something was refused, or a status was not reached",
      " 2:the scenario is not valid or not there, or a handler it needs cannot be used"
    },
    footer = {
      "  crossline run examples/starknet-deposit.json",
      "  crossline run examples/ipc-call.json --until 00:01:00",
      "  crossline run examples/ipc-call.json --json",
      "  crossline run my-scenario.json --plugins plugins/",
      "  crossline run my-scenario.json --store state/",
      "  crossline run examples/ipc-three-hops.json --receipts chains/"
    })
final class RunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The scenario, .json or .json.gz.")
  private Path file;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Stop at this virtual time at the latest, such as 00:01:30, 2h or 5d.")
  private @Nullable String until;

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "Load the handlers of the plugins in this folder too.")
  private @Nullable Path plugins;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = {
        "Keep the network in this directory. If one is there from an earlier run, the",
        "steps go on where it ended."
      })
  private @Nullable Path store;

  @Option(
      names = "--receipts",
      paramLabel = "DIR",
      description = {
        "Write the blocks, receipts and logs of each chain there as a node gives them,",
        "for crossline explain: JSON lines. Files of an earlier run are replaced."
      })
  private @Nullable Path receipts;

  @Option(names = "--json", description = "Print one JSON document instead.")
  private boolean json;

  @Mixin private AbiFiles abis;

  @Spec private CommandSpec spec;

  RunCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    Optional<Duration> end = Optional.ofNullable(until).map(this::time);
    try {
      Scenario scenario = ScenarioFile.read(file).toldBy(told());
      if (store == null) {
        return run(scenario, end, Optional.empty());
      }
      try (RocksDbStore kept = RocksDbStore.open(store)) {
        StoreText.requireWhole(kept);
        return run(scenario, end, Optional.of(kept));
      }
    } catch (StoreException | DifferentSetupException unusable) {
      errors.println(StoreAction.about(store, unusable));
    } catch (InvalidJsonException invalid) {
      errors.println(invalid.getMessage());
    } catch (NoSuchFileException absent) {
      errors.println(absent.getFile() + ": there is no such file");
    } catch (NotDirectoryException notFolder) {
      errors.println(notFolder.getFile() + ": is not a folder of plugins");
    } catch (IOException unusable) {
      errors.println("cannot be read or written: " + unusable.getMessage());
    }
    errors.flush();
    return Main.INVALID;
  }

  private CairoAbis told() {
    try {
      return abis.read();
    } catch (InvalidJsonException invalid) {
      throw invalid;
    } catch (MalformedInputException unusable) {
      throw new ParameterException(spec.commandLine(), unusable.getMessage(), unusable);
    }
  }

  private int run(Scenario scenario, Optional<Duration> end, Optional<StateStore> kept)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Optional<ReceiptsFolder> folder =
        Optional.ofNullable(receipts).map(dir -> new ReceiptsFolder());
    ScenarioRunner runner =
        new ScenarioRunner(out, spec.commandLine().getErr(), json, kept, folder);
    int code = plugins == null ? runner.run(scenario, end) : runner.run(scenario, end, plugins);
    if (folder.isPresent() && receipts != null) {
      List<String> written;
      try {
        written = folder.get().write(receipts);
      } catch (IOException unwritable) {
        String why =
            unwritable instanceof NoSuchFileException
                ? "no such folder can be made"
                : unwritable.getMessage();
        throw new IOException(receipts + ": " + why, unwritable);
      }
      if (!json) {
        written.forEach(out::println);
      }
    }
    return code;
  }

  private Duration time(String text) {
    try {
      return ScenarioTime.parse(text);
    } catch (MalformedInputException malformed) {
      throw new ParameterException(
          spec.commandLine(), "--until: " + malformed.getMessage(), malformed);
    }
  }
}
