// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the logs of all networks said, by message and by queue, for those who read traces out of it.
 */
final class TraceBook {
  private final Map<SubnetId, NetworkBlocks> networks = new LinkedHashMap<>();
  private final Map<Bytes32, MessageFacts> messages = new LinkedHashMap<>();
  private final ResultLinks links = new ResultLinks();
  private final Queues queues = new Queues();
  private final Optional<Function<? super IpcAddress, String>> addressNames;
  private NetworkNames names = new NetworkNames(Map.of());

  TraceBook(Optional<Function<? super IpcAddress, String>> addressNames) {
    this.addressNames = addressNames;
  }

  void follow(TracedNetwork network) {
    NetworkBlocks before = networks.putIfAbsent(network.id(), new NetworkBlocks(network));
    if (before != null && !before.network().equals(network)) {
      throw new IllegalArgumentException(
          "network "
              + network.id()
              + " is followed with other settings: "
              + before.network()
              + ", found "
              + network);
    }
    names = names.with(network);
  }

  boolean append(ObservedBlock block) {
    Optional<List<Sighting>> said = blocks(block.network()).take(block);
    said.ifPresent(sightings -> sightings.forEach(this::see));
    return said.isPresent();
  }

  void rollbackTo(SubnetId network, UInt64 number) {
    blocks(network).takeBackAbove(number).forEach(this::lose);
  }

  void introduce(IpcEnvelope envelope) {
    Bytes32 id = envelope.tracingId();
    messages.computeIfAbsent(id, key -> new MessageFacts()).introduce(envelope);
    links.add(id, envelope);
  }

  boolean isFixed(Bytes32 id) {
    MessageFacts facts = messages.get(id);
    return facts == null
        || facts.all().stream()
            .allMatch(s -> blocks(s.at().network()).isFixed(s.at().block().number()));
  }

  void drop(Bytes32 id) {
    MessageFacts facts = messages.remove(id);
    if (facts != null) {
      facts.all().forEach(queues::remove);
    }
    links.forget(id);
  }

  private void see(Sighting sighting) {
    messages.computeIfAbsent(sighting.id(), id -> new MessageFacts()).add(sighting);
    queues.add(sighting);
    sighting.envelope().ifPresent(envelope -> links.add(sighting.id(), envelope));
  }

  private void lose(Sighting sighting) {
    queues.remove(sighting);
    MessageFacts facts = messages.get(sighting.id());
    if (facts == null) {
      return; // forgotten meanwhile
    }
    facts.remove(sighting);
    if (facts.isEmpty()) {
      messages.remove(sighting.id());
    }
    if (facts.envelope().isEmpty()) {
      sighting.envelope().ifPresent(envelope -> links.remove(sighting.id(), envelope));
    }
  }

  boolean isResult(Bytes32 id) {
    MessageFacts facts = messages.get(id);
    return facts != null && facts.envelope().flatMap(ResultLinks::answers).isPresent();
  }

  NetworkBlocks blocks(SubnetId network) {
    NetworkBlocks blocks = networks.get(network);
    if (blocks == null) {
      throw new IllegalArgumentException(
          "network " + network + " is not followed; those that are: " + names.known().values());
    }
    return blocks;
  }

  Optional<NetworkBlocks> followed(SubnetId network) {
    return Optional.ofNullable(networks.get(network));
  }

  @Nullable MessageFacts facts(Bytes32 id) {
    return messages.get(id);
  }

  Set<Bytes32> results(Bytes32 call) {
    return links.of(call);
  }

  Queues queues() {
    return queues;
  }

  NetworkNames names() {
    return names;
  }

  String name(IpcAddress address) {
    return addressNames.isPresent()
        ? addressNames.get().apply(address)
        : names.of(address.subnetId())
            + ":"
            + address
                .rawAddress()
                .evmAddress()
                .map(Object::toString)
                .orElseGet(() -> address.rawAddress().toString());
  }

  Set<Bytes32> messages() {
    return messages.keySet();
  }

  /** The calls that a Result answers which somebody saw. */
  Set<Bytes32> calls() {
    return links.calls();
  }
}
