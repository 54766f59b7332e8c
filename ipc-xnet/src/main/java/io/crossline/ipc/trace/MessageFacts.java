// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.trace.Sighting.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that logs say of the messages with one tracing id. */
final class MessageFacts {
  private final Map<SubnetId, List<Sighting>> byNetwork = new LinkedHashMap<>();
  private @Nullable IpcEnvelope introduced;

  void add(Sighting sighting) {
    List<Sighting> there =
        byNetwork.computeIfAbsent(sighting.at().network(), key -> new ArrayList<>(2));
    int place = Collections.binarySearch(there, sighting, Sighting.ORDER);
    there.add(place < 0 ? -place - 1 : place, sighting);
  }

  void remove(Sighting sighting) {
    SubnetId network = sighting.at().network();
    List<Sighting> there = byNetwork.getOrDefault(network, new ArrayList<>());
    there.remove(sighting);
    if (there.isEmpty()) {
      byNetwork.remove(network);
    }
  }

  void introduce(IpcEnvelope envelope) {
    introduced = envelope;
  }

  boolean isEmpty() {
    return byNetwork.isEmpty() && introduced == null;
  }

  Set<SubnetId> networks() {
    return byNetwork.keySet();
  }

  /** What a network's logs say, in their order. */
  List<Sighting> at(SubnetId network) {
    return byNetwork.getOrDefault(network, List.of());
  }

  List<Sighting> at(SubnetId network, Step step) {
    return at(network).stream().filter(sighting -> sighting.step() == step).toList();
  }

  List<Sighting> all() {
    return byNetwork.values().stream().flatMap(List::stream).toList();
  }

  /** The message, but for its local nonce; nothing if no log has shown it. */
  Optional<IpcEnvelope> envelope() {
    return all().stream()
        .flatMap(sighting -> sighting.envelope().stream())
        .findFirst()
        .or(() -> Optional.ofNullable(introduced));
  }
}
