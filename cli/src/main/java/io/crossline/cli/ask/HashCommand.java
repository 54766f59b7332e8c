// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.l2.L1HandlerTransaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code crossline hash}: the hashes by which chains know messages. */
@Command(
    name = "hash",
    scope = ScopeType.INHERIT,
    subcommands = {
      HashCommand.ToL2.class,
      HashCommand.ToL1.class,
      HashCommand.HandlerTransaction.class,
      HashCommand.Envelope.class,
      HashCommand.TracingId.class
    },
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "The hashes by which chains know messages.",
      "",
      "Numbers are decimal or 0x and hexadecimal digits. No node is asked for anything.",
      ""
    },
    footer = {
      "  crossline hash l2-to-l1 0x2 0xb1 4",
      "  crossline hash l1-to-l2 0x00000000000000000000000000000000000000b1 2 deposit 5 0x10"
    })
public final class HashCommand implements Runnable {
  @Spec private CommandSpec spec;

  HashCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "which hash? " + String.join(", ", spec.commandLine().getSubcommands().keySet()));
  }

  private static Map<String, @Nullable Object> one(String name, Object value) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put(name, value.toString());
    return fields;
  }

  /** {@code crossline hash l1-to-l2}. */
  @Command(
      name = "l1-to-l2",
      description = {
        "The hash by which L1 knows a message to L2.",
        "",
        "The words: from, to, selector, nonce, and the payload, a word for each felt.",
        "The selector is a number, or the name of the entry point.",
        ""
      },
      footer = {
        "  crossline hash l1-to-l2 0x00000000000000000000000000000000000000b1 2 deposit 5 0x10",
        "  echo '{\"from\":\"0x00000000000000000000000000000000000000b1\",\"to\":2,"
            + "\"selector\":3,\"nonce\":5,\"payload\":[4]}' | crossline hash l1-to-l2"
      })
  static final class ToL2 extends Question {
    ToL2() {}

    @Override
    List<String> names() {
      return List.of("from", "to", "selector", "nonce", "payload…");
    }

    @Override
    Map<String, @Nullable Object> answer(List<String> question) {
      return one("messageHash", new Words(question, names()).toL2(0).hash());
    }
  }

  /** {@code crossline hash l2-to-l1}. */
  @Command(
      name = "l2-to-l1",
      description = {
        "The hash by which L1 knows a message from L2.",
        "",
        "The words: from, to, and the payload, a word for each felt.",
        ""
      },
      footer = "  crossline hash l2-to-l1 0x2 0xb1 4")
  static final class ToL1 extends Question {
    ToL1() {}

    @Override
    List<String> names() {
      return List.of("from", "to", "payload…");
    }

    @Override
    Map<String, @Nullable Object> answer(List<String> question) {
      return one("messageHash", new Words(question, names()).toL1().hash());
    }
  }

  /** {@code crossline hash l1-handler-tx}. */
  @Command(
      name = "l1-handler-tx",
      description = {
        "The hash of the L2 transaction that handles a message to L2.",
        "",
        "The words: chain (SN_MAIN, SN_SEPOLIA or any chain id), from, to, selector,",
        "nonce, and the payload, a word for each felt.",
        ""
      },
      footer = {
        "  crossline hash l1-handler-tx SN_MAIN"
            + " 0x00000000000000000000000000000000000000b1 2 deposit 5 0x10"
      })
  static final class HandlerTransaction extends Question {
    HandlerTransaction() {}

    @Override
    List<String> names() {
      return List.of("chain", "from", "to", "selector", "nonce", "payload…");
    }

    @Override
    Map<String, @Nullable Object> answer(List<String> question) {
      Words words = new Words(question, names());
      L1ToL2Message message = words.toL2(1);
      return one(
          "transactionHash",
          L1HandlerTransaction.of(message, words.at(0, StarknetChain::parseId)).transactionHash());
    }
  }

  /** A question about an envelope. */
  abstract static class OfEnvelope extends Question {
    @Override
    List<String> names() {
      return Envelopes.NAMES;
    }

    @Override
    List<String> fields() {
      return Envelopes.FIELDS;
    }
  }

  /** {@code crossline hash envelope}. */
  @Command(
      name = "envelope",
      description = {
        "The hash of an IPC envelope: keccak256(abi.encode(envelope)).",
        "",
        "The words: kind (Transfer, Call, Result), from, to, value, local nonce, original",
        "nonce, and the message if there is one; or the ABI encoding alone. Addresses",
        "stand behind their network and a colon.",
        ""
      },
      footer = {
        "  crossline hash envelope Transfer"
            + " /r1:0x00000000000000000000000000000000000000a1"
            + " /r1/0x00000000000000000000000000000000000000b1"
            + ":0x00000000000000000000000000000000000000c1 5 0 0"
      })
  static final class Envelope extends OfEnvelope {
    Envelope() {}

    @Override
    Map<String, @Nullable Object> answer(List<String> question) {
      return one("hash", Envelopes.parse(question).hash());
    }
  }

  /** {@code crossline hash tracing-id}. */
  @Command(
      name = "tracing-id",
      description = {
        "The id that an IPC message keeps on its whole way.",
        "",
        "The words: those of crossline hash envelope, at any hop.",
        ""
      },
      footer = {
        "  crossline hash tracing-id Call"
            + " /r1:0x00000000000000000000000000000000000000a1"
            + " /r1/0x00000000000000000000000000000000000000b1"
            + ":0x00000000000000000000000000000000000000c1 5 0 7 0x"
      })
  static final class TracingId extends OfEnvelope {
    TracingId() {}

    @Override
    Map<String, @Nullable Object> answer(List<String> question) {
      return one("tracingId", Envelopes.parse(question).tracingId());
    }
  }
}
