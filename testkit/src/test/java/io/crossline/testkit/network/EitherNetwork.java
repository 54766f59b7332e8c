// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.ChainView;
import io.crossline.core.chain.Receipt;
import io.crossline.core.network.Network;
import io.crossline.core.store.HeapStore;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcNetworkListener;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.StateStore;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l1.SentMessage;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;
import io.crossline.starknet.network.NetworkListener;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.network.StarknetNetworkBuilder;
import io.crossline.starknet.network.StarknetParameters;
import io.crossline.starknet.tracking.Layer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * A network of either system with one contract that takes messages, on a store or not: what holds
 * for all networks is tested on each.
 */
abstract class EitherNetwork implements AutoCloseable {
  static final EthAddress ALICE = EthAddress.parse("0x00000000000000000000000000000000000000b1");
  static final EthAddress BOB = EthAddress.parse("0x00000000000000000000000000000000000000b2");
  private static final UInt256 FEE = UInt256.of(1000);

  /** Every block of the chain where messages begin, told from outside, in order. */
  interface Blocks {
    void block(Block<Receipt> block);

    default void takenBack(UInt64 last) {}
  }

  abstract Network<?> net();

  abstract ChainView chain();

  abstract void listen(Blocks blocks);

  /** Sends a message, and says what identifies it. */
  abstract String send(int number);

  /** Whether all messages that were sent have arrived. */
  abstract boolean allArrived();

  abstract void advance(Duration by);

  abstract void reorganise(int blocks);

  abstract Outcome<Bytes> pay(EthAddress from, EthAddress to, long coins);

  @Override
  public void close() {
    net().close();
  }

  static Stream<Named<EitherNetwork>> all() {
    return Stream.of(
        Named.of("starknet", starknet(Optional.empty())),
        Named.of("starknet on a store", starknet(Optional.of(new HeapStore()))),
        Named.of("ipc", ipc(Optional.empty())),
        Named.of("ipc on a store", ipc(Optional.of(new HeapStore()))));
  }

  static Stream<Named<EitherNetwork>> on(StateStore first, StateStore second) {
    return Stream.of(
        Named.of("starknet", starknet(Optional.of(first))),
        Named.of("ipc", ipc(Optional.of(second))));
  }

  static EitherNetwork starknet(Optional<StateStore> store) {
    return new Starknet(store);
  }

  static EitherNetwork ipc(Optional<StateStore> store) {
    return new Ipc(store);
  }

  /** Takes everything. */
  static final class Taker {
    @L1Handler(anyone = true)
    void take(L2Context context, EthAddress from, Felt number) {}
  }

  private static final class Starknet extends EitherNetwork {
    private final StarknetNetwork net;
    private final Felt taker;

    Starknet(Optional<StateStore> store) {
      StarknetNetworkBuilder builder = StarknetNetwork.builder(StarknetParameters.DEFAULT);
      store.ifPresent(builder::store);
      net = builder.start();
      net.account("alice", ALICE, UInt256.of(1_000_000_000));
      taker = net.deploy("taker", new Taker(), roles -> {});
    }

    @Override
    StarknetNetwork net() {
      return net;
    }

    @Override
    ChainView chain() {
      return net.l1();
    }

    @Override
    void listen(Blocks blocks) {
      net.listen(
          new NetworkListener() {
            @Override
            public void l1Block(Block<Receipt> block) {
              blocks.block(block);
            }

            @Override
            public void takenBack(Layer layer, UInt64 last) {
              if (layer == Layer.L1) {
                blocks.takenBack(last);
              }
            }
          });
    }

    @Override
    String send(int number) {
      SentMessage sent =
          net.core(ALICE)
              .sendMessageToL2(taker, "take", Payload.of(Felt.of(number)), FEE)
              .orThrow();
      return sent.message().nonce() + " " + sent.hash();
    }

    @Override
    boolean allArrived() {
      return net.messages().stream()
          .allMatch(
              message -> message.status() == io.crossline.starknet.tracking.MessageStatus.SETTLED);
    }

    @Override
    void advance(Duration by) {
      net.advance(by);
    }

    @Override
    void reorganise(int blocks) {
      net.reorganise(blocks);
    }

    @Override
    Outcome<Bytes> pay(EthAddress from, EthAddress to, long coins) {
      return net.transactOnL1(from, to, UInt256.of(coins), Bytes.EMPTY);
    }
  }

  private static final class Ipc extends EitherNetwork {
    private final IpcNetwork net;
    private final Deployed<IpcHandler> player;
    private final Deployed<IpcHandler> taker;
    private final List<IpcEnvelope> sent = new ArrayList<>();

    Ipc(Optional<StateStore> store) {
      var builder =
          IpcNetwork.root(314)
              .subnet("games", its -> its.withFinalityDepth(10).withCheckpointPeriod(5));
      store.ifPresent(builder::store);
      net = builder.start();
      player = net.root().deploy("player", (envelope, context) -> Bytes.EMPTY);
      taker = net.at("games").deploy("taker", (envelope, context) -> Bytes.EMPTY);
      net.root().give(ALICE, UInt256.of(1_000_000_000));
    }

    @Override
    IpcNetwork net() {
      return net;
    }

    @Override
    ChainView chain() {
      return net.root().chain();
    }

    @Override
    void listen(Blocks blocks) {
      net.listen(
          new IpcNetworkListener() {
            @Override
            public void sealed(IpcSubnet at, Block<Receipt> block) {
              if (at.parent().isEmpty()) {
                blocks.block(block);
              }
            }

            @Override
            public void takenBack(IpcSubnet at, UInt64 last) {
              if (at.parent().isEmpty()) {
                blocks.takenBack(last);
              }
            }
          });
    }

    @Override
    String send(int number) {
      IpcEnvelope envelope =
          player
              .transact(
                  (handler, context) ->
                      context.send(
                          taker.address(),
                          new CallMsg(Bytes.parse("0x12345678"), Bytes.ofLong(number)),
                          UInt256.ZERO))
              .orThrow();
      sent.add(envelope);
      return envelope.localNonce() + " " + envelope.hash();
    }

    @Override
    boolean allArrived() {
      return sent.stream()
          .allMatch(
              envelope ->
                  net.message(envelope.tracingId())
                      .filter(message -> message.status() == MessageStatus.ANSWERED)
                      .isPresent());
    }

    @Override
    void advance(Duration by) {
      net.advance(by);
    }

    @Override
    void reorganise(int blocks) {
      net.reorganise(blocks);
    }

    @Override
    Outcome<Bytes> pay(EthAddress from, EthAddress to, long coins) {
      return net.root().transact(from, to, UInt256.of(coins), Bytes.EMPTY);
    }
  }
}
