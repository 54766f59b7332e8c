// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.fault.FaultProfile;
import io.crossline.simulation.SimulatedSystem;
import io.crossline.simulation.SimulationSettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code crossline simulate}: a network under traffic and faults, audited. */
@Command(
    name = "simulate",
    description = {
      "Sends messages through a network while things go wrong, and audits it.",
      "",
      "All chance comes from the seed: the same command gives the same run, to the last",
      "byte of its trace. The auditor reads only logs and the state in the end, and holds",
      "the invariants of docs/invariants.md against them.",
      "",
      "Profiles: clean (nothing goes wrong, and users do nothing odd), light, rough,",
      "hostile (several faults at any time, deep reorganisations, a day of standing still).",
      ""
    },
    sortOptions = false,
    exitCodeList = {
      " 0:all invariants hold",
      " 1:an invariant is broken, or with --twice the two runs differ",
      " 2:the command line is wrong, or a file cannot be written"
    },
    footer = {
      "  crossline simulate --system starknet",
      "  crossline simulate --system ipc --messages 50000 --seed 7 --faults hostile",
      "  crossline simulate --system ipc --subnets 1000 --depth 5 --faults light",
      "  crossline simulate --system starknet --twice",
      "  crossline simulate --system ipc --messages 2000 --html run.html",
      "  crossline simulate --system starknet --messages 500 --record run.json",
      "  crossline simulate --system ipc --messages 100000 --store state/"
    })
final class SimulateCommand implements Callable<Integer> {
  @Option(
      names = "--system",
      required = true,
      paramLabel = "SYSTEM",
      description = "The messaging system: starknet or ipc.")
  private String system;

  @Option(
      names = "--messages",
      paramLabel = "N",
      defaultValue = "5000",
      description = "How many messages users send (default: 5000). Answers come on top.")
  private long messages;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Where all chance comes from (default: 1).")
  private long seed;

  @Option(
      names = "--faults",
      paramLabel = "PROFILE",
      defaultValue = "rough",
      description = "clean, light, rough or hostile (default: rough).")
  private String faults;

  @Option(
      names = "--subnets",
      paramLabel = "N",
      description = "How many networks the tree has, the root included (ipc; default: 7).")
  private @Nullable Integer subnets;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "How many levels the tree has, from 2 to 9 (ipc; default: 3).")
  private @Nullable Integer depth;

  @Option(names = "--twice", description = "Run it again, and name the first event that differs.")
  private boolean twice;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Draw the run: one page that needs no network.")
  private @Nullable Path html;

  @Option(names = "--trace", paramLabel = "FILE", description = "Write all lines of the timeline.")
  private @Nullable Path trace;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Write what ran on the contracts as vectors, for crossline verify.")
  private @Nullable Path record;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = {
        "Keep the network in this directory. A run that was killed goes on there, with",
        "the same command, until as many messages are sent; all of it is audited."
      })
  private @Nullable Path store;

  @Option(names = "--json", description = "Print one JSON document instead.")
  private boolean json;

  @Spec private CommandSpec spec;

  SimulateCommand() {}

  @Override
  public Integer call() {
    SimulatedSystem which = which();
    FaultProfile profile =
        FaultProfile.named(faults)
            .orElseThrow(
                () ->
                    wrong(
                        "--faults: found "
                            + faults
                            + ", there is "
                            + FaultProfile.all().stream()
                                .map(FaultProfile::name)
                                .collect(Collectors.joining(", "))));
    if (which != SimulatedSystem.IPC && (subnets != null || depth != null)) {
      throw wrong("--subnets and --depth: Starknet has always two layers; they are for ipc");
    }
    if (store != null && (twice || record != null)) {
      throw wrong("--store: a run that may go on cannot be repeated or recorded");
    }
    return new SimulationRun(
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            which,
            settings(profile),
            Optional.ofNullable(html),
            Optional.ofNullable(trace),
            Optional.ofNullable(record),
            Optional.ofNullable(store),
            json)
        .run(twice);
  }

  private SimulationSettings settings(FaultProfile profile) {
    try {
      return new SimulationSettings(
          messages,
          seed,
          profile,
          subnets == null ? SimulationSettings.SUBNETS : subnets,
          depth == null ? SimulationSettings.DEPTH : depth);
    } catch (IllegalArgumentException outOfRange) {
      throw wrong("--" + outOfRange.getMessage());
    }
  }

  private SimulatedSystem which() {
    try {
      return SimulatedSystem.valueOf(system.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw wrong("--system: found " + system + ", there is starknet, ipc");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
