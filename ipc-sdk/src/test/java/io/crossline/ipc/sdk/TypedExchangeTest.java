// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.abi.Signature;
import io.crossline.core.handler.HandlerException;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.trace.Answer;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TypedExchangeTest {
  private final IpcNetwork net = IpcNetwork.root(314).subnet("games").start();
  private final Deployed<Player> player = net.root().deploy("player", new Player());

  private Answer answer(Deployed<?> callee, String method, Bytes params) {
    CallMsg call = new CallMsg(Bytes.parse(method), params);
    IpcEnvelope sent =
        player.transact(p -> p.performIpcCall(callee.address(), call, UInt256.ZERO)).orThrow();
    return net.await(sent);
  }

  /** Its methods are its own, and one takes an argument that may be wrong in itself. */
  static final class Own extends TypedExchange {
    record Even(UInt64 number) {
      Even {
        if (number.bits() % 2 != 0) {
          throw new IllegalArgumentException(number + " is odd");
        }
      }
    }

    @IpcMethod
    private UInt64 half(Even even) {
      return UInt64.of(even.number().bits() / 2);
    }

    @IpcMethod
    EthAddress sender() {
      return envelope().from().rawAddress().extractEvmAddress();
    }

    @IpcMethod
    void breaks() throws Exception {
      throw new Exception("broken");
    }

    boolean outside() {
      return envelope().isEmpty();
    }
  }

  @Test
  void callsFindTheirMethodBySelector() {
    var own = net.at("games").deploy("own", new Own());
    assertThat(answer(own, "0x67e404ce", Bytes.EMPTY).returned())
        .isEqualTo(player.ethAddress().toBytes32().toBytes());
    assertThatThrownBy(() -> own.transact(Own::outside).orThrow())
        .hasMessageContaining("no message is being handled");
  }

  @Test
  void whatIsWrongWithACallIsSaid() {
    var own = net.at("games").deploy("own", new Own());
    Bytes two = UInt256.of(2).toBytes32().toBytes();
    Bytes half = Signature.parse("half((uint64))").selector();
    assertThat(answer(own, half.toString(), two).description()).isEqualTo("Ok(1)");
    assertThat(answer(own, "0xdeadbeef", two).description())
        .startsWith("ActorErr: unknown method 0xdeadbeef; there is ");
    assertThat(answer(own, "0x", two).description()).startsWith("ActorErr: unknown method 0x; ");
    assertThat(answer(own, half.toString(), Bytes.EMPTY).description())
        .startsWith("ActorErr: bad arguments of half((uint64)): abi");
    Bytes tooBig = UInt256.MAX.toBytes32().toBytes();
    assertThat(answer(own, half.toString(), tooBig).description())
        .startsWith("ActorErr: bad arguments of half((uint64)): abi");
    Bytes odd = UInt256.of(3).toBytes32().toBytes();
    assertThat(answer(own, half.toString(), odd).description())
        .isEqualTo("ActorErr: bad arguments of half((uint64)): 3 is odd");
    Bytes breaks = Signature.parse("breaks()").selector();
    assertThat(answer(own, breaks.toString(), Bytes.EMPTY).description())
        .isEqualTo("ActorErr: broken");
  }

  /** Returns what cannot fit. */
  static final class Wordy extends TypedExchange {
    @IpcMethod
    String name() {
      return "a name";
    }
  }

  record Three(UInt64 a, UInt64 b, UInt64 c) {}

  /** Returns what cannot fit, on the calling side. */
  interface Wide {
    @IpcMethod
    Three three();
  }

  /** Names a type that Solidity has not. */
  static final class Foreign extends TypedExchange {
    @IpcMethod
    void take(double number) {}
  }

  /** Says a type that does not hold what the ABI may bring. */
  static final class Narrow extends TypedExchange {
    @IpcMethod("take(uint256)")
    void take(long number) {}
  }

  /** Says another number of parameters. */
  static final class Uneven extends TypedExchange {
    @IpcMethod("take(uint64,uint64)")
    void take(UInt64 number) {}
  }

  /** Has two methods for one selector. */
  static final class Twins extends TypedExchange {
    @IpcMethod
    void take(UInt64 number) {}

    @IpcMethod("take(uint64)")
    void takeToo(UInt64 number) {}
  }

  /** Its result handler does not say what it takes. */
  static final class Vague extends TypedExchange {
    @ResultHandler
    void done(IpcCall<?> call) {}
  }

  /** Keeps state where it is not rolled back. */
  static final class Stateful extends TypedExchange {
    private UInt64 sum = UInt64.ZERO;

    @IpcMethod
    UInt64 add(UInt64 by) {
      sum = sum.plus(by);
      return sum;
    }
  }

  private static void refused(Supplier<?> creation, String... says) {
    assertThatThrownBy(creation::get).isInstanceOf(HandlerException.class).message().contains(says);
  }

  @Test
  void aReturnTypeThatCannotFitIsRefusedWithTheLimit() {
    refused(
        Wordy::new,
        "Wordy.name: returns string, which is of variable length",
        "A gateway keeps 128 bytes of return data",
        "a return type may have 64");
    IpcEnvelope none = IpcEnvelope.EMPTY;
    assertThatThrownBy(() -> player.transact(p -> p.remote(Wide.class, none.to())).orThrow())
        .hasMessageContaining("Wide.three: returns (uint64,uint64,uint64) of 96 bytes")
        .hasMessageContaining("a return type may have 64");
  }

  @Test
  void whatCannotServeIsRefusedWithWhatToDo() {
    refused(Foreign::new, "Foreign.take: parameter 1: double has no counterpart in Solidity. Use ");
    refused(Narrow::new, "Narrow.take: parameter 1: long cannot hold every value of uint256");
    refused(
        Uneven::new, "Uneven.take: the number of parameters is 1, but 2 in the signature take(");
    refused(Twins::new, "have the same selector", "Give one of them another name");
    refused(Vague::new, "Vague.done: a @ResultHandler returns nothing and has one parameter");
    refused(
        () -> net.root().deploy("stateful", new Stateful()),
        "Stateful: field \"sum\" is not final",
        "Keep state in storage()");
    refused(() -> TypedInterface.of(Runnable.class), "has no method with @IpcMethod");
    refused(() -> TypedInterface.of(Own.class), "is not an interface");
    assertThat(List.of(new Own(), new LedgerContract(), new Player())).hasSize(3);
  }
}
