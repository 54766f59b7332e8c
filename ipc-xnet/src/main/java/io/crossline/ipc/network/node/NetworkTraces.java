// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.core.chain.ChainView;
import io.crossline.core.chain.Receipt;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.network.message.TrackedNetworks;
import io.crossline.ipc.trace.MessageTraces;
import io.crossline.ipc.trace.ObservedBlock;
import io.crossline.ipc.trace.TracedNetwork;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * Shows the logs of a network's gateways to a follower, when it is asked and not before: the
 * finished blocks are there anyway.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class NetworkTraces {
  private final TrackedNetworks tree;
  private final Collection<TreeMember> members;
  private final MessageTraces own = new MessageTraces(address -> tree().nameOf(address));
  private final Map<MessageTraces, Boolean> followers = new WeakHashMap<>();

  /** Of a tree, some of whose members may be still to come. */
  public NetworkTraces(TrackedNetworks tree, Collection<TreeMember> members) {
    this.tree = tree;
    this.members = members;
  }

  private TrackedNetworks tree() {
    return tree;
  }

  /** The network's own follower, with all that ran up to now, the open blocks included. */
  public MessageTraces upToDate() {
    followers.put(own, true);
    for (TreeMember subnet : members) {
      own.follow(traced(subnet));
      // What was shown of the open block holds no longer: it may have ended, with more in it.
      own.head(subnet.id()).ifPresent(open -> own.rollbackTo(subnet.id(), open.minus(UInt64.ONE)));
      feed(own, subnet);
      own.append(openBlock(subnet));
    }
    return own;
  }

  /** Shows a follower the finished blocks that it has not seen. */
  public void feed(MessageTraces follower) {
    followers.put(follower, true);
    for (TreeMember subnet : members) {
      follower.follow(traced(subnet));
      feed(follower, subnet);
    }
  }

  /** Whoever was shown blocks that are lost is told so. */
  public void takenBack(SubnetId at, UInt64 last) {
    followers.keySet().forEach(follower -> follower.rollbackTo(at, last));
  }

  private static void feed(MessageTraces follower, TreeMember subnet) {
    BlockArchive blocks = subnet.blocks();
    UInt64 next = follower.head(subnet.id()).map(UInt64.ONE::plus).orElse(UInt64.ZERO);
    if (next.compareTo(blocks.first()) < 0) {
      next = blocks.first();
    }
    while (next.compareTo(blocks.head()) <= 0) {
      follower.append(ObservedBlock.of(subnet.id(), blocks.block(next)));
      next = next.plus(UInt64.ONE);
    }
  }

  private static TracedNetwork traced(TreeMember subnet) {
    UInt256 period = subnet.gateway().config().bottomUpCheckPeriod();
    return TracedNetwork.of(subnet.id(), subnet.gateway().address(), period).named(subnet.name());
  }

  private static ObservedBlock openBlock(TreeMember subnet) {
    ChainView chain = subnet.chain();
    BlockArchive blocks = subnet.blocks();
    List<Log> logs =
        chain.receiptsSince(0).stream()
            .map(Receipt::outcome)
            .flatMap(outcome -> outcome.logs().stream())
            .toList();
    Bytes32 parent = blocks.blockHash(blocks.head());
    return new ObservedBlock(subnet.id(), chain.block(), Bytes32.ZERO, Optional.of(parent), logs);
  }
}
