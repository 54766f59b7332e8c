// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.model;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.math.BigInteger.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Chain;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l1.CancelL1ToL2Message;
import io.crossline.starknet.l1.ConsumeMessageFromL2;
import io.crossline.starknet.l1.CoreOperations;
import io.crossline.starknet.l1.KzgProofs;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l1.SendMessageToL2;
import io.crossline.starknet.l1.StarknetCore;
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
  private static final BigInteger WIDE = TWO.pow(200);

  private final Random random;
  private final CoreModel model;
  private final RunningCore real;

  /** What was sent: from, to, nonce, selector, size, payload. */
  private final List<List<BigInteger>> sent = new ArrayList<>();

  CoreLife(Version version, long seed) {
    // Spread, since the first numbers from seeds next to each other are nearly the same.
    random = new Random(seed * 0x9e3779b97f4a7c15L);
    model = new CoreModel(version, CORE, GOVERNOR, OPERATOR, CONFIG);
    BigInteger seven = BigInteger.valueOf(7);
    BigInteger last = CoreModel.MAX.subtract(ONE);
    model.nonce = one(ZERO, ZERO, ZERO, seven, seven, seven, last, CoreModel.MAX);
    model.delay = one(ZERO, BigInteger.valueOf(100), BigInteger.valueOf(432_000));
    model.collector = one(COLLECTOR, COLLECTOR, ZERO, CoreModel.MOODY);
    model.root = BigInteger.valueOf(100);
    model.refuses = random.nextInt(3) == 0;
    model.block = one(BigInteger.TEN, ONE.negate());
    model.blockHash = BigInteger.valueOf(200);
    model.now = BigInteger.valueOf(1_000_000);
    PEOPLE.forEach(who -> model.balances.put(who, CoreModel.ETHER.multiply(BigInteger.TEN)));
    full();
    real = new RunningCore(model, model.now, PEOPLE);
  }

  /** Entries that are full, which only writing storage brings about. */
  private void full() {
    if (random.nextInt(3) == 0) {
      model.toL1.put(CoreModel.toL1Words(ONE, ALICE, List.of()), CoreModel.MAX);
    }
    if (random.nextInt(4) == 0) {
      List<BigInteger> key = CoreModel.toL2Words(ALICE, ONE, ONE, List.of(), model.nonce);
      model.toL2.put(key, CoreModel.MAX);
      sent.add(key);
    }
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
      words.add(random.nextInt(30) == 0 ? CoreModel.PRIME : one(ZERO, ONE, TWO));
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

  /** One that can be consumed, if there is one. */
  private List<BigInteger> pending() {
    List<List<BigInteger>> found =
        sent.stream().filter(key -> model.toL2.getOrDefault(key, ZERO).signum() > 0).toList();
    return found.isEmpty() ? known() : one(found);
  }

  /** One step; what it was, and what both made of it. */
  record Step(String what, CoreModel.Result expected, CoreModel.Result found) {}

  Step step() {
    switch (random.nextInt(18)) {
      case 0, 1, 2:
        return send();
      case 3, 4:
        return cancellation(true);
      case 5, 6:
        return cancellation(false);
      case 7:
        return consume();
      case 8:
        return mock();
      case 9, 10, 11, 12:
        return update();
      case 13:
        return delay();
      case 14:
        return administration();
      case 15:
        return view();
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
      // Up to v0.13.3 any word is a receiver.
      BigInteger to =
          model.version.from(Version.V0_13_4) ? one(ALICE, BOB) : one(ALICE, BOB, BOB.add(WIDE));
      List<BigInteger> payload = payload();
      return new Step(
          "mockSend",
          model.mockSend(caller, value, from, to, payload),
          real.call(
              caller, value, CoreOperations.mockSendMessageFromL2(w(from), w(to), p(payload))));
    }
    List<BigInteger> message = new ArrayList<>(known());
    if (random.nextInt(6) == 0) {
      message.set(0, message.get(0).add(WIDE));
    }
    return new Step(
        "mockConsume",
        model.mockConsume(caller, value, message),
        real.call(
            caller,
            value,
            CoreOperations.mockConsumeMessageToL2(
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
        real.call(caller, value, CoreOperations.setMessageCancellationDelay(w(seconds))));
  }

  private Step administration() {
    BigInteger caller = random.nextInt(4) == 0 ? caller() : GOVERNOR;
    BigInteger value = none();
    switch (random.nextInt(6)) {
      case 0:
        BigInteger account = one(OPERATOR, BOB);
        boolean is = random.nextInt(5) > 0;
        EthAddress address = RunningCore.address(account);
        return new Step(
            "setOperator",
            model.setOperator(caller, value, account, is),
            real.call(
                caller,
                value,
                is
                    ? CoreOperations.registerOperator(address)
                    : CoreOperations.unregisterOperator(address)));
      case 1:
        model.refuses = !model.refuses;
        return update();
      case 2:
        if (random.nextInt(3) > 0) {
          return view();
        }
        return new Step(
            "finalize",
            model.finish(value),
            real.call(GOVERNOR, value, CoreOperations.finalizeContract()));
      default:
        BigInteger collector = one(COLLECTOR, ZERO, CoreModel.MOODY, CoreModel.MOODY);
        return new Step(
            "setCollector",
            model.setCollector(caller, value, collector),
            real.call(
                caller,
                value,
                CoreOperations.setFeeCollectionAddress(RunningCore.address(collector))));
    }
  }

  private Step view() {
    BigInteger caller = one(PEOPLE);
    BigInteger value = none();
    Version version = model.version;
    List<BigInteger> message = known();
    List<BigInteger> payload = message.subList(5, message.size());
    switch (random.nextInt(3)) {
      case 0:
        boolean old = random.nextBoolean();
        boolean offered =
            old
                ? version == Version.V0_10_0 || version == Version.V0_10_1
                : version.from(Version.V0_11_0_PRE);
        return view(
            caller, value, offered, CoreModel.ETHER, old ? "MAX_L1_MSG_FEE()" : "getMaxL1MsgFee()");
      case 1:
        List<BigInteger> words = new ArrayList<>(List.of(message.get(0), message.get(1)));
        words.addAll(List.of(message.get(3), BigInteger.valueOf(0xa0), message.get(2)));
        words.addAll(message.subList(4, message.size()));
        return view(
            caller,
            value,
            version.from(Version.V0_13_3),
            Keccaks.of(message),
            "l1ToL2MsgHash(address,uint256,uint256,uint256[],uint256)",
            words.toArray(BigInteger[]::new));
      default:
        List<BigInteger> reply = new ArrayList<>(List.of(TWO, ALICE, BigInteger.valueOf(0x60)));
        reply.add(BigInteger.valueOf(payload.size()));
        reply.addAll(payload);
        return view(
            caller,
            value,
            version.from(Version.V0_13_3),
            Keccaks.of(CoreModel.toL1Words(TWO, ALICE, payload)),
            "l2ToL1MsgHash(uint256,address,uint256[])",
            reply.toArray(BigInteger[]::new));
    }
  }

  private Step view(
      BigInteger caller,
      BigInteger value,
      boolean offered,
      BigInteger expected,
      String function,
      BigInteger... arguments) {
    Bytes calldata = w(Keccaks.ofText(function)).toBytes32().toBytes().slice(0, 4);
    for (BigInteger argument : arguments) {
      calldata = Bytes.concat(calldata, w(argument).toBytes32().toBytes());
    }
    return new Step(
        "view",
        model.view(caller, value, offered, expected),
        real.call(caller, value, calldata, List.of()));
  }

  private Step update() {
    BigInteger caller = random.nextInt(15) == 0 ? caller() : OPERATOR;
    List<List<BigInteger>> up = new ArrayList<>();
    for (int count = random.nextInt(3); count > 0; count--) {
      up.add(CoreModel.toL1Words(one(ONE, TWO), one(ALICE, BOB, BOB.add(WIDE)), payload()));
    }
    List<List<BigInteger>> down = new ArrayList<>();
    for (int count = random.nextInt(3); count > 0; count--) {
      down.add(random.nextInt(3) == 0 ? known() : pending());
    }
    RandomOutput output = new RandomOutput(random, model, up, down);
    BigInteger value = none();
    CoreModel.Result expected = model.update(caller, value, output);
    ProgramOutput words = new ProgramOutput(p(output.words));
    if (output.kzg) {
      List<Bytes> proofs = output.proofs.stream().map(proof -> Bytes.parse("0x" + proof)).toList();
      Bytes calldata =
          CoreOperations.updateStateKzgDA(words, KzgProofs.of(proofs))
              .calldata(CoreRules.byName(model.version.text));
      return new Step("updateKzg", expected, real.call(caller, value, calldata, output.blobHashes));
    }
    UpdateState operation = new UpdateState(words, w(output.dataHash), w(output.dataSize));
    return new Step("update", expected, real.call(caller, value, operation));
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
    return RunningCore.word(number);
  }

  private static Payload p(List<BigInteger> words) {
    return RunningCore.payload(words);
  }

  /** Everything that the contract and its users hold is what the model says. */
  void requireSameState(boolean byCalldata) {
    if (byCalldata) {
      requireSameState(real.byCalldata, real.calldataChain);
    } else {
      requireSameState(real.typed, real.typedChain);
    }
  }

  private void requireSameState(StarknetCore core, Chain chain) {
    model.toL2.forEach((key, value) -> same("toL2", key, value, core.l1ToL2Messages(hash(key))));
    model.toL1.forEach((key, value) -> same("toL1", key, value, core.l2ToL1Messages(hash(key))));
    model.requests.forEach(
        (key, value) -> same("request", key, value, core.l1ToL2MessageCancellations(hash(key))));
    for (BigInteger who :
        List.of(ALICE, BOB, GOVERNOR, OPERATOR, COLLECTOR, CoreModel.MOODY, CORE)) {
      BigInteger owned = model.balances.getOrDefault(who, ZERO);
      same("balance", List.of(who), owned, chain.balance(RunningCore.address(who)));
    }
    assertThat(
            List.<Object>of(
                core.l1ToL2MessageNonce().toBigInteger(),
                core.messageCancellationDelay().toBigInteger(),
                core.stateRoot().toBigInteger(),
                core.stateBlockNumber().toString(),
                core.stateBlockHash().toBigInteger(),
                core.feeCollector().toUInt256().toBigInteger(),
                core.isFinalized(),
                core.isOperator(RunningCore.address(OPERATOR)),
                core.isOperator(RunningCore.address(BOB))))
        .isEqualTo(model.rest(OPERATOR, BOB));
  }

  private Bytes32 hash(List<BigInteger> key) {
    return real.hash(key);
  }

  private static void same(String what, List<BigInteger> key, BigInteger expected, UInt256 found) {
    if (!found.equals(w(expected))) {
      throw new AssertionError(what + " of " + key + ": " + found + " instead of " + expected);
    }
  }
}
