// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonNull;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A log as Ethereum nodes and tools report it: in {@code eth_getLogs}, in receipts, in
 * subscriptions. What says where it stands is nothing where it is not told; a hash or a time of
 * zero tells nothing, as nodes that do not know it write it. Immutable.
 *
 * <p>A log that cannot be read does not hide the others: it is there with its {@code defect}, which
 * {@link #toLog} throws, so that only who wants to read this very log has to care.
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
 * @param defect why its topics and data cannot be read, with the place; then it has neither
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
    Optional<UInt64> blockTimestamp,
    Optional<String> defect) {
  private static final int MAX_TOPICS = 4;

  /** Some nodes count the logs of each transaction from 0, so that its index comes first. */
  private static final Comparator<EthLog> POSITION =
      Comparator.comparing((EthLog log) -> log.blockNumber.orElseThrow())
          .thenComparing(log -> log.transactionIndex.orElse(UInt64.ZERO))
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
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Reads one log.
   *
   * @param json the log, in any of the envelopes that {@link EthReader} knows; fields that are not
   *     known are passed over
   * @return the log
   * @throws MalformedInputException if it is no log or several, with the place; an {@link
   *     RpcErrorException} if the answer is an error
   */
  public static EthLog parse(String json) {
    return EthReader.one("log", json, EthReader::logs);
  }

  /**
   * Reads logs, as {@code eth_getLogs} answers.
   *
   * @param json the array, in any of the envelopes that {@link EthReader} knows; logs of receipts
   *     are among them
   * @return the logs, in order
   * @throws MalformedInputException if one is no log, with the place; an {@link RpcErrorException}
   *     if the answer is an error
   */
  public static List<EthLog> parseAll(String json) {
    return EthReader.logs("logs", json);
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
    EthAddress address = RpcReader.address(log.required("address"));
    List<Bytes32> topics = List.of();
    Bytes data = Bytes.EMPTY;
    boolean removed = false;
    Optional<String> defect = Optional.empty();
    try {
      removed = RpcReader.optional(log, "removed", RpcReader::truth).orElse(false);
      topics = topics(log.required("topics"));
      data = RpcReader.bytes(log.required("data"));
    } catch (InvalidJsonException invalid) {
      topics = List.of();
      defect = Optional.of(invalid.getMessage());
    }
    return new EthLog(
        address,
        topics,
        data,
        RpcReader.told(log, RpcReader::quantity, "blockNumber"),
        RpcReader.toldHash(log, "blockHash"),
        RpcReader.toldHash(log, "transactionHash"),
        RpcReader.told(log, RpcReader::quantity, "transactionIndex"),
        RpcReader.told(log, RpcReader::quantity, "logIndex", "index"),
        removed,
        RpcReader.told(log, RpcReader::quantity, "blockTimestamp", "timeStamp")
            .filter(time -> !time.equals(UInt64.ZERO)),
        defect);
  }

  /** Some servers always give four topics, null where there is none. */
  private static List<Bytes32> topics(JsonValue value) {
    List<JsonValue> items = value.asArray().items();
    int size = items.size();
    while (size > 0 && items.get(size - 1) instanceof JsonNull) {
      size--;
    }
    if (size > MAX_TOPICS) {
      throw value.invalid(tooMany(size));
    }
    return items.subList(0, size).stream().map(RpcReader::hash).toList();
  }

  /**
   * The log with what its receipt says of where it stands, where it does not say so itself.
   *
   * @param receipt the receipt without its logs
   * @return the log
   */
  EthLog within(EthReceipt receipt) {
    return new EthLog(
        address,
        topics,
        data,
        blockNumber.or(receipt::blockNumber),
        blockHash.or(receipt::blockHash),
        transactionHash.or(receipt::transactionHash),
        transactionIndex.or(receipt::transactionIndex),
        logIndex,
        removed,
        blockTimestamp,
        defect);
  }

  EthLog withDefect(String problem) {
    return new EthLog(
        address,
        List.of(),
        Bytes.EMPTY,
        blockNumber,
        blockHash,
        transactionHash,
        transactionIndex,
        logIndex,
        removed,
        blockTimestamp,
        Optional.of(defect.orElse(problem)));
  }

  /**
   * Whether the log is in no block yet: it may never be, so that it is no fact.
   *
   * @return true if neither the number nor the hash of a block is told
   */
  public boolean isPending() {
    return blockNumber.isEmpty() && blockHash.isEmpty();
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
   * @throws MalformedInputException if they could not be read, with the place
   */
  public Log toLog() {
    if (defect.isPresent()) {
      throw new MalformedInputException(defect.get());
    }
    return new Log(address, topics, data);
  }

  /**
   * The logs among answers that overlap, each once: as it came last. What tells them apart stands
   * at {@link LogBook}.
   *
   * @param logs the logs, of no receipt in particular
   * @return the logs in the order in which they first came; a log of a transaction that is pending
   *     is there if the same is in no block
   */
  public static List<EthLog> distinct(List<EthLog> logs) {
    LogBook book = new LogBook(Math.max(1, logs.size()));
    List<EthLog> distinct = new ArrayList<>();
    Map<List<Object>, List<Integer>> equal = new HashMap<>();
    for (EthLog log : logs) {
      LogBook.News news = book.add(log);
      List<Integer> at = equal.computeIfAbsent(log.says(), says -> new ArrayList<>());
      boolean replaces = at.size() == 1 && distinct.get(at.get(0)).isPending();
      if (at.isEmpty() || news == LogBook.News.NEW && !replaces) {
        at.add(distinct.size());
        distinct.add(log);
      } else if (news != LogBook.News.PENDING) {
        distinct.set(log.among(at, distinct), log);
      }
    }
    return distinct;
  }

  private List<Object> says() {
    return List.of(address, topics, data, transactionHash);
  }

  /** Which of equal logs of one transaction this one is. */
  private int among(List<Integer> equal, List<EthLog> logs) {
    return equal.stream()
        .filter(at -> logs.get(at).logIndex.equals(logIndex))
        .findFirst()
        .orElse(equal.get(0));
  }

  /**
   * Puts logs into the order of their chain, by number of block, index of transaction where it is
   * told, and index of log; logs of equal place stay as they were given.
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
