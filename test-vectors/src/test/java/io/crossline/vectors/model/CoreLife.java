// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.model;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.math.BigInteger.ZERO;

import io.crossline.messaging.UInt256;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l1.CancelL1ToL2Message;
import io.crossline.starknet.l1.ConsumeMessageFromL2;
import io.crossline.starknet.l1.MockConsumeMessageToL2;
import io.crossline.starknet.l1.MockSendMessageFromL2;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l1.SendMessageToL2;
import io.crossline.starknet.l1.SetMessageCancellationDelay;
import io.crossline.starknet.l1.StartL1ToL2MessageCancellation;
import io.crossline.starknet.l1.UpdateState;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One random life of a core contract, on the model and on what runs. The choices are from small
 * sets, so that messages meet again: repeated requests, deadlines to the second, equal messages.
 */
final class CoreLife {
  private static final BigInteger ALICE = BigInteger.valueOf(0xa);
  private static final BigInteger BOB = BigInteger.valueOf(0xb);
  private static final BigInteger GOVERNOR = BigInteger.valueOf(0x90);
  private static final BigInteger OPERATOR = BigInteger.valueOf(0xf0);
  private static final BigInteger COLLECTOR = BigInteger.valueOf(0xfee);
  private static final BigInteger CORE = BigInteger.valueOf(0xc0de);
  private static final BigInteger CONFIG = BigInteger.valueOf(7);
  private static final List<BigInteger> PEOPLE = List.of(ALICE, BOB, GOVERNOR, OPERATOR);
  private static final BigInteger SECOND_PRIME = CoreModel.PRIME;

  private final Random random;
  private final CoreModel model;
  private final CoreUnderTest real;

  /** What was sent: from, to, nonce, selector, size, payload. */
  private final List<List<BigInteger>> sent = new ArrayList<>();

  CoreLife(CoreModel.Version version, long seed) {
    random = new Random(seed);
    model = new CoreModel(version, CORE, GOVERNOR, OPERATOR, CONFIG);
    model.nonce = one(ZERO, BigInteger.valueOf(7), CoreModel.MAX.subtract(ONE), CoreModel.MAX);
    model.delay = one(ZERO, BigInteger.valueOf(100), BigInteger.valueOf(432_000));
    model.collector = random.nextBoolean() ? COLLECTOR : ZERO;
    model.root = BigInteger.valueOf(100);
    model.block = BigInteger.TEN;
    model.blockHash = BigInteger.valueOf(200);
    model.now = BigInteger.valueOf(1_000_000);
    PEOPLE.forEach(who -> model.balances.put(who, CoreModel.ETHER.multiply(BigInteger.TEN)));
    real = new CoreUnderTest(model, model.now, PEOPLE);
  }

  @SafeVarargs
  private <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Mostly the first. */
  private BigInteger caller() {
    return random.nextInt(4) == 0 ? one(PEOPLE) : one(ALICE, BOB);
  }

  private BigInteger none() {
    return random.nextInt(20) == 0 ? ONE : ZERO;
  }

  private List<BigInteger> payload() {
    List<BigInteger> words = new ArrayList<>();
    for (int size = random.nextInt(3); size > 0; size--) {
      words.add(random.nextInt(12) == 0 ? SECOND_PRIME : one(ZERO, ONE, TWO));
    }
    return words;
  }

  /** One that was sent, or nearly. */
  private List<BigInteger> known() {
    if (sent.isEmpty() || random.nextInt(12) == 0) {
      return CoreModel.toL2Words(one(ALICE, BOB), ONE, one(ONE, TWO), payload(), one(ZERO, ONE));
    }
    return random.nextInt(3) == 0 ? sent.get(sent.size() - 1) : one(sent);
  }

  /** One step; what it was, and what both made of it. */
  record Step(String what, CoreModel.Result expected, CoreModel.Result found) {}

  Step step() {
    switch (random.nextInt(12)) {
      case 0, 1:
        return send();
      case 2, 3:
        return cancellation(true);
      case 4, 5:
        return cancellation(false);
      case 6:
        return consume();
      case 7:
        return mock();
      case 8:
        return update();
      case 9:
        return delay();
      default:
        jump();
        return cancellation(random.nextInt(3) == 0);
    }
  }

  private Step send() {
    BigInteger caller = caller();
    BigInteger value =
        model.version.counts()
            ? none()
            : one(ZERO, ONE, ONE, BigInteger.valueOf(5), CoreModel.ETHER, CoreModel.ETHER.add(ONE));
    BigInteger selector = one(ONE, TWO);
    List<BigInteger> payload = payload();
    BigInteger used = model.nonce;
    CoreModel.Result expected = model.send(caller, value, ONE, selector, payload);
    if (expected.revert().isEmpty()) {
      sent.add(CoreModel.toL2Words(caller, ONE, selector, payload, used));
    }
    return new Step(
        "send",
        expected,
        real.call(caller, value, new SendMessageToL2(w(ONE), w(selector), p(payload))));
  }

  private Step cancellation(boolean start) {
    List<BigInteger> message = known();
    BigInteger caller = random.nextInt(8) == 0 ? one(PEOPLE) : message.get(0);
    BigInteger to = message.get(1);
    BigInteger nonce = message.get(2);
    BigInteger selector = message.get(3);
    List<BigInteger> payload = message.subList(5, message.size());
    BigInteger value = none();
    return start
        ? new Step(
            "start",
            model.start(caller, value, to, selector, payload, nonce),
            real.call(
                caller,
                value,
                new StartL1ToL2MessageCancellation(w(to), w(selector), p(payload), w(nonce))))
        : new Step(
            "cancel",
            model.cancel(caller, value, to, selector, payload, nonce),
            real.call(
                caller, value, new CancelL1ToL2Message(w(to), w(selector), p(payload), w(nonce))));
  }

  private Step consume() {
    BigInteger caller = caller();
    BigInteger from = one(ONE, TWO);
    List<BigInteger> payload = payload();
    BigInteger value = none();
    return new Step(
        "consume",
        model.consume(caller, value, from, payload),
        real.call(caller, value, new ConsumeMessageFromL2(w(from), p(payload))));
  }

  private Step mock() {
    BigInteger caller = caller();
    BigInteger value = none();
    if (random.nextBoolean()) {
      BigInteger from = one(ONE, TWO);
      BigInteger to = one(ALICE, BOB);
      List<BigInteger> payload = payload();
      return new Step(
          "mockSend",
          model.mockSend(caller, value, from, to, payload),
          real.call(caller, value, new MockSendMessageFromL2(w(from), w(to), p(payload))));
    }
    List<BigInteger> message = known();
    return new Step(
        "mockConsume",
        model.mockConsume(caller, value, message),
        real.call(
            caller,
            value,
            new MockConsumeMessageToL2(
                w(message.get(0)),
                w(message.get(1)),
                w(message.get(3)),
                p(message.subList(5, message.size())),
                w(message.get(2)))));
  }

  private Step delay() {
    BigInteger caller = random.nextInt(3) == 0 ? caller() : GOVERNOR;
    BigInteger seconds =
        one(ZERO, BigInteger.valueOf(100), BigInteger.valueOf(432_000), CoreModel.MAX);
    BigInteger value = none();
    return new Step(
        "setDelay",
        model.setDelay(caller, value, seconds),
        real.call(caller, value, new SetMessageCancellationDelay(w(seconds))));
  }

  private Step update() {
    BigInteger caller = random.nextInt(10) == 0 ? caller() : OPERATOR;
    List<List<BigInteger>> up = new ArrayList<>();
    for (int count = random.nextInt(3); count > 0; count--) {
      up.add(CoreModel.toL1Words(one(ONE, TWO), one(ALICE, BOB), payload()));
    }
    List<List<BigInteger>> down = new ArrayList<>();
    for (int count = random.nextInt(3); count > 0; count--) {
      List<BigInteger> words = new ArrayList<>(known());
      down.add(words);
    }
    List<BigInteger> more = random.nextInt(15) == 0 ? List.of(ZERO) : List.of();
    List<BigInteger> header =
        new ArrayList<>(
            List.of(
                model.root,
                model.root.add(ONE),
                model.block,
                model.block.add(one(ONE, ONE, TWO, ZERO)),
                model.blockHash,
                model.blockHash.add(ONE),
                ZERO,
                CONFIG,
                ZERO,
                ZERO));
    if (random.nextInt(5) == 0) {
      int damaged = one(0, 2, 4, 7, 8, 9, 1);
      header.set(damaged, damaged == 1 ? SECOND_PRIME : header.get(damaged).add(ONE));
    }
    List<UInt256> words = new ArrayList<>();
    header.forEach(word -> words.add(w(word)));
    segment(words, up);
    segment(words, down);
    more.forEach(word -> words.add(w(word)));
    BigInteger value = none();
    CoreModel.Result expected = model.update(caller, value, header, up, down, more);
    UpdateState operation =
        new UpdateState(new ProgramOutput(Payload.of(words)), UInt256.of(1), UInt256.of(2));
    return new Step("update", expected, real.call(caller, value, operation));
  }

  private static void segment(List<UInt256> words, List<List<BigInteger>> messages) {
    words.add(UInt256.of(messages.stream().mapToInt(List::size).sum()));
    messages.forEach(message -> message.forEach(word -> words.add(w(word))));
  }

  /** Moves time, as a rule to just before, at or just after some deadline. */
  private void jump() {
    BigInteger target =
        model.now.add(one(ZERO, ONE, BigInteger.valueOf(50), model.delay.min(TWO.pow(20))));
    List<BigInteger> requests = new ArrayList<>(model.requests.values());
    if (!requests.isEmpty() && model.delay.bitLength() < 32) {
      BigInteger deadline = one(requests).add(model.delay).add(one(ONE.negate(), ZERO, ONE));
      target = deadline.compareTo(model.now) >= 0 ? deadline : target;
    }
    model.now = target;
    real.timeIs(target);
  }

  private static UInt256 w(BigInteger number) {
    return CoreUnderTest.word(number);
  }

  private static Payload p(List<BigInteger> words) {
    return CoreUnderTest.payload(words);
  }

  /** Everything that the contract and its users hold, as the model has it. */
  List<String> expectedState() {
    List<String> state = new ArrayList<>();
    model.toL2.forEach((key, value) -> state.add("toL2 " + key + " " + value));
    model.requests.forEach((key, value) -> state.add("request " + key + " " + value));
    model.toL1.forEach((key, value) -> state.add("toL1 " + key + " " + value));
    for (BigInteger who : holders()) {
      state.add("owns " + who + " " + model.balances.getOrDefault(who, ZERO));
    }
    state.add(
        "rest " + List.of(model.nonce, model.delay, model.root, model.block, model.blockHash));
    return state;
  }

  private static List<BigInteger> holders() {
    return List.of(ALICE, BOB, GOVERNOR, OPERATOR, COLLECTOR, CORE);
  }

  /** The same of what runs, for each entry that the model knows. */
  List<String> foundState(boolean byCalldata) {
    var core = byCalldata ? real.byCalldata : real.typed;
    var chain = byCalldata ? real.calldataChain : real.typedChain;
    List<String> state = new ArrayList<>();
    model
        .toL2
        .keySet()
        .forEach(key -> state.add("toL2 " + key + " " + core.l1ToL2Messages(hash(key))));
    model
        .requests
        .keySet()
        .forEach(
            key -> state.add("request " + key + " " + core.l1ToL2MessageCancellations(hash(key))));
    model
        .toL1
        .keySet()
        .forEach(key -> state.add("toL1 " + key + " " + core.l2ToL1Messages(hash(key))));
    for (BigInteger who : holders()) {
      state.add("owns " + who + " " + chain.balance(CoreUnderTest.address(who)));
    }
    state.add(
        "rest "
            + List.of(
                core.l1ToL2MessageNonce(),
                core.messageCancellationDelay(),
                core.stateRoot(),
                core.stateBlockNumber().bits(),
                core.stateBlockHash()));
    return state;
  }

  private static io.crossline.messaging.Bytes32 hash(List<BigInteger> key) {
    return w(Keccaks.of(key)).toBytes32();
  }
}
