// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.hash.Keccak256;
import io.crossline.core.store.HeapStore;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.network.node.BlockArchive;
import io.crossline.ipc.trace.Answer;
import io.crossline.ipc.trace.MessageInfo;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.Revert;
import io.crossline.messaging.StorageMap;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.StateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A root with a child and a grandchild on a store, or on none, that can be closed and reopened. */
final class KeptTree {
  static final UInt256 COINS = UInt256.of(1_000_000);
  private static final UInt256 FIVE = UInt256.of(5);

  /** Counts how often it took each call, and how often it was constructed. */
  static final class Tally implements IpcHandler {
    @Override
    public void construct(IpcContext context) {
      counts(context).update(Bytes.utf8("constructed"), count -> count.plus(UInt64.ONE));
    }

    @Override
    public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
      if (envelope.kind() == EnvelopeKind.CALL) {
        Bytes number = CallMsg.decode(envelope.message()).params();
        counts(context).update(number, count -> count.plus(UInt64.ONE));
      }
      return Bytes.EMPTY;
    }

    static StorageMap<Bytes, UInt64> counts(IpcContext context) {
      return context.storage().map("counts", Codec.BYTES, Codec.UINT64, UInt64.ZERO);
    }
  }

  private final IpcNetworkBuilder builder =
      IpcNetwork.root(314)
          .subnet("games", its -> its.withCheckpointPeriod(5).withBlockTime(Duration.ofSeconds(3)))
          .subnet(
              "games/chess",
              its -> its.withCheckpointPeriod(7).withRelayInterval(Duration.ofSeconds(6)));
  private Optional<StateStore> store;
  IpcNetwork net;
  final List<Deployed<Tally>> contracts = new ArrayList<>();
  private final Map<Integer, Deployed<Tally>> receivers = new LinkedHashMap<>();
  private int sent;

  KeptTree(Optional<StateStore> store, FaultPlan plan) {
    this(store, plan, false);
  }

  KeptTree(Optional<StateStore> store, FaultPlan plan, boolean forgetting) {
    this.store = store;
    if (forgetting) {
      builder.forgetting();
    }
    net = open(plan);
    for (Deployed<Tally> contract : contracts) {
      contract.subnet().give(contract.ethAddress(), COINS);
    }
  }

  /** One that another process began; what it sent is known. */
  KeptTree(StateStore store, FaultPlan plan, KeptTree before) {
    this.store = Optional.of(store);
    net = open(plan);
    before.receivers.forEach((number, to) -> receivers.put(number, contract(to)));
    sent = before.sent;
  }

  private Deployed<Tally> contract(Deployed<Tally> of) {
    return contracts.stream()
        .filter(contract -> contract.address().equals(of.address()))
        .findFirst()
        .orElseThrow();
  }

  private IpcNetwork open(FaultPlan plan) {
    builder.faults(plan);
    store.ifPresent(builder::store);
    IpcNetwork opened = builder.start();
    contracts.clear();
    for (IpcSubnet subnet : opened.subnets()) {
      contracts.add(subnet.deploy("tally", new Tally()));
    }
    return opened;
  }

  StateStore store() {
    return store.orElseThrow();
  }

  /** Closes the network and opens it again on what its store holds. */
  void reopen(FaultPlan plan) {
    net.close();
    if (store.orElseThrow() instanceof HeapStore heap) {
      heap.close();
      store = Optional.of(heap.reopen());
    }
    net = open(plan);
    List.copyOf(receivers.entrySet())
        .forEach(entry -> receivers.put(entry.getKey(), contract(entry.getValue())));
  }

  /** Sends a call with five coins and a number of its own. */
  IpcEnvelope send(int from, int to) {
    Bytes number = UInt64.of(++sent).toBytes32().toBytes();
    receivers.put(sent, contracts.get(to));
    CallMsg call = new CallMsg(Bytes.utf8("ping"), number);
    return contracts
        .get(from)
        .transactAs(
            IpcSubnet.USER,
            UInt256.ZERO,
            (handler, context) -> context.send(contracts.get(to).address(), call, FIVE))
        .orThrow();
  }

  static long count(Deployed<Tally> at, Bytes what) {
    return at.transact((handler, context) -> Tally.counts(context).get(what))
        .orThrow()
        .longValueExact();
  }

  /** All that can be told of the tree; two trees in the same state give equal texts. */
  List<String> contents() {
    List<String> lines = new ArrayList<>();
    lines.add("at " + net.time());
    for (IpcSubnet subnet : net.subnets()) {
      BlockArchive blocks = subnet.member().blocks();
      for (long height = blocks.first().longValueExact();
          height <= blocks.head().longValueExact();
          height++) {
        Block<Receipt> block = blocks.block(UInt64.of(height));
        lines.add(subnet + " " + block.info() + " " + block.hash() + text(block.receipts()));
      }
      lines.add(subnet + " " + subnet.chain().block() + text(subnet.chain().receiptsSince(0)));
      lines.add(subnet + " supply " + subnet.circulatingSupply());
      lines.add(subnet + " gateway " + subnet.balance(subnet.gateway().address()));
      lines.add(subnet + " user " + subnet.balance(IpcSubnet.USER));
      lines.add(subnet + " children " + subnet.gateway().view().listSubnets());
      lines.add(subnet + " postbox " + subnet.gateway().view().postboxMsgs());
      lines.add(subnet + " finality " + subnet.gateway().view().getLatestParentFinality());
      subnet.actor().ifPresent(actor -> lines.add(actor.pendingBatches().toString()));
    }
    contracts.forEach(
        contract -> lines.add(contract + " " + contract.subnet().balance(contract.ethAddress())));
    net.messages().forEach(message -> lines.add(message.toString()));
    return lines;
  }

  /** What ran, in short; of a revert its data, for its name may be forgotten. */
  private static String text(List<Receipt> receipts) {
    StringBuilder text = new StringBuilder();
    for (Receipt receipt : receipts) {
      text.append(receipt.index()).append(receipt.from()).append(receipt.to());
      text.append(receipt.outcome().<Object>fold((data, logs) -> data + " " + logs, Revert::data));
    }
    return " " + receipts.size() + " " + Keccak256.hash(Bytes.utf8(text.toString()));
  }

  /** Every call has ended, its receiver has taken it once if it says so, and no coin is lost. */
  void requireSound(String which) {
    for (MessageInfo message : net.messages()) {
      assertThat(message.status())
          .as(which + ": " + message)
          .isIn(MessageStatus.ANSWERED, MessageStatus.DELIVERED, MessageStatus.LOST);
      if (message.envelope().kind() == EnvelopeKind.CALL) {
        Bytes number = CallMsg.decode(message.envelope().message()).params();
        Deployed<Tally> to = receivers.get((int) number.getLong(24));
        long taken = message.answer().filter(Answer::isOk).isPresent() ? 1 : 0;
        assertThat(count(to, number)).as(which + ": " + message).isEqualTo(taken);
      }
    }
    UInt256 sum = UInt256.ZERO;
    for (Deployed<Tally> contract : contracts) {
      sum = sum.plus(contract.subnet().balance(contract.ethAddress()));
      assertThat(count(contract, Bytes.utf8("constructed"))).as(which).isEqualTo(1);
    }
    assertThat(sum).as(which).isEqualTo(UInt256.of(3_000_000));
    for (IpcSubnet subnet : net.subnets()) {
      subnet
          .parent()
          .map(parent -> parent.gateway().view().subnet(subnet.id()).orElseThrow().circSupply())
          .ifPresent(
              counted -> assertThat(subnet.circulatingSupply()).as(which).isEqualTo(counted));
    }
  }

  boolean allEnded() {
    return net.messages().stream().allMatch(message -> message.status().isFinal());
  }
}
