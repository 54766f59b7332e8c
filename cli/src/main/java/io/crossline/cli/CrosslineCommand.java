// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.cli.ask.AddressCommand;
import io.crossline.cli.ask.DecodeCommand;
import io.crossline.cli.ask.EncodeCommand;
import io.crossline.cli.ask.HashCommand;
import io.crossline.cli.ask.SelectorCommand;
import io.crossline.cli.ask.SlotCommand;
import io.crossline.cli.ask.SubnetCommand;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

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
      HashCommand.class,
      SelectorCommand.class,
      SlotCommand.class,
      EncodeCommand.class,
      DecodeCommand.class,
      AddressCommand.class,
      SubnetCommand.class,
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
      "  crossline selector handle_deposit      what an entry point is known by",
      "  crossline verify                       all vectors that come with Crossline",
      "  crossline verify my-vectors/ --json    files of yours, for a machine"
    })
final class CrosslineCommand implements Runnable {
  private static final int WIDTH = 80;
  private static final int LEAST_WIDTH = 55;

  @Spec private CommandSpec spec;

  CrosslineCommand() {}

  /** The whole command line. */
  static CommandLine commandLine() {
    return new CommandLine(new CrosslineCommand())
        .setUsageHelpWidth(
            Terminal.width().map(width -> Math.max(width, LEAST_WIDTH)).orElse(WIDTH))
        .setParameterExceptionHandler(CrosslineCommand::misused)
        .setExecutionExceptionHandler(CrosslineCommand::failed);
  }

  /** A wrong command line is told in a line, which says where help is. */
  private static int misused(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    String name = line.getCommandSpec().qualifiedName();
    String problem = String.valueOf(e.getMessage()).lines().collect(Collectors.joining(" "));
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      problem += ". Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
    }
    PrintWriter errors = line.getErr();
    errors.println(name + ": " + problem + " (see " + name + " --help)");
    errors.flush();
    return Main.INVALID;
  }

  private static int failed(Exception e, CommandLine line, ParseResult parsed) throws Exception {
    if (e instanceof StandardOutput.FailedException) {
      // Whoever gave the output knows why.
      return Main.INVALID;
    } else if (e instanceof ParameterException wrong) {
      return misused(wrong, new String[0]);
    }
    e.printStackTrace(line.getErr());
    line.getErr().flush();
    return Main.FAULT;
  }

  static ParameterException noCommand(CommandLine line) {
    return new ParameterException(
        line, "which command? " + String.join(", ", line.getSubcommands().keySet()));
  }

  @Override
  public void run() {
    throw noCommand(spec.commandLine());
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
