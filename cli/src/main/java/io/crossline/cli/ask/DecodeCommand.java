// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.Signature;
import io.crossline.core.rpc.EthLog;
import io.crossline.ipc.IpcReverts;
import io.crossline.ipc.ResultExplanation;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.ResultMsg;
import io.crossline.starknet.CairoReadException;
import io.crossline.starknet.PanicText;
import io.crossline.starknet.cairo.CairoFunction;
import io.crossline.starknet.cairo.CairoJson;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.EventBeforeNonces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code crossline decode}: what bytes of a chain say. */
@Command(
    name = "decode",
    scope = ScopeType.INHERIT,
    subcommands = {
      DecodeCommand.Calldata.class,
      DecodeCommand.OfPayload.class,
      DecodeCommand.OneLog.class,
      DecodeCommand.Revert.class,
      DecodeCommand.Result.class
    },
    synopsisSubcommandLabel = "COMMAND",
    description = {"What bytes of a chain say, by the ABIs of both systems.", ""},
    footer = {
      "  crossline decode revert"
          + " 0x4e487b710000000000000000000000000000000000000000000000000000000000000011",
      "  crossline encode consumeMessageFromL2 2 '[1,2,3]' | crossline decode calldata"
    })
public final class DecodeCommand implements Runnable {
  @Spec private CommandSpec spec;

  DecodeCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "decode what? " + String.join(", ", spec.commandLine().getSubcommands().keySet()));
  }

  /** {@code crossline decode calldata}. */
  @Command(
      name = "calldata",
      description = {
        "The function and the arguments of a call.",
        "",
        "The words: the calldata, and for a function that is not of Starknet's core",
        "contract or of IPC's contracts, the function with its parameters.",
        ""
      },
      footer = {
        "  crossline encode consumeMessageFromL2 2 '[1,2,3]' | crossline decode calldata",
        "  crossline decode calldata"
            + " 0x2e1a7d4d0000000000000000000000000000000000000000000000000000000000000005"
            + " 'withdraw(uint256)'"
      })
  static final class Calldata extends Question {
    Calldata() {}

    @Override
    List<String> names() {
      return List.of("calldata", "function…");
    }

    @Override
    Map<String, @Nullable Object> answer(List<String> question) {
      Bytes calldata = new Words(question, names()).bytes(0);
      Signature function =
          question.size() > 1
              ? Signature.parse(String.join(" ", question.subList(1, question.size())))
              : KnownFunctions.of(calldata)
                  .orElseThrow(
                      () ->
                          new MalformedInputException(
                              "calldata: its function is of none of the known contracts; add it"
                                  + " with its parameters, such as 'withdraw(uint256)'"));
      AbiValue.Tuple arguments = AbiCoder.decodeCall(function, calldata);
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("function", function.canonical());
      Map<String, @Nullable Object> named = new LinkedHashMap<>();
      for (int i = 0; i < arguments.values().size(); i++) {
        named.put(
            function.parameters().names().get(i).orElse("argument" + (i + 1)),
            arguments.get(i).toString());
      }
      fields.put("arguments", named);
      return fields;
    }
  }

  /** {@code crossline decode payload}. */
  @Command(
      name = "payload",
      description = {
        "The values of Cairo that a payload holds, as a contract reads them.",
        "",
        "The words: the types in one word, or with --abi the name of a handler or a",
        "function; and the words of the payload.",
        ""
      },
      footer = {
        "  crossline decode payload 'u256, ContractAddress, ByteArray' 0x5 0x0 0x7 0x0"
            + " 0x68656c6c6f 0x5",
        "  crossline decode payload shortstring 0x455448"
      })
  static final class OfPayload extends PayloadQuestion {
    OfPayload() {}

    @Override
    List<String> names() {
      return List.of("types", "payload…");
    }

    @Override
    Map<String, @Nullable Object> answer(List<String> question) {
      CairoFunction function = function(question.get(0));
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      try {
        function
            .decode(new Words(question, names()).payload(1))
            .forEach((name, value) -> fields.put(name, CairoJson.write(value)));
      } catch (CairoReadException unread) {
        String panic = PanicText.of(unread.panic());
        throw new MalformedInputException(
            unread.getMessage() + (panic.isEmpty() ? "" : "; a contract panics with " + panic));
      }
      return fields;
    }
  }

  /** {@code crossline decode log}. */
  @Command(
      name = "log",
      description = {
        "The event that a log is, whatever contract emitted it.",
        "",
        "The word: the log as JSON, on one line.",
        ""
      },
      footer = {
        "  crossline decode log '{\"address\":\"0xc662c410c0ecf747543f5ba90660f6abebd9c8c4\","
            + "\"topics\":[\"0x9866f8ddfe70bb512b2f2b28b49d4017c43f7ba775f1a20c61c13eea8cdac111\"],"
            + "\"data\":\"0x0000000000000000000000000000000000000000000000000000000000000005\"}'"
      })
  static final class OneLog extends Question {
    OneLog() {}

    @Override
    List<String> names() {
      return List.of("log");
    }

    @Override
    boolean takesLines() {
      return true;
    }

    @Override
    Map<String, @Nullable Object> answer(List<String> question) {
      Log log = EthLog.parse(question.get(0)).toLog();
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      Optional<CoreEvent> core = CoreEvents.decode(log);
      Optional<EventBeforeNonces> early = CoreEvents.decodeBeforeNonces(log);
      Optional<GatewayEvent> gateway = GatewayEvent.parse(log);
      core.ifPresent(event -> put(fields, event.name(), event));
      early.ifPresent(event -> put(fields, event.name(), event));
      gateway.ifPresent(event -> put(fields, event.type().toString(), event));
      if (fields.isEmpty()) {
        throw new MalformedInputException(
            "log: its topic is of no event of Starknet's core contract or of an IPC gateway");
      }
      return fields;
    }

    private static void put(Map<String, @Nullable Object> fields, String name, Record event) {
      fields.put("event", name);
      fields.put("arguments", Shown.of(event));
    }

    private static void put(Map<String, @Nullable Object> fields, String name, Object event) {
      put(fields, name, (Record) event);
    }
  }

  /** {@code crossline decode revert}. */
  @Command(
      name = "revert",
      description = {
        "What a revert says: Error, Panic, or an error of the contracts of both systems.",
        "",
        "The word: the data of the revert.",
        ""
      },
      footer = {
        "  crossline decode revert"
            + " 0x4e487b710000000000000000000000000000000000000000000000000000000000000011"
      })
  static final class Revert extends Question {
    Revert() {}

    @Override
    List<String> names() {
      return List.of("data");
    }

    @Override
    Map<String, @Nullable Object> answer(List<String> question) {
      EvmRevert revert = IpcReverts.decode(new Words(question, names()).at(0, Revert::data));
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("revert", IpcReverts.describe(revert));
      return fields;
    }

    /** fendermint gives the data of a revert without 0x. */
    private static Bytes data(String text) {
      return Bytes.parse(text.startsWith("0x") ? text : "0x" + text);
    }
  }

  /** {@code crossline decode result}. */
  @Command(
      name = "result",
      description = {
        "What the Result of an IPC message says, and what that means.",
        "",
        "The word: the message of the Result's envelope, abi.encode(ResultMsg).",
        ""
      },
      footer = {
        "  crossline decode result"
            + " 0x0000000000000000000000000000000000000000000000000000000000000020"
            + "00000000000000000000000000000000000000000000000000000000000000aa"
            + "0000000000000000000000000000000000000000000000000000000000000000"
            + "0000000000000000000000000000000000000000000000000000000000000060"
            + "0000000000000000000000000000000000000000000000000000000000000000"
      })
  static final class Result extends Question {
    Result() {}

    @Override
    List<String> names() {
      return List.of("result");
    }

    @Override
    Map<String, @Nullable Object> answer(List<String> question) {
      ResultMsg result = ResultMsgAbi.decode(new Words(question, names()).bytes(0));
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("id", result.id().toString());
      fields.put("outcome", result.outcome().toString());
      fields.put("ret", result.ret().toString());
      fields.put("meaning", ResultExplanation.of(result).toString());
      return fields;
    }
  }
}
