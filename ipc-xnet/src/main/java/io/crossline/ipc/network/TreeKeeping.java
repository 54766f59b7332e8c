// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.store.Commits;
import io.crossline.core.store.DurableClock;
import io.crossline.ipc.IpcAddress;
import io.crossline.messaging.spi.MessagingMetrics;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What keeps a tree: its store, if it has one, and all that is kept there beside the chains. Each
 * call from outside passes through here.
 */
final class TreeKeeping {
  private final TreeStore store;
  private final DurableClock clock;
  private final Commits commits;
  private final KnownContracts contracts;
  private final EventLog events;
  private final MessageRows messages;

  /** Opens what the store holds, if there is one. */
  TreeKeeping(IpcNetwork network, IpcNetworkBuilder builder) {
    store = new TreeStore(builder);
    clock = new DurableClock(store.state());
    commits = new Commits(store.store(), "the IPC network");
    contracts = new KnownContracts(store.state());
    events = new EventLog(network, store.outbox());
    Optional<Backlog> backlog = builder.metrics().map(metrics -> meter(network, metrics));
    messages = new MessageRows(store, network::at, backlog);
  }

  private Backlog meter(IpcNetwork network, MessagingMetrics metrics) {
    Backlog backlog =
        new Backlog(
            message ->
                name(network, message.envelope().from())
                    + ">"
                    + name(network, message.envelope().to()));
    commits.meter(metrics, told -> backlog.tell(told, clock.now()));
    return backlog;
  }

  private static String name(IpcNetwork network, IpcAddress address) {
    IpcSubnet home = network.find(address.subnetId());
    return home == null ? address.subnetId().toString() : home.name();
  }

  /** The tree stands: it is committed, and from now on each call is. */
  void begin(Collection<IpcSubnet> subnets, MessageTracker tracker, CallFutures futures) {
    if (!store.isDurable()) {
      tracker.afterEach(futures::settle);
      return;
    }
    tracker.afterEach(
        () -> {
          if (futures.hasEnded()) {
            commits.soon();
          }
        });
    subnets.forEach(subnet -> commits.add(subnet.chain()));
    commits.add(messages);
    commits.add(store.state());
    store.outbox().ifPresent(commits::add);
    clock.between(commits::between);
    commits.around(
        () -> subnets.stream().anyMatch(subnet -> subnet.chain().isRunning()),
        () -> {
          subnets.forEach(tracker::flush);
          clock.note();
        },
        () -> {
          events.committed();
          futures.settle();
        });
    events.begin();
    commits.run(() -> {});
  }

  TreeStore store() {
    return store;
  }

  DurableClock clock() {
    return clock;
  }

  Commits commits() {
    return commits;
  }

  KnownContracts contracts() {
    return contracts;
  }

  EventLog events() {
    return events;
  }

  MessageRows messages() {
    return messages;
  }

  NoteRows notesOf(String path) {
    return new NoteRows(store, path, messages);
  }

  /** Makes a call that needs the code of all contracts. */
  <T> T guarded(Supplier<T> call) {
    return commits.call(
        () -> {
          contracts.requireAll();
          return call.get();
        });
  }
}
