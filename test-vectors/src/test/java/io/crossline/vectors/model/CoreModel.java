// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.model;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  static final BigInteger PROGRAM = BigInteger.valueOf(0x11);
  static final BigInteger AGGREGATOR = BigInteger.valueOf(0x22);

  /** An account that takes ether or not, as {@link #refuses} has it. */
  static final BigInteger MOODY = BigInteger.valueOf(0xbad);

  /**
   * What a call came to.
   *
   * @param revert the reason, {@code Panic 0x..}, or empty for no data at all
   * @param returned the words returned
   * @param logs of each the number of topics, the topics, and the words of its data
   * @param asked what the fact registry and the precompile were asked, also where it reverts
   */
  record Result(
      Optional<String> revert,
      List<BigInteger> returned,
      List<List<BigInteger>> logs,
      List<String> asked) {}

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
  final BigInteger config;
  final Set<BigInteger> operators = new HashSet<>();
  BigInteger collector = ZERO;
  BigInteger nonce = ZERO;
  BigInteger delay = BigInteger.valueOf(432_000);
  BigInteger now = ZERO;
  BigInteger root = ZERO;
  BigInteger block = ZERO;
  BigInteger blockHash = ZERO;
  boolean finalized;
  boolean refuses;
  final List<String> asked = new ArrayList<>();
  private final List<List<BigInteger>> logs = new ArrayList<>();

  CoreModel(
      Version version,
      BigInteger core,
      BigInteger governor,
      BigInteger operator,
      BigInteger config) {
    this.version = version;
    this.core = core;
    this.governor = governor;
    operators.add(operator);
    this.config = config;
  }

  /** Runs a call; a refused one changes nothing and logs nothing. */
  private Result call(BigInteger caller, BigInteger value, boolean payable, Body body) {
    Map<List<BigInteger>, BigInteger> toL2Before = new HashMap<>(toL2);
    Map<List<BigInteger>, BigInteger> requestsBefore = new HashMap<>(requests);
    Map<List<BigInteger>, BigInteger> toL1Before = new HashMap<>(toL1);
    Map<BigInteger, BigInteger> balancesBefore = new HashMap<>(balances);
    List<BigInteger> rest = List.of(nonce, delay, root, block, blockHash, collector);
    Set<BigInteger> operatorsBefore = new HashSet<>(operators);
    boolean finalizedBefore = finalized;
    logs.clear();
    asked.clear();
    try {
      pay(caller, core, value, "");
      require(payable || value.signum() == 0, "");
      List<BigInteger> returned = body.run();
      return new Result(Optional.empty(), returned, List.copyOf(logs), List.copyOf(asked));
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
      operators.clear();
      operators.addAll(operatorsBefore);
      finalized = finalizedBefore;
      String reason = String.valueOf(refused.getMessage());
      return new Result(Optional.of(reason), List.of(), List.of(), List.copyOf(asked));
    }
  }

  private static <K> void restore(Map<K, BigInteger> map, Map<K, BigInteger> before) {
    map.clear();
    map.putAll(before);
  }

  void pay(BigInteger from, BigInteger to, BigInteger value, String otherwise) {
    BigInteger owned = balances.getOrDefault(from, ZERO);
    require(owned.compareTo(value) >= 0, otherwise);
    balances.put(from, owned.subtract(value));
    balances.merge(to, value, BigInteger::add);
  }

  boolean accepts(BigInteger account) {
    return !account.equals(MOODY) || !refuses;
  }

  /** What the registry of facts, which belongs to the test, says. */
  static boolean proven(BigInteger fact) {
    return !fact.mod(BigInteger.valueOf(16)).equals(ZERO);
  }

  static void require(boolean condition, String reason) {
    if (!condition) {
      throw new Refused(reason);
    }
  }

  BigInteger plus(BigInteger a, BigInteger b) {
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

  /** A log whose emitter is the core contract. */
  void log(String event, List<BigInteger> topics, List<BigInteger> data) {
    List<BigInteger> log = new ArrayList<>();
    log.add(BigInteger.valueOf(topics.size() + 1));
    log.add(Keccaks.ofText(event));
    log.addAll(topics);
    log.addAll(data);
    logs.add(log);
  }

  /** Data of a log: the offset of the payload, more words, the payload with its length. */
  static List<BigInteger> payloadAnd(List<BigInteger> payload, BigInteger... more) {
    List<BigInteger> data = new ArrayList<>();
    data.add(BigInteger.valueOf(32L * (1 + more.length)));
    data.addAll(List.of(more));
    data.add(BigInteger.valueOf(payload.size()));
    data.addAll(payload);
    return data;
  }

  private void messageLog(
      String name,
      BigInteger caller,
      BigInteger to,
      BigInteger selector,
      List<BigInteger> payload,
      BigInteger ofNonce) {
    log(
        name + "(address,uint256,uint256,uint256[],uint256)",
        List.of(caller, to, selector),
        payloadAnd(payload, ofNonce));
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
            messageLog("LogMessageToL2", caller, to, selector, payload, used);
            toL2.put(key, plus(toL2.getOrDefault(key, ZERO), ONE));
            return version == Version.V0_8_0
                ? List.of(Keccaks.of(key))
                : List.of(Keccaks.of(key), used);
          }
          log(
              "LogMessageToL2(address,uint256,uint256,uint256[],uint256,uint256)",
              List.of(caller, to, selector),
              payloadAnd(payload, used, value));
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
          log(
              "ConsumedMessageToL1(uint256,address,uint256[])",
              List.of(from, caller),
              payloadAnd(payload));
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
          messageLog("MessageToL2CancellationStarted", caller, to, selector, payload, ofNonce);
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
          messageLog("MessageToL2Canceled", caller, to, selector, payload, ofNonce);
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
          require(!finalized, "FINALIZED");
          require(caller.equals(governor), "ONLY_GOVERNANCE");
          delay = seconds;
          return List.of();
        });
  }

  Result setCollector(BigInteger caller, BigInteger value, BigInteger account) {
    return call(
        caller,
        value,
        false,
        () -> {
          require(version.from(Version.V0_13_4), "");
          require(caller.equals(governor), "ONLY_GOVERNANCE");
          require(accepts(account), "ADDRESS_DOES_NOT_ACCEPT_ETH");
          collector = account;
          return List.of();
        });
  }

  Result setOperator(BigInteger caller, BigInteger value, BigInteger account, boolean is) {
    return call(
        caller,
        value,
        false,
        () -> {
          require(caller.equals(governor), "ONLY_GOVERNANCE");
          if (is) {
            operators.add(account);
          } else {
            operators.remove(account);
          }
          return List.of();
        });
  }

  Result finish(BigInteger value) {
    return call(
        governor,
        value,
        false,
        () -> {
          require(!finalized, "FINALIZED");
          finalized = true;
          return List.of();
        });
  }

  /** A getter whose presence depends on the version. */
  Result view(BigInteger caller, BigInteger value, boolean offered, BigInteger word) {
    return call(
        caller,
        value,
        false,
        () -> {
          require(offered, "");
          return List.of(word);
        });
  }

  Result update(BigInteger caller, BigInteger value, RandomOutput output) {
    return call(
        caller,
        value,
        false,
        () -> {
          new UpdateModel(this, output).run(caller);
          return List.of();
        });
  }

  /** All that is not in maps. */
  List<Object> rest(BigInteger... users) {
    List<Object> rest = new ArrayList<>(List.of(nonce, delay, root, block.toString(), blockHash));
    rest.add(collector);
    rest.add(finalized);
    for (BigInteger user : users) {
      rest.add(operators.contains(user));
    }
    return rest;
  }
}
