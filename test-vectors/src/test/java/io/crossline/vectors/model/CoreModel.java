// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.model;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The core contract as the specification tells it: plain maps and lists, numbers without a range of
 * their own, messages as the lists of their words. It shares no line with the engine.
 */
final class CoreModel {
  static final BigInteger WORDS = TWO.pow(256);
  static final BigInteger MAX = WORDS.subtract(ONE);
  static final BigInteger PRIME =
      TWO.pow(251).add(TWO.pow(192).multiply(BigInteger.valueOf(17))).add(ONE);
  static final BigInteger ETHER = BigInteger.TEN.pow(18);

  /** What the first table of section 8 says of a version. */
  enum Version {
    V0_8_0("v0.8.0"),
    V0_9_0("v0.9.0"),
    V0_10_0("v0.10.0"),
    V0_11_0_PRE("v0.11.0-pre"),
    V0_11_0_PRE3("v0.11.0-pre3"),
    V0_13_1("v0.13.1"),
    V0_13_4("v0.13.4");

    final String text;

    Version(String text) {
      this.text = text;
    }

    boolean from(Version first) {
      return compareTo(first) >= 0;
    }

    boolean counts() {
      return !from(V0_10_0);
    }

    boolean checks() {
      return from(V0_13_1);
    }
  }

  /** What a call came to: a revert, or words returned and logs. */
  record Result(Optional<String> revert, List<BigInteger> returned, List<List<Object>> logs) {}

  /** A call that is refused. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason, null, false, false);
    }
  }

  private interface Body {
    List<BigInteger> run();
  }

  final Version version;
  final Map<List<BigInteger>, BigInteger> toL2 = new HashMap<>();
  final Map<List<BigInteger>, BigInteger> requests = new HashMap<>();
  final Map<List<BigInteger>, BigInteger> toL1 = new HashMap<>();
  final Map<BigInteger, BigInteger> balances = new HashMap<>();
  final BigInteger core;
  final BigInteger governor;
  final BigInteger operator;
  final BigInteger config;
  BigInteger collector = ZERO;
  BigInteger nonce = ZERO;
  BigInteger delay = BigInteger.valueOf(432_000);
  BigInteger now = ZERO;
  BigInteger root = ZERO;
  BigInteger block = ZERO;
  BigInteger blockHash = ZERO;
  private final List<List<Object>> logs = new ArrayList<>();

  CoreModel(
      Version version,
      BigInteger core,
      BigInteger governor,
      BigInteger operator,
      BigInteger config) {
    this.version = version;
    this.core = core;
    this.governor = governor;
    this.operator = operator;
    this.config = config;
  }

  /** Runs a call; a refused one changes nothing and logs nothing. */
  private Result call(BigInteger caller, BigInteger value, boolean payable, Body body) {
    Map<List<BigInteger>, BigInteger> toL2Before = new HashMap<>(toL2);
    Map<List<BigInteger>, BigInteger> requestsBefore = new HashMap<>(requests);
    Map<List<BigInteger>, BigInteger> toL1Before = new HashMap<>(toL1);
    Map<BigInteger, BigInteger> balancesBefore = new HashMap<>(balances);
    List<BigInteger> rest = List.of(nonce, delay, root, block, blockHash, collector);
    logs.clear();
    try {
      pay(caller, core, value);
      require(payable || value.signum() == 0, "");
      List<BigInteger> returned = body.run();
      return new Result(Optional.empty(), returned, List.copyOf(logs));
    } catch (Refused refused) {
      restore(toL2, toL2Before);
      restore(requests, requestsBefore);
      restore(toL1, toL1Before);
      balances.clear();
      balances.putAll(balancesBefore);
      nonce = rest.get(0);
      delay = rest.get(1);
      root = rest.get(2);
      block = rest.get(3);
      blockHash = rest.get(4);
      collector = rest.get(5);
      return new Result(Optional.of(String.valueOf(refused.getMessage())), List.of(), List.of());
    }
  }

  private static <K> void restore(Map<K, BigInteger> map, Map<K, BigInteger> before) {
    map.clear();
    map.putAll(before);
  }

  private void pay(BigInteger from, BigInteger to, BigInteger value) {
    BigInteger owned = balances.getOrDefault(from, ZERO);
    require(owned.compareTo(value) >= 0, "");
    balances.put(from, owned.subtract(value));
    balances.merge(to, value, BigInteger::add);
  }

  private static void require(boolean condition, String reason) {
    if (!condition) {
      throw new Refused(reason);
    }
  }

  private BigInteger plus(BigInteger a, BigInteger b) {
    BigInteger sum = a.add(b);
    require(sum.compareTo(MAX) <= 0 || !version.checks(), "Panic 0x11");
    return sum.mod(WORDS);
  }

  /** The words whose Keccak is the message's hash. */
  static List<BigInteger> toL2Words(
      BigInteger from,
      BigInteger to,
      BigInteger selector,
      List<BigInteger> payload,
      BigInteger nonce) {
    List<BigInteger> words = new ArrayList<>(List.of(from, to, nonce, selector));
    words.add(BigInteger.valueOf(payload.size()));
    words.addAll(payload);
    return List.copyOf(words);
  }

  static List<BigInteger> toL1Words(BigInteger from, BigInteger to, List<BigInteger> payload) {
    List<BigInteger> words = new ArrayList<>(List.of(from, to, BigInteger.valueOf(payload.size())));
    words.addAll(payload);
    return List.copyOf(words);
  }

  private void log(String event, Object... parts) {
    List<Object> log = new ArrayList<>();
    log.add(event);
    log.addAll(List.of(parts));
    logs.add(log);
  }

  Result send(
      BigInteger caller,
      BigInteger value,
      BigInteger to,
      BigInteger selector,
      List<BigInteger> payload) {
    return call(
        caller,
        value,
        !version.counts(),
        () -> {
          if (!version.counts()) {
            require(
                value.signum() > 0 || !version.from(Version.V0_11_0_PRE3),
                "L1_MSG_FEE_MUST_BE_GREATER_THAN_0");
            require(value.compareTo(ETHER) <= 0, "MAX_L1_MSG_FEE_EXCEEDED");
          }
          BigInteger used = nonce;
          nonce = plus(nonce, ONE);
          List<BigInteger> key = toL2Words(caller, to, selector, payload, used);
          if (version.counts()) {
            log("LogMessageToL2", caller, to, selector, payload, used);
            toL2.put(key, plus(toL2.getOrDefault(key, ZERO), ONE));
            return version == Version.V0_8_0
                ? List.of(Keccaks.of(key))
                : List.of(Keccaks.of(key), used);
          }
          log("LogMessageToL2", caller, to, selector, payload, used, value);
          toL2.put(key, value.add(ONE));
          return List.of(Keccaks.of(key), used);
        });
  }

  Result consume(BigInteger caller, BigInteger value, BigInteger from, List<BigInteger> payload) {
    return call(
        caller,
        value,
        false,
        () -> {
          List<BigInteger> key = toL1Words(from, caller, payload);
          BigInteger count = toL1.getOrDefault(key, ZERO);
          require(count.signum() > 0, "INVALID_MESSAGE_TO_CONSUME");
          log("ConsumedMessageToL1", from, caller, payload);
          toL1.put(key, count.subtract(ONE));
          return List.of(Keccaks.of(key));
        });
  }

  Result start(
      BigInteger caller,
      BigInteger value,
      BigInteger to,
      BigInteger selector,
      List<BigInteger> payload,
      BigInteger ofNonce) {
    return call(
        caller,
        value,
        false,
        () -> {
          List<BigInteger> key = toL2Words(caller, to, selector, payload, ofNonce);
          log("MessageToL2CancellationStarted", caller, to, selector, payload, ofNonce);
          require(toL2.getOrDefault(key, ZERO).signum() > 0, "NO_MESSAGE_TO_CANCEL");
          requests.put(key, now);
          return version == Version.V0_8_0 ? List.of() : List.of(Keccaks.of(key));
        });
  }

  Result cancel(
      BigInteger caller,
      BigInteger value,
      BigInteger to,
      BigInteger selector,
      List<BigInteger> payload,
      BigInteger ofNonce) {
    return call(
        caller,
        value,
        false,
        () -> {
          List<BigInteger> key = toL2Words(caller, to, selector, payload, ofNonce);
          log("MessageToL2Canceled", caller, to, selector, payload, ofNonce);
          BigInteger pending = toL2.getOrDefault(key, ZERO);
          require(pending.signum() > 0, "NO_MESSAGE_TO_CANCEL");
          BigInteger requested = requests.getOrDefault(key, ZERO);
          require(requested.signum() > 0, "MESSAGE_CANCELLATION_NOT_REQUESTED");
          BigInteger allowed = requested.add(delay);
          if (allowed.compareTo(MAX) > 0) {
            throw new Refused(version.checks() ? "Panic 0x11" : "CANCEL_ALLOWED_TIME_OVERFLOW");
          }
          require(now.compareTo(allowed) >= 0, "MESSAGE_CANCELLATION_NOT_ALLOWED_YET");
          toL2.put(key, version.counts() ? pending.subtract(ONE) : ZERO);
          return version == Version.V0_8_0 ? List.of() : List.of(Keccaks.of(key));
        });
  }

  Result mockSend(
      BigInteger caller,
      BigInteger value,
      BigInteger from,
      BigInteger to,
      List<BigInteger> payload) {
    return call(
        caller,
        value,
        false,
        () -> {
          List<BigInteger> key = toL1Words(from, to, payload);
          toL1.put(key, plus(toL1.getOrDefault(key, ZERO), ONE));
          return List.of();
        });
  }

  Result mockConsume(BigInteger caller, BigInteger value, List<BigInteger> key) {
    return call(
        caller,
        value,
        false,
        () -> {
          BigInteger pending = toL2.getOrDefault(key, ZERO);
          require(pending.signum() > 0, "INVALID_MESSAGE_TO_CONSUME");
          boolean takesOne = version.counts() || version == Version.V0_10_0;
          toL2.put(key, takesOne ? pending.subtract(ONE) : ZERO);
          return List.of();
        });
  }

  Result setDelay(BigInteger caller, BigInteger value, BigInteger seconds) {
    return call(
        caller,
        value,
        false,
        () -> {
          require(caller.equals(governor), "ONLY_GOVERNANCE");
          delay = seconds;
          return List.of();
        });
  }

  /**
   * A state update.
   *
   * @param header the ten words
   * @param up messages to L1, each the words of an output: from, to, payload size, payload
   * @param down messages to L2: from, to, nonce, selector, payload size, payload
   * @param more words behind the end
   */
  Result update(
      BigInteger caller,
      BigInteger value,
      List<BigInteger> header,
      List<List<BigInteger>> up,
      List<List<BigInteger>> down,
      List<BigInteger> more) {
    return call(
        caller,
        value,
        false,
        () -> {
          require(caller.equals(operator), "ONLY_OPERATOR");
          require(header.get(2).equals(block), "INVALID_PREV_BLOCK_NUMBER");
          require(header.get(8).signum() == 0, "UNEXPECTED_KZG_DA_FLAG");
          List<BigInteger> all = new ArrayList<>(header);
          up.forEach(all::addAll);
          down.forEach(all::addAll);
          all.addAll(more);
          require(
              all.stream().allMatch(word -> word.compareTo(PRIME) < 0),
              "PROGRAM_OUTPUT_VALUE_OUT_OF_RANGE");
          require(header.get(7).equals(config), "INVALID_CONFIG_HASH");
          require(header.get(9).signum() == 0, "FULL_OUTPUT_NOT_SUPPORTED");
          require(header.get(3).compareTo(block) > 0, "INVALID_NEW_BLOCK_NUMBER");
          require(header.get(4).equals(blockHash), "INVALID_PREV_BLOCK_HASH");
          require(header.get(0).equals(root), "INVALID_PREVIOUS_ROOT");
          log("LogStateTransitionFact");
          root = header.get(1);
          block = header.get(3);
          blockHash = header.get(5);
          for (List<BigInteger> words : up) {
            log("LogMessageToL1", words.get(0), words.get(1), words.subList(3, words.size()));
            toL1.put(words, plus(toL1.getOrDefault(words, ZERO), ONE));
          }
          settle(caller, down);
          require(more.isEmpty(), "STARKNET_OUTPUT_TOO_LONG");
          log("LogStateUpdate", root, block, blockHash);
          return List.of();
        });
  }

  private void settle(BigInteger caller, List<List<BigInteger>> down) {
    BigInteger fees = ZERO;
    for (List<BigInteger> words : down) {
      BigInteger pending = toL2.getOrDefault(words, ZERO);
      require(pending.signum() > 0, "INVALID_MESSAGE_TO_CONSUME");
      List<BigInteger> payload = words.subList(5, words.size());
      log("ConsumedMessageToL2", words.get(0), words.get(1), words.get(3), payload, words.get(2));
      if (version.counts()) {
        toL2.put(words, pending.subtract(ONE));
      } else {
        fees = fees.add(pending.subtract(ONE));
        toL2.put(words, ZERO);
      }
    }
    if (fees.signum() > 0) {
      boolean collects = version.from(Version.V0_13_4) && collector.signum() != 0;
      pay(core, collects ? collector : caller, fees);
    }
  }

  /** All that can differ. */
  List<Object> state() {
    return List.of(nonce, delay, root, block, blockHash, Objects.requireNonNull(collector));
  }
}
