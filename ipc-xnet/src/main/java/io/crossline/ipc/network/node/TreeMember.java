// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.core.chain.Chain;
import io.crossline.core.network.NetworkHost;
import io.crossline.ethereum.Erc20Token;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.bottomup.SubnetActor;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.network.message.BlockNote;
import io.crossline.ipc.network.message.NoteRows;
import io.crossline.ipc.network.message.TrackedNetwork;
import io.crossline.ipc.network.message.TrackedNetworks;
import io.crossline.ipc.network.message.TreeMessages;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A network of a tree as its nodes and relayers see it: the chain, the contracts of messaging on
 * it, its finished blocks, and its place in the tree.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class TreeMember {
  private final Chain chain;
  private final Gateway gateway;
  private final Pace pace;
  private final @Nullable TreeMember parent;
  private final @Nullable SubnetActor actor;
  private final TreeMessages tracker;
  private final TrackedNetwork tracked;
  private final BlockArchive blocks = new BlockArchive();
  private final List<TreeMember> children = new ArrayList<>();
  private final Map<String, Erc20Token> tokens = new LinkedHashMap<>();
  private Optional<CommittedCheckpoint> lastRead = Optional.empty();
  private Consumer<String> constructor = contract -> {};

  /** How often its node and its relayer do something, in time and in blocks. */
  public record Pace(
      Duration blockTime, long checkpointPeriod, long finalityDepth, Duration relayInterval) {}

  /** Adds it to the tree; its actor, if it has a parent, stands on the parent's chain already. */
  public TreeMember(
      TrackedNetworks tree,
      String name,
      Pace pace,
      Chain chain,
      Gateway gateway,
      @Nullable TreeMember parent,
      @Nullable SubnetActor actor,
      NoteRows rows,
      TreeMessages tracker) {
    this.pace = pace;
    this.chain = chain;
    this.gateway = gateway;
    this.parent = parent;
    this.actor = actor;
    this.tracker = tracker;
    tracked =
        new TrackedNetwork(
            tree, name, chain, gateway, parent == null ? null : parent.tracked, rows, this::run);
    tracked.names().add(Names.USER, "user");
    tracked.names().add(Names.FAUCET, "faucet");
    if (parent != null && actor != null) {
      parent.children.add(this);
      parent.tracked.addChild(actor.address(), name);
    }
  }

  /** Who is called when a contract that was deployed has to be constructed. */
  public void constructor(Consumer<String> byName) {
    constructor = byName;
  }

  private void run(BlockNote note) {
    if (note instanceof BlockNote.Given given) {
      Faucet.give(this, given.account(), given.coins(), tracker);
    } else if (note instanceof BlockNote.Constructed constructed) {
      constructor.accept(constructed.contract());
    } else if (note instanceof BlockNote.Minted minted) {
      token(minted.token()).mintInOpenBlock(minted.account(), minted.tokens());
    } else {
      tracker.run(note, tracked);
    }
  }

  public String name() {
    return tracked.name();
  }

  public SubnetId id() {
    return tracked.id();
  }

  public Pace pace() {
    return pace;
  }

  public Chain chain() {
    return chain;
  }

  public Gateway gateway() {
    return gateway;
  }

  public Optional<TreeMember> parent() {
    return Optional.ofNullable(parent);
  }

  public Optional<SubnetActor> actor() {
    return Optional.ofNullable(actor);
  }

  public TrackedNetwork tracked() {
    return tracked;
  }

  public BlockArchive blocks() {
    return blocks;
  }

  public List<TreeMember> children() {
    return Collections.unmodifiableList(children);
  }

  public boolean hasCodeAt(IpcAddress address) {
    return address.rawAddress().evmAddress().flatMap(chain::contract).isPresent();
  }

  /** A token that stands on the chain. */
  public Erc20Token token(String tokenName) {
    Erc20Token token = tokens.get(tokenName);
    if (token == null) {
      throw new IllegalArgumentException(
          name() + ": there is no token \"" + tokenName + "\"; there are " + tokens.keySet());
    }
    return token;
  }

  /** The token of a name, which is made if it is not there. */
  public Erc20Token makeToken(String tokenName, NetworkHost<?, ?> host) {
    return tokens.computeIfAbsent(
        tokenName,
        key -> {
          EthAddress address = Names.contract(name(), key);
          tracked.names().add(address, key);
          Erc20Token token = new Erc20Token(address, new SubnetTokenHost(this, host, key));
          chain.deploy(address, token);
          return token;
        });
  }

  /** The checkpoint that a finished block committed to; nothing if it did not. */
  public Optional<CommittedCheckpoint> checkpoint(UInt64 height) {
    if (lastRead.isEmpty() || !lastRead.get().height().equals(height)) {
      lastRead = CommittedCheckpoint.read(blocks, gateway.address(), height);
    }
    return lastRead;
  }
}
