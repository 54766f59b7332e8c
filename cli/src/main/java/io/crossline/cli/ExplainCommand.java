// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonPlace;
import io.crossline.core.json.JsonStream;
import io.crossline.core.rpc.EthReader;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crossline explain}: what L1 logged about messages, in words. */
@Command(
    name = "explain",
    description = {
      "Explains the messages in a receipt or logs of L1 (Starknet).",
      "",
      "Reads an L1 receipt, a log, or an array of them as JSON, as nodes give it and",
      "also in a JSON-RPC answer. Prints for each message, in order: direction,",
      "sender, receiver, selector, payload, nonce, fee, message hash, hash of the L2",
      "transaction that handles it, storage slot in the core contract, status as far",
      "as these logs tell, and the calls that cancel it, ready to send. No node is",
      "asked for anything.",
      ""
    },
    exitCodeList = {
      " 0:it was explained, even if there is no message in it",
      " 2:it is not valid or not there, or its network is not known"
    },
    footer = {
      "  crossline explain receipt.json",
      "  cast receipt 0x5780... --json | crossline explain -",
      "  crossline explain logs.json --chain SN_SEPOLIA --json",
      "  crossline explain log.json --chain KATANA --core 0x5fbd...0aa3"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  /** How many of the last logs and messages are remembered. */
  private static final int REMEMBERED = 4_000_000;

  @Parameters(
      paramLabel = "FILE",
      description = "A receipt or logs, .json or .json.gz; - reads the standard input.")
  private String file;

  @Option(
      names = "--chain",
      paramLabel = "NAME",
      description =
          "The network's chain id: SN_MAIN, SN_SEPOLIA, or with --core another one."
              + " Without it: the network whose core contract is among the emitters.")
  private @Nullable String chain;

  @Option(
      names = "--core",
      paramLabel = "ADDRESS",
      description = "The core contract, for a deployment that is not public.")
  private @Nullable String core;

  @Option(names = "--json", description = "Print one JSON document instead.")
  private boolean json;

  @Spec private CommandSpec spec;

  ExplainCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    try (JsonStream input = open()) {
      explain(input, network(), out);
      return ExitCode.OK;
    } catch (MalformedInputException invalid) {
      out.flush();
      errors.println(invalid.getMessage());
    } catch (NoSuchFileException absent) {
      errors.println(file + ": there is no such file");
    } catch (UncheckedIOException unreadable) {
      out.flush();
      errors.println(file + ": cannot be read: " + unreadable.getCause().getMessage());
    } catch (IOException | InvalidPathException unreadable) {
      errors.println(file + ": cannot be read: " + unreadable.getMessage());
    } finally {
      out.flush();
      errors.flush();
    }
    return Main.INVALID;
  }

  /** One object is explained as a whole; several, and an array, as they come. */
  private void explain(JsonStream input, ExplainChain network, PrintWriter out) {
    if (!input.next()) {
      throw new InvalidJsonException(input.place(), "not JSON: the document is empty");
    }
    JsonPlace start = input.place();
    Explanation document = new Explanation();
    ExplainStream stream =
        new ExplainStream(json ? new ExplainJson(out) : new ExplainText(out), REMEMBERED);
    boolean several = input.isArray();
    ExplainLogs logs = new ExplainLogs(network, several ? stream : document, REMEMBERED);
    EthReader.read(input, logs);
    while (input.next()) {
      if (!several) {
        several = true;
        stream.take(document, network.known());
        logs.turnTo(stream);
      }
      EthReader.read(input, logs);
    }
    network.requireKnown(logs.logs(), start);
    if (several) {
      stream.end(network.known(), logs.logs());
      return;
    }
    document.end(network.known(), logs.logs());
    if (json) {
      new ExplainJson(out).print(document);
    } else {
      new ExplainText(out).print(document);
    }
  }

  private JsonStream open() throws IOException {
    return file.equals(STANDARD_INPUT)
        ? JsonStream.of("standard input", System.in)
        : JsonStream.open(Path.of(file));
  }

  private ExplainChain network() {
    try {
      return ExplainChain.of(
          Optional.ofNullable(chain), Optional.ofNullable(core).map(EthAddress::parse));
    } catch (MalformedInputException malformed) {
      throw new ParameterException(spec.commandLine(), malformed.getMessage(), malformed);
    }
  }
}
