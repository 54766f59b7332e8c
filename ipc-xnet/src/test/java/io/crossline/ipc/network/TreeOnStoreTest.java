// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.network.DifferentSetupException;
import io.crossline.core.network.MissingContractsException;
import io.crossline.core.store.HeapStore;
import io.crossline.ethereum.Erc20Token;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcHops;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.trace.IpcNetworkEvent;
import io.crossline.ipc.trace.MessageInfo;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.WriteBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a tree on a store promises, point by point. */
class TreeOnStoreTest {
  private static final IpcHandler QUIET = (envelope, context) -> Bytes.EMPTY;

  private final HeapStore store = new HeapStore();

  /** Writes down what it is told. */
  private static final class Diary implements IpcNetworkListener {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void sealed(IpcSubnet at, Block<Receipt> block) {
      lines.add(at + " " + block.info() + " " + block.hash() + " " + block.logs());
    }

    @Override
    public void takenBack(IpcSubnet at, UInt64 last) {
      lines.add(at + " back to " + last);
    }

    @Override
    public void delivered(IpcSubnet at, Delivery delivery) {
      lines.add(at + " " + delivery);
    }
  }

  private IpcNetworkBuilder games() {
    return IpcNetwork.root(314).subnet("games").store(store);
  }

  @Test
  void anotherSetupIsRefused() {
    games().start().close();
    assertThatThrownBy(() -> IpcNetwork.root(1).subnet("games").store(store).start())
        .isInstanceOfSatisfying(
            DifferentSetupException.class,
            e ->
                assertThat(e.differences())
                    .containsExactly("chain id is 314 in the store, 1 was asked for"));
    assertThatThrownBy(
            () ->
                IpcNetwork.root(314)
                    .subnet("games", its -> its.withBlockTime(Duration.ofSeconds(3)))
                    .store(store)
                    .start())
        .hasMessageContaining("block time of games is PT2S in the store, PT3S was asked for");
    assertThatThrownBy(() -> games().subnet("games/chess").start())
        .hasMessageContaining("block time of games/chess is not there in the store");
    assertThatThrownBy(() -> IpcNetwork.root(314).store(store).start())
        .hasMessageContaining("rules of games is")
        .hasMessageContaining("not there was asked for");
    games().start().close();
  }

  @Test
  void aStoreOfSomethingElseIsRefused() {
    store.commit(new WriteBatch().put("root/balances", Bytes.EMPTY, Bytes.EMPTY));
    assertThatThrownBy(() -> games().start())
        .isInstanceOf(DifferentSetupException.class)
        .hasMessageContaining("it has the tables root/balances, but no network");
  }

  @Test
  void nothingRunsUntilAllContractsAreThereAgain() {
    IpcNetwork first = games().start();
    first.root().deploy("a", QUIET);
    EthAddress b = first.at("games").deploy("b", QUIET).ethAddress();
    first.advance(Duration.ofSeconds(10));
    first.close();
    IpcNetwork again = games().start();
    Deployed<IpcHandler> a = again.root().deploy("a", QUIET);
    assertThatThrownBy(() -> again.advance(Duration.ofSeconds(1)))
        .isInstanceOfSatisfying(
            MissingContractsException.class,
            e -> assertThat(e.contracts()).containsExactly("games:b"));
    assertThatThrownBy(() -> a.transact(handler -> 1))
        .isInstanceOf(MissingContractsException.class);
    assertThatThrownBy(() -> again.reorganise(1)).isInstanceOf(MissingContractsException.class);
    assertThatThrownBy(() -> again.at("games").deploy("c", b, QUIET))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was deployed as \"b\" before, found the name \"c\"");
    assertThat(again.time()).isEqualTo(Duration.ofSeconds(10));
    again.at("games").deploy("b", QUIET);
    again.advance(Duration.ofSeconds(1));
    assertThat(again.time()).isEqualTo(Duration.ofSeconds(11));
  }

  @Test
  void listenersAreToldWhatIsSafeAndTheOutboxTellsItAgain() {
    Diary at = new Diary();
    Diary told = new Diary();
    Diary replayed = new Diary();
    Diary rest = new Diary();
    KeptTree plain = new KeptTree(Optional.empty(), FaultPlan.NONE);
    KeptTree kept = new KeptTree(Optional.of(store), FaultPlan.NONE);
    plain.net.listen(at);
    kept.net.listen(told);
    kept.net.listen(
        new IpcNetworkListener() {
          @Override
          public void delivered(IpcSubnet where, Delivery delivery) {
            assertThat(kept.net.outbox().orElseThrow().last()).isGreaterThanOrEqualTo(told(told));
          }
        });
    for (KeptTree tree : List.of(plain, kept)) {
      tree.send(0, 1);
      tree.send(2, 0);
      tree.net.advance(Duration.ofMinutes(2));
      tree.send(0, 1);
      tree.net.reorganise(2);
    }
    assertThat(told.lines).isEqualTo(at.lines).anyMatch(line -> line.contains("back to"));
    long half = kept.net.replay(0, replayed);
    assertThat(replayed.lines).isEqualTo(told.lines);
    assertThat(half).isEqualTo(told.lines.size());
    kept.reopen(FaultPlan.NONE);
    kept.net.advance(Duration.ofMinutes(1));
    plain.net.advance(Duration.ofMinutes(1));
    kept.net.replay(half, rest);
    assertThat(rest.lines).isEqualTo(at.lines.subList((int) half, at.lines.size())).isNotEmpty();
    assertThatThrownBy(() -> plain.net.replay(0, rest)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> IpcNetworkEvent.decode(Bytes.of((byte) 9)))
        .isInstanceOf(MalformedInputException.class);
  }

  private static long told(Diary diary) {
    return diary.lines.size();
  }

  @Test
  void aFutureIsCompletedBehindTheCommit() {
    KeptTree tree = new KeptTree(Optional.of(store), FaultPlan.NONE);
    IpcEnvelope call = tree.send(0, 1);
    List<String> seen = new ArrayList<>();
    CompletableFuture<String> future =
        tree.net.future(
            new CallHandle<String>() {
              @Override
              public Bytes32 tracingId() {
                return call.tracingId();
              }

              @Override
              public Optional<String> end() {
                return tree.net
                    .message(call.tracingId())
                    .filter(message -> message.status() == MessageStatus.ANSWERED)
                    .map(MessageInfo::name);
              }
            });
    long before = store.sequence();
    future.thenAccept(
        name -> {
          seen.add(name + " at " + tree.net.time());
          assertThat(store.sequence()).isGreaterThan(before);
          tree.send(0, 1);
        });
    tree.net.advance(Duration.ofHours(1));
    assertThat(seen).hasSize(1);
    // What hung on it went on at once, not when the hour was over.
    assertThat(tree.net.messages()).hasSize(4).allMatch(message -> message.status().isFinal());
  }

  @Test
  void aForgettingTreeForgetsInItsStoreToo() {
    KeptTree tree = new KeptTree(Optional.of(store), FaultPlan.NONE, true);
    long entries = 0;
    for (int i = 0; i < 40; i++) {
      tree.send(0, 1);
      tree.send(2, 1);
      tree.net.advance(Duration.ofMinutes(2));
      tree.reopen(FaultPlan.NONE);
      tree.net.outbox().orElseThrow().forget(tree.net.outbox().orElseThrow().last());
      if (i == 10) {
        entries = entries(tree);
      }
    }
    tree.net.advance(Duration.ofMinutes(2));
    assertThat(tree.net.messages()).isEmpty();
    tree.requireSound("forgetting");
    assertThat(entries(tree)).isLessThan(entries + 100);
  }

  /** How much is in the store, but for what the contracts never forget, as upstream. */
  private static long entries(KeptTree tree) {
    StateStore held = tree.store();
    long[] count = new long[1];
    for (String table : held.tables()) {
      if (table.matches(".*/(finalities|appHashes|storage)")) {
        continue;
      }
      held.scan(
          table,
          Bytes.EMPTY,
          (key, value) -> {
            count[0]++;
            return true;
          });
    }
    return count[0];
  }

  @Test
  void tokensAndTheirAllowancesAreKept() {
    IpcNetworkBuilder builder =
        IpcNetwork.root(314)
            .subnet(
                "games",
                its -> its.withSupplyToken("gold").withCoins(its.genesisCoins(), UInt256.ONE))
            .store(store);
    IpcNetwork first = builder.start();
    EthAddress actor = first.at("games").actor().orElseThrow().address();
    Erc20Token gold = first.root().token("gold");
    gold.mint(IpcSubnet.USER, UInt256.of(50));
    gold.approve(IpcSubnet.USER, actor, UInt256.of(20));
    UInt256 locked = gold.balanceOf(first.root().gateway().address());
    first.close();
    IpcNetwork again = builder.start();
    Erc20Token kept = again.root().token("gold");
    assertThat(kept.balanceOf(IpcSubnet.USER)).isEqualTo(UInt256.of(50));
    assertThat(kept.balanceOf(again.root().gateway().address())).isEqualTo(locked);
    assertThat(locked.isZero()).isFalse();
    // What the host made is made again where its block is lost.
    again.advance(Duration.ofSeconds(2));
    again.reorganise(1);
    assertThat(kept.balanceOf(IpcSubnet.USER)).isEqualTo(UInt256.of(50));
  }

  @Test
  void aNodeThatWasAwayComesBack() {
    KeptTree tree = new KeptTree(Optional.of(store), FaultPlan.NONE);
    tree.net.advance(Duration.ofSeconds(20));
    tree.net.faults().next(IpcHops.node("games"), Fault.crash(Duration.ofMinutes(3)));
    tree.net.advance(Duration.ofSeconds(2));
    UInt64 block = tree.net.at("games").chain().block().number();
    tree.send(0, 1);
    tree.reopen(FaultPlan.NONE);
    tree.net.advance(Duration.ofSeconds(100));
    assertThat(tree.net.at("games").chain().block().number()).isEqualTo(block);
    tree.net.advance(Duration.ofSeconds(300));
    tree.requireSound("away");
  }

  @Test
  void aClosedNetworkTakesNoMore() {
    IpcNetwork net = games().start();
    net.close();
    net.close();
    assertThatThrownBy(() -> net.advance(Duration.ofSeconds(1)))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.CLOSED));
  }
}
