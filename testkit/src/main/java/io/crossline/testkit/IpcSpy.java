// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcReverts;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.ipc.event.GatewayEvent.MessagePropagatedFromPostbox;
import io.crossline.ipc.event.GatewayEvent.NewTopDownMessage;
import io.crossline.ipc.event.GatewayEvent.QueuedBottomUpMessage;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcNetworkListener;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.ipc.trace.MessageInfo;
import io.crossline.ipc.trace.MessageTrace;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Watches the messages of an IPC network, Results included.
 *
 * <ul>
 *   <li>A message is <i>sent</i> when a gateway commits it for the first time, in an open block
 *       already; when it passes through a postbox it is not sent again.
 *   <li>It is <i>handled</i> when its receiver was called or paid, and accepted; a Result, when the
 *       contract that it answers took it.
 *   <li>It <i>failed</i> when its receiver failed or could not be called, or a gateway refused it.
 * </ul>
 *
 * <p>Not thread-safe: use it as the network that it belongs to, one thread at a time.
 */
public final class IpcSpy extends Spy<IpcEnvelope, IpcMatch> {
  private final IpcNetwork network;
  private final Sightings<IpcEnvelope> sightings = new Sightings<>();

  /** How much of the open block of a network ran before this spy began. */
  private final Map<String, Integer> ranBefore = new HashMap<>();

  IpcSpy(IpcNetwork network) {
    this.network = network;
    for (IpcSubnet subnet : network.subnets()) {
      ranBefore.put(subnet.name(), subnet.chain().receiptsSince(0).size());
    }
    network.listen(new Watcher());
  }

  private final class Watcher implements IpcNetworkListener {
    @Override
    public void sealed(IpcSubnet at, Block<Receipt> block) {
      sends(at, block.info().number(), block.receipts(), sightings);
      ranBefore.remove(at.name());
    }

    @Override
    public void takenBack(IpcSubnet at, UInt64 last) {
      sightings.takenBack(at.name(), last);
      ranBefore.remove(at.name());
    }

    @Override
    public void delivered(IpcSubnet at, Delivery delivery) {
      UInt64 block = at.chain().block().number();
      switch (delivery.fate()) {
        case EXECUTED -> sightings.add(at.name(), block, Sighting.What.HANDLED, delivery.message());
        case FAILED, REFUSED ->
            sightings.addFailure(at.name(), block, delivery.message(), reason(delivery));
        case STORED -> {}
      }
    }
  }

  private static String reason(Delivery delivery) {
    String says = IpcReverts.describe(IpcReverts.decode(delivery.ret()));
    return delivery.fate() == Delivery.Fate.REFUSED ? "refused by the gateway, " + says : says;
  }

  private void sends(
      IpcSubnet at, UInt64 block, List<Receipt> receipts, Sightings<IpcEnvelope> to) {
    int first = Math.min(ranBefore.getOrDefault(at.name(), 0), receipts.size());
    List<GatewayEvent> events =
        receipts.subList(first, receipts.size()).stream()
            .flatMap(receipt -> receipt.outcome().logs().stream())
            .filter(log -> log.emitter().equals(at.gateway().address()))
            .flatMap(log -> GatewayEvent.parse(log).stream())
            .toList();
    Map<Bytes32, Integer> passing = new HashMap<>();
    for (GatewayEvent event : events) {
      if (event instanceof MessagePropagatedFromPostbox propagated) {
        passing.merge(propagated.id(), 1, Integer::sum);
      }
    }
    for (GatewayEvent event : events) {
      committed(event)
          .filter(message -> passing.merge(message.tracingId(), -1, Integer::sum) < 0)
          .ifPresent(message -> to.add(at.name(), block, Sighting.What.SENT, message));
    }
  }

  /** The message that a gateway commits, of its own network or one that passes through. */
  private Optional<IpcEnvelope> committed(GatewayEvent event) {
    if (event instanceof NewTopDownMessage down) {
      return Optional.of(down.message());
    }
    // The event on the way up names only the id; equal messages differ in nothing but the nonce.
    return event instanceof QueuedBottomUpMessage up
        ? network.message(up.id()).map(MessageInfo::envelope)
        : Optional.empty();
  }

  @Override
  List<Sighting<IpcEnvelope>> seen() {
    Sightings<IpcEnvelope> inOpenBlocks = new Sightings<>();
    for (IpcSubnet subnet : network.subnets()) {
      List<Receipt> receipts = subnet.follow(() -> subnet.chain().receiptsSince(0));
      sends(subnet, subnet.chain().block().number(), receipts, inOpenBlocks);
    }
    List<Sighting<IpcEnvelope>> all = new ArrayList<>(sightings.list());
    all.addAll(inOpenBlocks.list());
    return all;
  }

  @Override
  Criteria<IpcEnvelope> criteria(UnaryOperator<IpcMatch> which) {
    return which.apply(new IpcMatch(this::label, Criteria.none())).criteria();
  }

  @Override
  String describe(IpcEnvelope message) {
    Bytes32 id = message.tracingId();
    String names =
        network.messages().stream()
            .filter(info -> info.tracingId().equals(id))
            .map(MessageInfo::name)
            .collect(Collectors.joining("/"));
    // Logs do not show yet what goes up before its checkpoint.
    String title =
        network
            .trace(id)
            .filter(trace -> trace.envelope().isPresent())
            .map(MessageTrace::title)
            .orElseGet(() -> title(message));
    String method = IpcMatch.method(message).map(called -> ", method " + called).orElse("");
    return (names + " " + title + method).strip();
  }

  private String title(IpcEnvelope message) {
    return message.kind()
        + (message.value().isZero() ? "" : " of " + message.value())
        + " from "
        + label(message.from())
        + " to "
        + label(message.to());
  }

  private String label(IpcAddress address) {
    String home =
        network.subnets().stream()
            .filter(subnet -> subnet.id().equals(address.subnetId()))
            .map(IpcSubnet::name)
            .findFirst()
            .orElseGet(() -> address.subnetId().toString());
    return home + ":" + address.rawAddress();
  }
}
