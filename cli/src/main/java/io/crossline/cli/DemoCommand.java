// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.scenario.Scenario;
import io.crossline.scenario.ScenarioFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code crossline demo}: runs the scenarios that come with the command. */
@Command(
    name = "demo",
    description = {
      "Runs the scenarios that come with the command: a message across each system.",
      "",
      "The same scenarios lie in the folder examples, to be changed and run with crossline run.",
      ""
    },
    footer = {"  crossline demo", "  crossline demo --json"})
final class DemoCommand implements Callable<Integer> {
  private static final List<String> SCENARIOS = List.of("starknet-deposit.json", "ipc-call.json");

  @Option(names = "--json", description = "Print a JSON document for each scenario, a line each.")
  private boolean json;

  @Spec private CommandSpec spec;

  DemoCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    int worst = ExitCode.OK;
    for (String name : SCENARIOS) {
      String resource = "/META-INF/crossline/examples/" + name;
      try (InputStream in =
          Objects.requireNonNull(DemoCommand.class.getResourceAsStream(resource), resource)) {
        Scenario scenario = ScenarioFile.read(name, in);
        worst =
            Math.max(
                worst,
                new ScenarioRunner(out, errors, json, Optional.empty(), Optional.empty())
                    .run(scenario, Optional.empty()));
      }
      if (!json) {
        out.println();
      }
    }
    return worst;
  }
}
