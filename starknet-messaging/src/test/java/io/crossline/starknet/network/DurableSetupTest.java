// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.network.DifferentSetupException;
import io.crossline.core.network.MissingContractsException;
import io.crossline.core.store.HeapStore;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import io.crossline.messaging.store.WriteBatch;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l1.CoreCaller;
import io.crossline.starknet.l1.CoreOperations;
import io.crossline.starknet.tracking.MessageStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store asks of the one who opens a network in it. */
class DurableSetupTest {
  private HeapStore store = new HeapStore();

  private StarknetNetwork open() {
    return open(DurableWorld.PARAMETERS, FaultPlan.NONE);
  }

  private StarknetNetwork open(StarknetParameters parameters, FaultPlan plan) {
    store.close();
    store = store.reopen();
    return StarknetNetwork.builder(parameters).faults(plan).store(store).start();
  }

  private static Felt deploy(StarknetNetwork net) {
    return net.deploy("diary", new FaultyWorld.Diary(), roles -> {});
  }

  private static CoreCaller sender(StarknetNetwork net) {
    net.account("sender", FaultyWorld.SENDER, UInt256.of(1_000_000));
    return net.core(FaultyWorld.SENDER);
  }

  @Test
  void itGoesOnOnlyWithTheSameSetup() {
    open().close();
    StarknetParameters other =
        DurableWorld.PARAMETERS.toBuilder()
            .l2BlockTime(Duration.ofSeconds(7))
            .firstNonce(UInt256.ONE)
            .build();
    long before = store.sequence();
    assertThatExceptionOfType(DifferentSetupException.class)
        .isThrownBy(() -> open(other, FaultPlan.NONE))
        .satisfies(
            thrown ->
                assertThat(thrown.differences())
                    .containsExactly(
                        "firstNonce is 0 in the store, 1 was asked for",
                        "l2BlockTime is PT6S in the store, PT7S was asked for"));
    assertThat(store.sequence()).isEqualTo(before);
    assertThat(open().isReopened()).isTrue();
  }

  @Test
  void aStoreOfSomethingElseIsRefused() {
    store.commit(new WriteBatch().put("L1/balances", Bytes.ofLong(1), Bytes.ofLong(2)));
    assertThatExceptionOfType(DifferentSetupException.class)
        .isThrownBy(this::open)
        .withMessageContaining("L1/balances");
  }

  @Test
  void oneMayKeepOneThingsBesideIt() {
    store.commit(new WriteBatch().put("mine", Bytes.ofLong(1), Bytes.ofLong(2)));
    StarknetNetwork net = open();
    assertThat(net.isReopened()).isFalse();
    assertThat(store.tables()).contains("mine", "network/setup");
  }

  @Test
  void contractsHaveToBeDeployedAgainBeforeTheClockMoves() {
    StarknetNetwork net = open();
    Felt diary = deploy(net);
    sender(net).sendMessageToL2(diary, "note", Payload.of(Felt.of(7)), FaultyWorld.FEE).orThrow();
    net.close();
    StarknetNetwork again = open();
    assertThatExceptionOfType(MissingContractsException.class)
        .isThrownBy(() -> again.advance(Duration.ofMinutes(30)))
        .withMessageContaining("diary at " + diary);
    assertThat(again.time()).isEqualTo(Duration.ZERO);
    deploy(again);
    again.await("m1", MessageStatus.SETTLED, Duration.ofMinutes(30));
  }

  @Test
  void accountsKeepCoinsAndNames() {
    StarknetNetwork net = open();
    sender(net);
    net.close();
    StarknetNetwork again = open();
    assertThat(again.l1().balance(FaultyWorld.SENDER)).isEqualTo(UInt256.of(1_000_000));
    assertThat(again.labelOf(FaultyWorld.SENDER)).isEqualTo("sender");
    sender(again);
    assertThat(again.l1().balance(FaultyWorld.SENDER)).isEqualTo(UInt256.of(2_000_000));
  }

  @Test
  void theDelayThatTheGovernorChoseStands() {
    StarknetNetwork net = open();
    Felt diary = deploy(net);
    L1ToL2Message message =
        sender(net)
            .sendMessageToL2(diary, "note", Payload.of(Felt.of(7)), FaultyWorld.FEE)
            .orThrow()
            .message();
    net.core(FaultyWorld.SENDER).startL1ToL2MessageCancellation(message).orThrow();
    net.core(net.parameters().operator())
        .transact(CoreOperations.setMessageCancellationDelay(UInt256.of(1234)))
        .orThrow();
    List<MessageReport> before = net.messages();
    net.close();
    List<MessageReport> after = open().messages();
    assertThat(after).isEqualTo(before);
    assertThat(after.get(0).state().cancellation().orElseThrow().completableFrom())
        .isEqualTo(net.parameters().genesis().plusSeconds(1234));
  }

  @Test
  void aClosedNetworkTakesNoCalls() {
    StarknetNetwork net = open();
    net.advance(Duration.ofSeconds(30));
    net.close();
    net.close();
    assertThat(store.sequence()).isPositive();
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> net.advance(Duration.ofSeconds(1)))
        .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(Reason.CLOSED));
    assertThat(net.time()).isEqualTo(Duration.ofSeconds(30));
    assertThat(open().time()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void withoutAStoreThereAreNoEventsToReadAgain() {
    StarknetNetwork net = StarknetNetwork.create();
    assertThat(net.isReopened()).isFalse();
    assertThat(net.outbox()).isEmpty();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> net.replay(0, new DurableWorld.History()));
    net.close();
    net.advance(Duration.ofSeconds(12));
  }

  @Test
  void aFaultAtAPointStrikesOnce() {
    FaultPlan plan =
        FaultPlan.NONE
            .at(StarknetHops.L1, Duration.ofSeconds(100), Fault.reorg(1))
            .at(StarknetHops.L1, Duration.ofSeconds(300), Fault.reorg(2));
    StarknetNetwork net = open(DurableWorld.PARAMETERS, plan);
    net.advance(Duration.ofSeconds(200));
    assertThat(net.faults().injected()).hasSize(1);
    net.close();
    StarknetNetwork again = open(DurableWorld.PARAMETERS, plan);
    again.advance(Duration.ofSeconds(60));
    assertThat(again.faults().injected()).isEmpty();
    again.advance(Duration.ofSeconds(60));
    assertThat(again.faults().injected()).hasSize(1);
  }
}
