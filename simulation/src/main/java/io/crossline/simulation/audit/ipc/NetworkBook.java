// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one network: what waits there, and what it counted. */
final class NetworkBook {
  /**
   * A message that waits for the batch of an epoch.
   *
   * @param position where among the notes it was queued
   * @param passing whether it came out of the postbox
   */
  record QueuedUp(Bytes32 id, long epoch, long position, boolean passing) {}

  final AuditedNetwork network;
  final @Nullable NetworkBook parent;
  final Map<EthAddress, NetworkBook> children = new HashMap<>();

  /** Contracts that say what they handle, with their addresses in messages. */
  final Map<EthAddress, IpcAddress> reporters = new HashMap<>();

  private final Set<IpcAddress> reporting = new HashSet<>();

  /** Those of them that never refuse a Result. */
  private final Set<IpcAddress> takingResults = new HashSet<>();

  /** From the parent to here, and from here to the parent; unused at the root. */
  final Link down;

  final Link up;

  /** What is on the links to here. */
  final Waiting arriving = new Waiting();

  final Waiting postbox = new Waiting();
  final Deque<QueuedUp> queued = new ArrayDeque<>();

  UInt256 burnt = UInt256.ZERO;
  long lastCheckpoint;

  /** The number of the block that was shown last. */
  @Nullable Long lastBlock;

  /** The number of the block that was read last. */
  long lastRead = -1;

  private long position;

  NetworkBook(AuditedNetwork network, @Nullable NetworkBook parent) {
    this.network = network;
    this.parent = parent;
    down = new Link(network.id(), true);
    up = new Link(network.id(), false);
  }

  SubnetId id() {
    return network.id();
  }

  void reports(EthAddress contract, boolean everyResult) {
    IpcAddress address = IpcAddress.of(id(), contract);
    if (everyResult) {
      takingResults.add(address);
    }
    reporters.put(contract, address);
    reporting.add(address);
  }

  /** The place of the next note. */
  long nextPosition() {
    return position++;
  }

  /** A message comes towards this network. */
  void expect(Arrival arrival) {
    arrival.link.add(arrival);
    arriving.add(arrival);
  }

  boolean isDestination(Sighting message) {
    return message.to().subnetId().equals(id());
  }

  /** Whether the receiver of a message for this network says what it handles. */
  boolean reports(Sighting message) {
    return reporting.contains(message.to());
  }

  boolean takesResults(Sighting message) {
    return takingResults.contains(message.to());
  }

  /** Whether a message that was executed here must have been handled by a contract that says so. */
  boolean handlesVisibly(Sighting message) {
    return message.kind() != EnvelopeKind.TRANSFER && isDestination(message) && reports(message);
  }
}
