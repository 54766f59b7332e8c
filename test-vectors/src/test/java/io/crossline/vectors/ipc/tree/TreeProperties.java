// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.gateway.GatewayCaller;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.ipc.trace.Answer;
import io.crossline.ipc.trace.MessageTrace;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whole trees of networks: where messages go, and where the coins are. */
class TreeProperties {
  /** All nonces of a gateway: who saw no message changed none. */
  private static List<UInt64> nonces(IpcSubnet network) {
    List<UInt64> nonces = new ArrayList<>();
    nonces.add(network.gateway().view().bottomUpNonce());
    nonces.add(network.gateway().view().appliedTopDownNonce());
    for (Subnet child : network.gateway().view().listSubnets()) {
      nonces.add(child.topDownNonce());
      nonces.add(child.appliedBottomUpNonce());
    }
    return nonces;
  }

  private static Set<IpcSubnet> way(IpcSubnet from, IpcSubnet to) {
    Set<IpcSubnet> way = new HashSet<>();
    for (IpcSubnet end : List.of(from, to)) {
      IpcSubnet at = end;
      while (at != null && !at.id().equals(from.id().commonParent(to.id()))) {
        way.add(at);
        at = at.parent().orElse(null);
      }
      if (at != null) {
        way.add(at);
      }
    }
    return way;
  }

  @Property(tries = 60)
  void aMessageTakesTheShortestWayAndNobodyElseSeesIt(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int children) {
    try (RandomTree tree = new RandomTree(seed, children, false)) {
      IpcSubnet from = tree.anyNetwork();
      IpcSubnet to = tree.anyNetwork();
      Assume.that(from != to);
      Map<IpcSubnet, List<UInt64>> before = new HashMap<>();
      tree.networks.forEach(network -> before.put(network, nonces(network)));

      IpcEnvelope asked = RandomTree.call(tree.takers.get(to).address(), UInt256.of(5), 1);
      EthAddress sender = tree.takers.get(from).ethAddress();
      IpcEnvelope sent =
          from.follow(() -> from.gateway().as(sender).sendContractXnetMessage(asked, UInt256.of(5)))
              .orThrow();
      Answer answer = tree.net.await(sent);

      assertThat(answer.isOk()).isTrue();
      MessageTrace trace = tree.net.trace(sent.tracingId()).orElseThrow();
      int distance = RandomTree.distance(from, to);
      assertThat(trace.hops()).hasSize(distance);
      Set<IpcSubnet> way = way(from, to);
      assertThat(way).hasSize(distance + 1);
      for (IpcSubnet network : tree.networks) {
        if (way.contains(network)) {
          assertThat(nonces(network)).as(network.name()).isNotEqualTo(before.get(network));
        } else {
          assertThat(nonces(network)).as(network.name()).isEqualTo(before.get(network));
        }
      }
      // The Result names the call by the id that it had at its sender, over all the hops.
      assertThat(answer.result().id()).isEqualTo(sent.tracingId());
    }
  }

  @Property(tries = 60)
  void noCoinIsLostAndNoneIsMade(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int children,
      @ForAll @IntRange(min = 1, max = 25) int operations) {
    try (RandomTree tree = new RandomTree(seed, children, true)) {
      Map<IpcSubnet, UInt256> opening = new HashMap<>();
      tree.networks.forEach(network -> opening.put(network, tree.owned(network)));
      Map<IpcSubnet, UInt256> counted = new HashMap<>();
      tree.networks.forEach(network -> counted.put(network, supply(network)));
      for (int i = 0; i < operations; i++) {
        operate(tree, i);
      }
      tree.settle();

      for (IpcSubnet network : tree.networks) {
        UInt256 owned = tree.owned(network);
        if (network.parent().isEmpty()) {
          // Nobody mints or burns for a root but its own messages, of which it sends none up.
          assertThat(owned.plus(RandomTree.burnt(network))).isEqualTo(opening.get(network));
        } else {
          // The node mints what comes down; what goes up the parent no longer counts, burnt or not.
          UInt256 minted = supply(network).plus(sentUp(network)).minus(counted.get(network));
          assertThat(opening.get(network).plus(minted))
              .as(network.name())
              .isEqualTo(owned.plus(RandomTree.burnt(network)));
          assertThat(network.circulatingSupply()).isEqualTo(supply(network));
        }
        backed(tree, network);
      }
    }
  }

  /** The value of all messages in the batches of a network. */
  private static UInt256 sentUp(IpcSubnet network) {
    UInt256 sum = UInt256.ZERO;
    long period = network.settings().checkpointPeriod();
    long last = network.chain().block().number().longValueExact() + period;
    for (long epoch = period; epoch <= last; epoch += period) {
      for (IpcEnvelope message :
          network.gateway().view().bottomUpMsgBatch(UInt256.of(epoch)).msgs()) {
        sum = sum.plus(message.value());
      }
    }
    return sum;
  }

  /** What a parent's gateway counts for a network. */
  private static UInt256 supply(IpcSubnet network) {
    return network
        .parent()
        .flatMap(parent -> parent.gateway().view().subnet(network.id()))
        .map(Subnet::circSupply)
        .orElse(UInt256.ZERO);
  }

  /** A gateway holds the tokens that it counts for its children. */
  private static void backed(RandomTree tree, IpcSubnet network) {
    UInt256 inTokens = UInt256.ZERO;
    for (IpcSubnet child : tree.children(network)) {
      if (child.settings().supplyToken().isPresent()) {
        inTokens = inTokens.plus(supply(child));
      }
    }
    if (!inTokens.isZero()) {
      assertThat(network.token("token").balanceOf(network.gateway().address())).isEqualTo(inTokens);
    }
  }

  private static void operate(RandomTree tree, int number) {
    IpcSubnet from = tree.anyNetwork();
    UInt256 value = UInt256.of(tree.random.nextInt(50));
    EthAddress taker = tree.takers.get(from).ethAddress();
    EthAddress alice = from.account("alice");
    GatewayCaller byContract = from.gateway().as(taker);
    IpcSubnet to = tree.anyNetwork();
    switch (tree.random.nextInt(5)) {
      case 0, 1 -> {
        IpcAddress receiver =
            tree.random.nextInt(3) == 0
                ? tree.refusers.get(to).address()
                : tree.takers.get(to).address();
        IpcEnvelope call = RandomTree.call(receiver, value, number);
        from.follow(() -> byContract.sendContractXnetMessage(call, value));
      }
      case 2 -> {
        List<IpcSubnet> children = tree.children(from);
        if (!children.isEmpty()) {
          IpcSubnet child = children.get(tree.random.nextInt(children.size()));
          var there = IpcAddress.of(child.id(), child.account("alice")).rawAddress();
          from.follow(() -> from.gateway().as(alice).fund(child.id(), there, value));
        }
      }
      case 3 -> {
        var above = IpcAddress.of(from.id(), alice).rawAddress();
        from.follow(() -> from.gateway().as(alice).release(above, value));
      }
      default -> tree.net.advanceBlocks(1 + tree.random.nextInt(10));
    }
  }

  @Property(tries = 30)
  void theTracingIdIsTheSameOnEveryHopAndAnEqualCallUpHasAnother(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int children) {
    try (RandomTree tree = new RandomTree(seed, children, false)) {
      IpcSubnet from = tree.anyNetwork();
      Assume.that(from.parent().isPresent());
      IpcEnvelope call =
          RandomTree.call(tree.takers.get(tree.net.root()).address(), UInt256.ZERO, 7);
      EthAddress sender = tree.takers.get(from).ethAddress();
      List<Bytes32> ids = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Outcome<IpcEnvelope> sent =
            from.follow(
                () -> from.gateway().as(sender).sendContractXnetMessage(call, UInt256.ZERO));
        ids.add(sent.orThrow().tracingId());
      }
      assertThat(ids).doesNotHaveDuplicates();
      tree.settle();
      for (Bytes32 id : ids) {
        MessageTrace trace = tree.net.trace(id).orElseThrow();
        assertThat(trace.hops()).hasSize(from.id().route().size());
        assertThat(trace.answer()).isPresent();
      }
    }
  }
}
