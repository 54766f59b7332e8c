// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A log as Ethereum nodes report it: in {@code eth_getLogs}, in receipts, in subscriptions. What
 * says where it stands is nothing while its transaction is pending. Immutable.
 *
 * @param address the contract that emitted it
 * @param topics up to four words
 * @param data the arguments that are not topics
 * @param blockNumber the number of its block
 * @param blockHash the hash of its block
 * @param transactionHash the transaction that emitted it
 * @param transactionIndex which transaction of its block that is, from 0
 * @param logIndex which log of its block it is, from 0
 * @param removed whether a reorganisation of L1 took its block back, so that it never happened
 * @param blockTimestamp the time of its block in seconds since 1970, which not every node gives
 */
public record EthLog(
    EthAddress address,
    List<Bytes32> topics,
    Bytes data,
    Optional<UInt64> blockNumber,
    Optional<Bytes32> blockHash,
    Optional<Bytes32> transactionHash,
    Optional<UInt64> transactionIndex,
    Optional<UInt64> logIndex,
    boolean removed,
    Optional<UInt64> blockTimestamp) {
  private static final int MAX_TOPICS = 4;

  private static final Comparator<EthLog> POSITION =
      Comparator.comparing((EthLog log) -> log.blockNumber.orElseThrow())
          .thenComparing(log -> log.logIndex.orElseThrow());

  /**
   * Copies the topics.
   *
   * @throws IllegalArgumentException if there are more than four topics
   */
  public EthLog {
    topics = List.copyOf(topics);
    if (topics.size() > MAX_TOPICS) {
      throw new IllegalArgumentException(tooMany(topics.size()));
    }
  }

  private static String tooMany(int topics) {
    return "a log has at most 4 topics, found " + topics;
  }

  /**
   * A log of which no more is known than what was emitted.
   *
   * @param log the log of an EVM contract
   * @return the log, as if it were pending
   * @throws IllegalArgumentException if the emitter is no address of an EVM chain, or there are
   *     more than four topics
   */
  public static EthLog of(Log log) {
    if (!(log.emitter() instanceof EthAddress emitter)) {
      throw new IllegalArgumentException(
          "the emitter of an L1 log must be an EthAddress, found " + log.emitter());
    }
    return new EthLog(
        emitter,
        log.topics(),
        log.data(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /**
   * Reads one log.
   *
   * @param json the log, with or without an envelope of JSON-RPC; fields that are not known are
   *     passed over
   * @return the log
   * @throws MalformedInputException if it is no log, with the place; an {@link RpcErrorException}
   *     if the answer is an error
   */
  public static EthLog parse(String json) {
    return read(JsonRpc.answer("log", json));
  }

  /**
   * Reads an array of logs, as {@code eth_getLogs} answers.
   *
   * @param json the array, with or without an envelope of JSON-RPC
   * @return the logs, in order
   * @throws MalformedInputException if one is no log, with the place; an {@link RpcErrorException}
   *     if the answer is an error
   */
  public static List<EthLog> parseAll(String json) {
    return readAll(JsonRpc.answer("logs", json));
  }

  /**
   * Reads one log out of a document.
   *
   * @param value the log
   * @return the log
   * @throws InvalidJsonException if it is no log, with the place
   */
  public static EthLog read(JsonValue value) {
    JsonObject log = value.asObject();
    JsonValue topics = log.required("topics");
    if (topics.asArray().items().size() > MAX_TOPICS) {
      throw topics.invalid(tooMany(topics.asArray().items().size()));
    }
    return new EthLog(
        RpcReader.address(log.required("address")),
        RpcReader.list(topics, RpcReader::hash),
        RpcReader.bytes(log.required("data")),
        RpcReader.optional(log, "blockNumber", RpcReader::quantity),
        RpcReader.optional(log, "blockHash", RpcReader::hash),
        RpcReader.optional(log, "transactionHash", RpcReader::hash),
        RpcReader.optional(log, "transactionIndex", RpcReader::quantity),
        RpcReader.optional(log, "logIndex", RpcReader::quantity),
        RpcReader.optional(log, "removed", JsonValue::asBoolean).orElse(false),
        RpcReader.optional(log, "blockTimestamp", RpcReader::quantity));
  }

  /**
   * Reads an array of logs out of a document.
   *
   * @param value the array
   * @return the logs, in order
   * @throws InvalidJsonException if one is no log, with the place
   */
  public static List<EthLog> readAll(JsonValue value) {
    return RpcReader.list(value, EthLog::read);
  }

  /**
   * The log as nodes write it.
   *
   * @return one line of JSON, which {@link #parse} reads back; null stands for what is not known
   */
  public String toJson() {
    return written().toJson();
  }

  /**
   * Logs as nodes write them.
   *
   * @param logs the logs
   * @return one line of JSON, an array that {@link #parseAll} reads back
   */
  public static String toJson(List<EthLog> logs) {
    return RpcWriter.toJson(logs.stream().map(EthLog::written).toList());
  }

  RpcWriter written() {
    return new RpcWriter()
        .text("address", address)
        .texts("topics", topics)
        .text("data", data)
        .wordOrNull("blockNumber", blockNumber)
        .textOrNull("transactionHash", transactionHash)
        .wordOrNull("transactionIndex", transactionIndex)
        .textOrNull("blockHash", blockHash)
        .wordIfAny("blockTimestamp", blockTimestamp)
        .wordOrNull("logIndex", logIndex)
        .truth("removed", removed);
  }

  /**
   * What was emitted, without where it stands.
   *
   * @return emitter, topics and data
   */
  public Log toLog() {
    return new Log(address, topics, data);
  }

  /**
   * Puts logs into the order of their chain, by number of block and index of log.
   *
   * @param logs the logs, in any order
   * @return the logs in order; as they were given if it is not known of each where it stands
   */
  public static List<EthLog> inOrder(List<EthLog> logs) {
    boolean known =
        logs.stream().allMatch(log -> log.blockNumber.isPresent() && log.logIndex.isPresent());
    return known ? logs.stream().sorted(POSITION).toList() : List.copyOf(logs);
  }
}
