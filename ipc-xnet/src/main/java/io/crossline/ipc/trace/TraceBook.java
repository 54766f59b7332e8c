// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.trace.QueueEvent.Followed;
import io.crossline.ipc.trace.QueueEvent.PassedBy;
import io.crossline.ipc.trace.QueueEvent.SettledTo;
import io.crossline.ipc.trace.QueueEvent.TakenBack;
import io.crossline.ipc.trace.QueueEvent.TakenIn;
import io.crossline.ipc.trace.Sighting.Step;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The other half of {@link MessageTraces}: what logs said of each message, for those who read
 * traces out of it. It knows no chain and no queue, only what {@link GatewayQueues} tells, and
 * tells in return which messages have arrived.
 */
final class TraceBook implements Consumer<QueueEvent> {
  private final Map<SubnetId, Progress> networks = new LinkedHashMap<>();
  private final Map<QueueId, UInt64> passed = new HashMap<>();
  private final Map<Bytes32, MessageFacts> messages = new LinkedHashMap<>();
  private final Map<Bytes32, List<Arrival>> arrivals = new HashMap<>();
  private final Set<Bytes32> changed = new LinkedHashSet<>();
  private final ResultLinks links = new ResultLinks();
  private final Optional<Function<? super IpcAddress, String>> addressNames;
  private final BiFunction<? super TraceBook, Bytes32, List<Arrival>> reader;
  private final Consumer<? super Arrival> arrived;
  private NetworkNames names = new NetworkNames(Map.of());

  /** How far a network is followed. */
  private static final class Progress {
    private final NavigableSet<Sighting> queued = new TreeSet<>(Sighting.ORDER);
    private Optional<UInt64> head = Optional.empty();
    private Optional<UInt64> settled = Optional.empty();

    boolean isSettled(UInt64 block) {
      return settled.filter(last -> block.compareTo(last) <= 0).isPresent();
    }
  }

  /**
   * @param addressNames what to call accounts and contracts
   * @param reader tells out of this book where a message has arrived
   * @param arrived is told of the messages that a gateway is known to have taken in
   */
  TraceBook(
      Optional<Function<? super IpcAddress, String>> addressNames,
      BiFunction<? super TraceBook, Bytes32, List<Arrival>> reader,
      Consumer<? super Arrival> arrived) {
    this.addressNames = addressNames;
    this.reader = reader;
    this.arrived = arrived;
  }

  @Override
  public void accept(QueueEvent event) {
    if (event instanceof Followed followed) {
      networks.put(followed.network().id(), new Progress());
      names = names.with(followed.network());
    } else if (event instanceof TakenIn in) {
      see(in.sighting());
    } else if (event instanceof TakenBack back) {
      lose(back.sighting());
    } else if (event instanceof PassedBy by) {
      by.nonce()
          .ifPresentOrElse(nonce -> passed.put(by.queue(), nonce), () -> passed.remove(by.queue()));
    } else if (event instanceof SettledTo to) {
      Progress progress = progress(to.network());
      progress.head = to.head();
      progress.settled = to.number();
      while (!progress.queued.isEmpty()
          && progress.isSettled(progress.queued.first().at().block().number())) {
        progress.queued.pollFirst();
      }
      tellArrivals();
    }
  }

  private Progress progress(SubnetId network) {
    return networks.getOrDefault(network, new Progress());
  }

  void introduce(IpcEnvelope envelope) {
    Bytes32 id = envelope.tracingId();
    messages.computeIfAbsent(id, key -> new MessageFacts()).introduce(envelope);
    links.add(id, envelope);
    changed(id, Optional.of(envelope));
    tellArrivals();
  }

  boolean isFixed(Bytes32 id) {
    MessageFacts facts = messages.get(id);
    return facts == null
        || facts.all().stream()
            .allMatch(s -> progress(s.at().network()).isSettled(s.at().block().number()));
  }

  void drop(Bytes32 id) {
    Arrival.Kind kind = isFixed(id) ? Arrival.Kind.SETTLED : Arrival.Kind.UNSEEN;
    Optional.ofNullable(messages.remove(id))
        .flatMap(MessageFacts::envelope)
        .ifPresent(envelope -> links.remove(id, envelope));
    links.forget(id);
    tell(arrivals.remove(id), List.of(), kind);
  }

  private void see(Sighting sighting) {
    messages.computeIfAbsent(sighting.id(), id -> new MessageFacts()).add(sighting);
    sighting.envelope().ifPresent(envelope -> links.add(sighting.id(), envelope));
    if (sighting.step() == Step.QUEUED) {
      progress(sighting.at().network()).queued.add(sighting);
    }
    changed(sighting.id(), sighting.envelope());
  }

  private void lose(Sighting sighting) {
    progress(sighting.at().network()).queued.remove(sighting);
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
    changed(sighting.id(), sighting.envelope());
  }

  /** A message is to be looked at, and so is the one that it answers. */
  private void changed(Bytes32 id, Optional<IpcEnvelope> shown) {
    changed.add(id);
    shown
        .or(() -> Optional.ofNullable(messages.get(id)).flatMap(MessageFacts::envelope))
        .flatMap(ResultLinks::answers)
        .ifPresent(changed::add);
  }

  private void tellArrivals() {
    List<Bytes32> looked = List.copyOf(changed);
    changed.clear();
    for (Bytes32 id : looked) {
      MessageFacts facts = messages.get(id);
      // One that a single network speaks of and no Result answers has arrived nowhere.
      boolean underway = facts != null && (facts.networks().size() > 1 || !results(id).isEmpty());
      List<Arrival> now = underway ? reader.apply(this, id) : List.of();
      List<Arrival> before = now.isEmpty() ? arrivals.remove(id) : arrivals.put(id, now);
      tell(before, now, Arrival.Kind.UNSEEN);
      tell(now, before == null ? List.of() : before, Arrival.Kind.SEEN);
    }
  }

  private void tell(@Nullable List<Arrival> which, List<Arrival> without, Arrival.Kind kind) {
    if (which != null) {
      // Messages that share a tracing id can share a nonce too, so each counts by itself.
      List<Arrival> others = new ArrayList<>(without);
      which.stream()
          .filter(arrival -> !others.remove(arrival))
          .forEach(a -> arrived.accept(new Arrival(a.queue(), a.nonce(), kind)));
    }
  }

  boolean isResult(Bytes32 id) {
    MessageFacts facts = messages.get(id);
    return facts != null && facts.envelope().flatMap(ResultLinks::answers).isPresent();
  }

  /** Whether a message with a nonce must have been taken in, since a later one was. */
  boolean isPassed(QueueId queue, UInt64 nonce) {
    @Nullable UInt64 highest = passed.get(queue);
    return highest != null && nonce.compareTo(highest) < 0;
  }

  boolean isFollowed(SubnetId network) {
    return networks.containsKey(network);
  }

  /** The latest block of a network; nothing if none was shown. */
  Optional<UInt64> head(SubnetId network) {
    return progress(network).head;
  }

  /** What the blocks of a network that can be taken back say was queued, oldest first. */
  Stream<Sighting> queued(SubnetId network) {
    return progress(network).queued.stream();
  }

  @Nullable MessageFacts facts(Bytes32 id) {
    return messages.get(id);
  }

  Set<Bytes32> results(Bytes32 call) {
    return links.of(call);
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
