// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.message;

import io.crossline.core.chain.ChainView;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A network of a tree as a tracker of messages reads it: its chain, its gateway, what people call
 * whom there, and what has to be undone with each of its blocks.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class TrackedNetwork {
  private final TrackedNetworks tree;
  private final String name;
  private final SubnetId id;
  private final ChainView chain;
  private final Gateway gateway;
  private final @Nullable TrackedNetwork parent;
  private final GatewayLogs gatewayLogs;
  private final BlockNotes notes;
  private final NameBook names = new NameBook();
  private final Map<EthAddress, String> children = new HashMap<>();

  /** Adds it to its tree. What host acts and undoings do is up to whoever runs them. */
  public TrackedNetwork(
      TrackedNetworks tree,
      String name,
      ChainView chain,
      Gateway gateway,
      @Nullable TrackedNetwork parent,
      NoteRows rows,
      Consumer<BlockNote> runner) {
    this.tree = tree;
    this.name = name;
    this.chain = chain;
    this.gateway = gateway;
    this.parent = parent;
    id = gateway.network();
    gatewayLogs = new GatewayLogs(gateway);
    notes = new BlockNotes(chain, rows, runner);
    names.add(gateway.address(), "gateway");
    tree.add(this);
  }

  public String name() {
    return name;
  }

  public SubnetId id() {
    return id;
  }

  public ChainView chain() {
    return chain;
  }

  Gateway gateway() {
    return gateway;
  }

  public BlockNotes notes() {
    return notes;
  }

  public NameBook names() {
    return names;
  }

  boolean isBelow(TrackedNetwork other) {
    return parent == other;
  }

  /** A child is there, whose actor stands at an address. */
  public void addChild(EthAddress actor, String child) {
    children.put(actor, child);
    names.add(actor, "actor of " + child);
  }

  String childName(EthAddress actor) {
    return children.getOrDefault(actor, actor.toString());
  }

  /** All messages that the gateway holds were seen. */
  void resumeLogs() {
    gatewayLogs.resume(chain.block().number());
  }

  void blockEnded() {
    gatewayLogs.blockEnded();
    notes.sealed();
  }

  /** The message of the next event that names only a tracing id. */
  IpcEnvelope nextQueued() {
    return gatewayLogs.nextQueued(chain.block().number());
  }

  UInt256 nextCheckpoint() {
    return gatewayLogs.epochOf(chain.block().number());
  }

  /** What people here call an account or contract anywhere. */
  String nameOf(IpcAddress address) {
    return tree.find(address.subnetId()).orElse(null) == this
        ? names.of(address)
        : tree.nameOf(address);
  }

  @Override
  public String toString() {
    return name;
  }
}
