// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code crossline store}: looks at a store, and moves it. */
@Command(
    name = "store",
    scope = ScopeType.INHERIT,
    subcommands = {
      StoreInspectCommand.class,
      StoreMessagesCommand.class,
      StoreVerifyCommand.class,
      StoreBackupCommand.class,
      StoreExportCommand.class,
      StoreImportCommand.class,
      StoreForgetCommand.class,
      StoreCompactCommand.class,
      StoreUpgradeCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Looks at the directory in which a network or an engine keeps its state.",
      "",
      "The store must not be in use, but for backup. docs/durability.md says what it promises.",
      ""
    },
    exitCodeList = {
      " 0:done, and nothing is wrong with the store",
      " 1:the store is damaged; the place is named",
      " 2:it could not be opened, or the command line is wrong"
    },
    footer = {
      "  crossline store inspect state/",
      "  crossline store messages state/ --status CONSUMABLE",
      "  crossline store verify state/",
      "  crossline store backup state/ backup-1/",
      "  crossline store export state/ > state.jsonl",
      "  crossline store import copy/ < state.jsonl",
      "  crossline store forget state/",
      "  crossline store compact state/",
      "  crossline store upgrade state/ state-2/"
    })
final class StoreCommand implements Runnable {
  @Spec private CommandSpec spec;

  StoreCommand() {}

  @Override
  public void run() {
    throw CrosslineCommand.noCommand(spec.commandLine());
  }
}
