// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command: it does nothing by itself. */
@Command(
    name = "crossline",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = CrosslineCommand.Version.class,
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      PluginsCommand.class,
      SimulateCommand.class,
      StoreCommand.class,
      ExplainCommand.class,
      VerifyCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Cross-chain messaging by the rules of the deployed contracts: Starknet and IPC.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:it ran, and everything came out as expected",
      " 1:it ran, and something did not",
      " 2:it could not run: a wrong command line, or a file that is not valid"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  crossline demo                         a message across each system",
      "  crossline run my-scenario.json         a scenario of yours",
      "  crossline simulate --system ipc        a network under faults, audited",
      "  crossline store verify state/          the state that a network keeps",
      "  crossline plugins plugins/             what is in a folder of plugins",
      "  crossline explain receipt.json         the messages of an L1 transaction",
      "  crossline verify                       all vectors that come with Crossline",
      "  crossline verify my-vectors/ --json    files of yours, for a machine"
    })
final class CrosslineCommand implements Runnable {
  @Spec private CommandSpec spec;

  CrosslineCommand() {}

  /** The whole command line. */
  static CommandLine commandLine() {
    return new CommandLine(new CrosslineCommand())
        .setUsageHelpAutoWidth(false)
        .setExitCodeExceptionMapper(
            e -> e instanceof ParameterException ? Main.INVALID : Main.FAULT);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? One of those below.");
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    Version() {}

    @Override
    public String[] getVersion() {
      return new String[] {Main.version()};
    }
  }
}
