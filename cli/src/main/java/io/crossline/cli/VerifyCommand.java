// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crossline verify}: runs vector files. */
@Command(
    name = "verify",
    description = {
      "Runs vectors and compares every value they give as expected.",
      "",
      "Prints a line for each file, the differences of each case that failed, and last",
      "\"N passed, M failed\", counting cases. Nothing is skipped: a file with a suite,",
      "operation, function, behaviour or field that is not known is not valid.",
      ""
    },
    exitCodeList = {
      " 0:at least one case ran, and all passed",
      " 1:a case failed, or there was none",
      " 2:a file is not valid, or not there"
    },
    footer = {
      "  crossline verify",
      "  crossline verify vectors/ more/starknet-events.json.gz",
      "  crossline verify vectors/ipc-abi.json --case p-log-newtopdownmessage-6"
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Files, and folders to be searched for files, with names in .json or .json.gz."
              + " Without a path: the vectors that come with Crossline.")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--json", description = "Print one JSON document instead.")
  private boolean json;

  @Option(
      names = "--case",
      paramLabel = "ID",
      description = "Run only the case with this id. Can be given several times.")
  private List<String> cases = new ArrayList<>();

  @Spec private CommandSpec spec;

  VerifyCommand() {}

  @Override
  public Integer call() {
    return new Verify(spec.commandLine().getOut(), spec.commandLine().getErr(), paths, cases)
        .run(json);
  }
}
