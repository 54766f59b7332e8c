// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crossline.core.handler.HandlerException;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which classes can serve as contracts. Each class that cannot is {@link Good} with one thing
 * changed.
 */
@SuppressWarnings("unused")
class L2ContractTest {
  private static final EthAddress BRIDGE = EthAddress.truncate(UInt256.of(0xb1));

  static class Good {
    final String name = "fixed";

    @L1Handler(from = "l1Bridge")
    void deposit(L2Context ctx, EthAddress from, Felt account) {}

    @External
    Felt balance(L2Context ctx, Felt account) {
      return account;
    }
  }

  static class LiteralSender {
    @L1Handler(from = "0x00000000000000000000000000000000000000b1")
    void deposit(L2Context ctx, EthAddress from) {}
  }

  static class Anyone {
    @L1Handler(anyone = true)
    void deposit(L2Context ctx, EthAddress from) {}
  }

  static class NoSender {
    @L1Handler
    void deposit(L2Context ctx, EthAddress from) {}
  }

  static class BothSenders {
    @L1Handler(from = "l1Bridge", anyone = true)
    void deposit(L2Context ctx, EthAddress from) {}
  }

  static class UnboundRole {
    @L1Handler(from = "l1Brigde")
    void deposit(L2Context ctx, EthAddress from) {}
  }

  static class BrokenLiteral {
    @L1Handler(from = "0xb1")
    void deposit(L2Context ctx, EthAddress from) {}
  }

  static class NoContext {
    @L1Handler(anyone = true)
    void deposit(EthAddress from, L2Context ctx) {}
  }

  static class NoFrom {
    @L1Handler(anyone = true)
    void deposit(L2Context ctx, Felt from) {}
  }

  static class OnlyContext {
    @L1Handler(anyone = true)
    void deposit(L2Context ctx) {}
  }

  static class Returns {
    @L1Handler(anyone = true)
    Felt deposit(L2Context ctx, EthAddress from) {
      return Felt.ONE;
    }
  }

  static class WrongType {
    @L1Handler(anyone = true)
    void deposit(L2Context ctx, EthAddress from, int amount) {}
  }

  static class PayloadFirst {
    @L1Handler(anyone = true)
    void deposit(L2Context ctx, EthAddress from, Payload rest, Felt amount) {}
  }

  static class TwoOfOneSelector {
    @L1Handler(anyone = true)
    void deposit(L2Context ctx, EthAddress from) {}

    @L1Handler(anyone = true, name = "deposit")
    void pay(L2Context ctx, EthAddress from) {}
  }

  static class TwoDefaults {
    @L1Handler(anyone = true, name = "__l1_default__")
    void a(L2Context ctx, EthAddress from) {}

    @L1Handler(anyone = true)
    void __l1_default__(L2Context ctx, EthAddress from) {}
  }

  static class TwoExternals {
    @External
    void get(L2Context ctx) {}

    @External(name = "get")
    void read(L2Context ctx, Felt key) {}
  }

  static class Counting extends Good {
    private int count;
  }

  static class ExternalWithoutContext {
    @External
    void get(Felt key) {}
  }

  static class ExternalReturnsInstant {
    @External
    java.time.Instant get(L2Context ctx) {
      return java.time.Instant.EPOCH;
    }
  }

  static class ExternalReturnsNumber {
    @External
    long get(L2Context ctx) {
      return 1;
    }
  }

  static class NothingAnnotated {
    void deposit(L2Context ctx, EthAddress from) {}
  }

  static class Child extends Good {}

  static class Overriding extends Good {
    @Override
    void deposit(L2Context ctx, EthAddress from, Felt account) {}
  }

  interface Takes<T> {
    void take(L2Context ctx, EthAddress from, T what);
  }

  static class Bridged implements Takes<Felt> {
    @Override
    @L1Handler(anyone = true)
    public void take(L2Context ctx, EthAddress from, Felt what) {}
  }

  private static L2Contract contract(Object handler) {
    return L2Contract.of(handler, new Roles().bind("l1Bridge", BRIDGE));
  }

  private static boolean handles(L2Contract contract, String name) {
    return contract.handlerName(Selector.ofName(name)).isPresent();
  }

  static Stream<Object> good() {
    return Stream.of(new Good(), new LiteralSender(), new Anyone(), new Child());
  }

  @ParameterizedTest
  @MethodSource("good")
  void serves(Object handler) {
    L2Contract contract = contract(handler);
    assertThat(contract.name()).isEqualTo(handler.getClass().getSimpleName());
    assertThat(contract.handlerName(Selector.ofName("deposit"))).hasValue("deposit");
    assertThat(contract.handlerName(Selector.ofName("Deposit"))).isEmpty();
    assertThat(contract.handlerName(Selector.DEFAULT)).isEmpty();
  }

  @Test
  void aMethodIsOneOrTheOther() {
    L2Contract contract = contract(new Good());
    assertThat(contract.external(Selector.ofName("balance"))).isPresent();
    assertThat(handles(contract, "balance")).isFalse();
    assertThat(contract.external(Selector.ofName("deposit"))).isEmpty();
    // Methods of a superclass count, unless they are overridden without the annotation.
    assertThat(contract(new Child()).external(Selector.ofName("balance"))).isPresent();
    assertThat(handles(contract(new Overriding()), "deposit")).isFalse();
  }

  @Test
  void theBridgeOfAGenericMethodIsNoHandlerOfItsOwn() {
    assertThat(handles(contract(new Bridged()), "take")).isTrue();
  }

  private static Object[] row(Object handler, String message) {
    return new Object[] {handler, message};
  }

  static Stream<Object[]> bad() {
    return Stream.of(
        row(
            new NoSender(),
            "NoSender.deposit: @L1Handler declares no sender, so any L1 contract could call it."),
        row(
            new NoSender(),
            "Add from = \"role\" and bind it at deployment, or write anyone = true."),
        row(
            new BothSenders(),
            "BothSenders.deposit: @L1Handler says both from and anyone = true. Keep one of them."),
        row(
            new UnboundRole(),
            "UnboundRole.deposit: role \"l1Brigde\" is not bound. Bind it at deployment:"),
        row(new UnboundRole(), "Bound: l1Bridge"),
        row(
            new BrokenLiteral(),
            "BrokenLiteral.deposit: @L1Handler(from = \"0xb1\"): address: \"0xb1\" must be 0x followed by 40"),
        row(
            new NoContext(),
            "NoContext.deposit: an @L1Handler method returns nothing and begins with"),
        row(new NoFrom(), "NoFrom.deposit: an @L1Handler method returns nothing and begins with"),
        row(
            new OnlyContext(),
            "OnlyContext.deposit: an @L1Handler method returns nothing and begins with"),
        row(new Returns(), "Returns.deposit: an @L1Handler method returns nothing"),
        row(new WrongType(), "WrongType.deposit(amount): int has no Cairo form. Use Felt"),
        row(
            new PayloadFirst(),
            "PayloadFirst.deposit(rest): a Payload takes all the felts that are left. Make it the last"),
        row(
            new TwoOfOneSelector(),
            "answer to the same selector "
                + Selector.ofName("deposit")
                + ". Give one of them another name."),
        row(new TwoOfOneSelector(), "TwoOfOneSelector.deposit and TwoOfOneSelector.pay"),
        row(new TwoDefaults(), "answer to the same selector 0x0"),
        row(
            new TwoExternals(),
            "TwoExternals.get and TwoExternals.read answer to the same selector"),
        row(new Counting(), Counting.class.getName() + ": field \"count\" is not final."),
        row(
            new ExternalWithoutContext(),
            "ExternalWithoutContext.get: an @External method begins with the parameter L2Context."),
        row(
            new ExternalReturnsInstant(),
            "ExternalReturnsInstant.get, what it returns: java.time.Instant has no Cairo form"),
        row(new ExternalReturnsNumber(), "long has no Cairo form. Use Felt"),
        row(
            new NothingAnnotated(),
            NothingAnnotated.class.getName()
                + ": no method is annotated with @L1Handler or @External"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void isRefused(Object handler, String message) {
    assertThatExceptionOfType(HandlerException.class)
        .isThrownBy(() -> contract(handler))
        .withMessageContaining(message);
  }

  @Test
  void aRoleIsBoundOnce() {
    Roles roles = new Roles().bind("l1Bridge", BRIDGE).bind("l1Bridge", BRIDGE);
    EthAddress other = EthAddress.truncate(UInt256.of(2));
    assertThatExceptionOfType(HandlerException.class)
        .isThrownBy(() -> roles.bind("l1Bridge", other))
        .withMessage(
            "role \"l1Bridge\" is bound to " + BRIDGE + " already, cannot bind it to " + other);
    assertThat(roles.resolve("l1Bridge", "x")).isEqualTo(BRIDGE);
    assertThatExceptionOfType(HandlerException.class)
        .isThrownBy(() -> new Roles().resolve("l1Bridge", "X.y"))
        .withMessageEndingWith("Bound: none");
  }
}
