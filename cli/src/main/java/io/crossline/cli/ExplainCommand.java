// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.cli.ask.AbiFiles;
import io.crossline.core.hash.ChecksumAddress;
import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonStream;
import io.crossline.core.rpc.EthReader;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.rpc.GatewayLogs;
import io.crossline.messaging.MalformedInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crossline explain}: what chains logged about messages, in words. */
@Command(
    name = "explain",
    description = {
      "Explains the messages in receipts and logs: of Starknet's L1, or with --network",
      "of IPC's gateways.",
      "",
      "Reads receipts and logs as nodes, explorers and tools give them: JSON, arrays,",
      "JSON lines, answers of JSON-RPC and batches of them, notifications, Etherscan,",
      "Foundry's broadcasts, ethers and viem. For Starknet also L1_HANDLER transactions",
      "and their receipts.",
      "",
      "Starknet: prints for each message direction, sender, receiver, selector, payload,",
      "nonce, fee, message hash, hash of the L2 transaction that handles it, storage",
      "slot, status as far as these logs tell, and the calls that cancel it, ready to",
      "send. IPC: prints for each message its envelope, its way hop by hop, and how it",
      "was answered. No node is asked for anything.",
      "",
      "An array, or JSON lines, are explained as they come, whatever their size: each",
      "message once, with a number, and later a line for each change. What was said is",
      "remembered of the last 4,000,000 logs and messages; a later change of an older",
      "one is told with its hash and without a number.",
      ""
    },
    exitCodeList = {
      " 0:it was explained, even if there is no message in it",
      " 2:it is not valid or not there, or its network is not known"
    },
    footer = {
      "  crossline explain receipt.json",
      "  cast receipt 0x5780... --json | crossline explain -",
      "  crossline explain logs.jsonl --chain SN_SEPOLIA --json",
      "  crossline explain receipt.json --abi target/dev/bridge.contract_class.json",
      "  crossline explain log.json --chain KATANA --core 0x5fbd...0aa3",
      "  crossline explain --network /r314159=0x1170...0831 root.json",
      "  crossline explain --network /r1=0x1e0f...e1af /r1=root.json /r1/0x0200...0002=child.json"
    })
final class ExplainCommand implements Callable<Integer> {
  /** How many of the last logs and messages are remembered. */
  private static final int REMEMBERED = 4_000_000;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "Receipts or logs, .json, .jsonl or .gz of them; - reads the standard input.",
        "NETWORK=FILE says which network of IPC it is of, such as /r1/0x...=child.json:",
        "the gateways of all subnets have the same address, 0x77aa...1da8."
      })
  private List<String> files;

  @Option(
      names = "--chain",
      paramLabel = "NAME",
      description =
          "Starknet's chain id: SN_MAIN, SN_SEPOLIA, or with --core another one, as text,"
              + " decimal or 0x. Without it: the network whose core contract is among the emitters.")
  private @Nullable String chain;

  @Option(
      names = "--core",
      paramLabel = "ADDRESS",
      description = "The core contract, for a deployment that is not public.")
  private @Nullable String core;

  @Option(
      names = "--network",
      paramLabel = "ID=GATEWAY",
      description =
          "A network of IPC and its gateway; can be given several times. That of a subnet may be"
              + " left out. @N behind it: how many blocks an epoch has, if that is known.")
  private List<String> networks = new ArrayList<>();

  @Option(
      names = "--json",
      description = "Print JSON: lines for JSON lines or an array, otherwise one document.")
  private boolean json;

  @Mixin private AbiFiles abis;

  @Spec private CommandSpec spec;

  ExplainCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    if (!networks.isEmpty() && (chain != null || core != null)) {
      throw new ParameterException(
          spec.commandLine(), "--network is of IPC, --chain and --core are of Starknet");
    }
    ExplainFile at = ExplainFile.parse(files.get(0));
    try {
      List<ExplainFile> inputs = files.stream().map(ExplainFile::parse).toList();
      if (networks.isEmpty() && inputs.stream().allMatch(file -> file.network().isEmpty())) {
        StarknetExplainer explainer =
            new StarknetExplainer(network(), abis.read(), out, json, REMEMBERED);
        for (ExplainFile file : inputs) {
          at = file;
          try (JsonStream input = at.open(out)) {
            explainer.read(input, files.size() > 1);
          }
        }
        explainer.end();
      } else {
        ExplainIpc explainer = new ExplainIpc(gateways(inputs));
        for (ExplainFile file : inputs) {
          at = file;
          explainer.turnTo(at.network());
          try (JsonStream input = at.open(out)) {
            readAll(input, explainer);
          }
        }
        explainer.print(out, json);
      }
      return ExitCode.OK;
    } catch (MalformedInputException invalid) {
      out.flush();
      errors.println(invalid.getMessage());
    } catch (NoSuchFileException absent) {
      out.flush();
      errors.println(at.name() + ": there is no such file");
    } catch (IOException | UncheckedIOException | InvalidPathException unreadable) {
      out.flush();
      errors.println(at.name() + ": cannot be read: " + unreadable.getMessage());
    } finally {
      out.flush();
      errors.flush();
    }
    return Main.INVALID;
  }

  /** Reads all that is in a file. */
  private static void readAll(JsonStream input, EthReader.Sink sink) {
    if (!input.next()) {
      throw new InvalidJsonException(input.place(), "not JSON: the document is empty");
    }
    do {
      EthReader.read(input, sink);
    } while (input.next());
  }

  private ExplainChain network() {
    return given(
        () ->
            ExplainChain.of(
                Optional.ofNullable(chain),
                Optional.ofNullable(core)
                    .map(text -> named("--core", () -> ChecksumAddress.parse(text)))));
  }

  /** The networks that were given, and those that files are of. */
  private List<GatewayLogs.Network> gateways(List<ExplainFile> inputs) {
    Map<SubnetId, GatewayLogs.Network> all = new LinkedHashMap<>();
    for (String text : networks) {
      GatewayLogs.Network network =
          given(
              () ->
                  named(
                      "--network", () -> GatewayLogs.Network.parse(text, ChecksumAddress::parse)));
      all.put(network.id(), network);
    }
    for (ExplainFile input : inputs) {
      input
          .network()
          .filter(id -> !all.containsKey(id))
          .ifPresent(
              id ->
                  all.put(
                      id,
                      given(
                          () -> GatewayLogs.Network.parse(id.toString(), ChecksumAddress::parse))));
    }
    return List.copyOf(all.values());
  }

  private static <T> T named(String option, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (MalformedInputException malformed) {
      throw new MalformedInputException(option + ": " + malformed.getMessage());
    }
  }

  private <T> T given(Supplier<T> options) {
    try {
      return options.get();
    } catch (MalformedInputException malformed) {
      throw new ParameterException(spec.commandLine(), malformed.getMessage(), malformed);
    }
  }
}
