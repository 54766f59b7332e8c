// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.ActivityCommitment;
import io.crossline.ipc.AggregatedStats;
import io.crossline.ipc.Asset;
import io.crossline.ipc.BatchCommitment;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.AuditReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Logs and final state of a run, written by hand, one after the other; a test may change them. */
final class History {
  static final EthAddress GATEWAY = address(0x6a);
  static final EthAddress TELLER = address(0x7e);
  static final EthAddress ALICE = address(0xa1);

  static final SubnetId ROOT = SubnetId.root(314);
  static final SubnetId A = ROOT.child(address(0xaa));
  static final SubnetId B = ROOT.child(address(0xbb));
  static final SubnetId C = A.child(address(0xcc));
  static final List<SubnetId> ALL = List.of(ROOT, A, B, C);

  /** One log in a block. */
  record Told(SubnetId network, long block, Log log) {}

  final List<Told> told = new ArrayList<>();
  final HandMadeState state = new HandMadeState();
  private final Map<SubnetId, List<IpcEnvelope>> batches = new HashMap<>();
  private SubnetId at = ROOT;
  private long block;

  History() {
    ALL.forEach(id -> state.add(id, "coins", 10_000));
    ALL.forEach(id -> state.add(id, "supply", id.equals(C) ? 500 : 1000));
    state.add(ROOT, "locked", 2000);
    state.add(A, "locked", 500);
  }

  static EthAddress address(long number) {
    return EthAddress.of(UInt256.of(number));
  }

  History at(SubnetId network, long number) {
    at = network;
    block = number;
    return this;
  }

  /** Commits a message for a child, which takes it in at once by the final state. */
  IpcEnvelope down(SubnetId child, IpcEnvelope message) {
    UInt64 nonce = UInt64.of(state.get(child, "sentDown"));
    IpcEnvelope sent = message.withNonces(nonce, message.originalNonce());
    emit(new GatewayEvent.NewTopDownMessage(child.actor(), sent, sent.tracingId()));
    long value = sent.value().longValueExact();
    state.add(child, "sentDown", 1);
    state.add(child, "appliedDown", 1);
    state.add(child, "supply", value);
    state.add(at, "locked", value);
    state.add(child, "coins", value);
    return sent;
  }

  /** Commits a message for the parent, which takes it in at once by the final state. */
  IpcEnvelope up(IpcEnvelope message, boolean burns) {
    UInt64 nonce = UInt64.of(state.get(at, "sentUp"));
    boolean own = message.from().subnetId().equals(at);
    IpcEnvelope sent = message.withNonces(nonce, own ? nonce : message.originalNonce());
    emit(new GatewayEvent.QueuedBottomUpMessage(sent.tracingId()));
    batches.computeIfAbsent(at, id -> new ArrayList<>()).add(sent);
    long value = sent.value().longValueExact();
    state.add(at, "sentUp", 1);
    state.add(at, "appliedUp", 1);
    state.add(at, "supply", -value);
    state.add(at.getParentSubnet(), "locked", -value);
    state.add(at, "burnt", burns ? value : 0);
    return sent;
  }

  void stored(IpcEnvelope message) {
    emit(new GatewayEvent.MessageStoredInPostbox(message.tracingId()));
  }

  void propagated(IpcEnvelope message) {
    emit(new GatewayEvent.MessagePropagatedFromPostbox(message.tracingId()));
  }

  void handled(IpcEnvelope message) {
    told.add(new Told(at, block, HandledLog.of(message).toLog(TELLER)));
  }

  void batch() {
    List<IpcEnvelope> messages = batches.getOrDefault(at, List.of());
    batches.remove(at);
    emit(commitment(block, messages.size()));
    emit(new GatewayEvent.BottomUpBatchRecorded(UInt64.of(block), messages));
    state.add(at, "checkpoint", block - state.get(at, "checkpoint"));
  }

  static GatewayEvent commitment(long height, long count) {
    return new GatewayEvent.StateCommitmentCreated(
        UInt64.of(height),
        new StateCommitment(
            Bytes.EMPTY,
            new BatchCommitment(UInt64.of(count), Bytes32.ZERO),
            UInt64.ZERO,
            new ActivityCommitment(new AggregatedStats(UInt64.ZERO, UInt64.ZERO), Bytes32.ZERO)));
  }

  void emit(GatewayEvent event) {
    told.add(new Told(at, block, event.toLog(GATEWAY)));
  }

  AuditReport audit(boolean drained) {
    return audit(drained, auditor -> {});
  }

  /** Shows everything, and then what is done to the auditor. */
  AuditReport audit(boolean drained, Consumer<IpcAuditor> then) {
    IpcAuditor auditor = new IpcAuditor(ALL.stream().map(History::network).toList());
    ALL.forEach(id -> auditor.reportsHandling(id, TELLER, true));
    for (int i = 0; i < told.size(); ) {
      Told first = told.get(i);
      List<Log> logs = new ArrayList<>();
      while (i < told.size()
          && told.get(i).network().equals(first.network())
          && told.get(i).block() == first.block()) {
        logs.add(told.get(i++).log());
      }
      auditor.block(first.network(), UInt64.of(first.block()), logs);
    }
    then.accept(auditor);
    return auditor.finish(state, drained);
  }

  private static AuditedNetwork network(SubnetId id) {
    return new AuditedNetwork(
        id, GATEWAY, Asset.NATIVE, UInt256.of(10_000), UInt256.of(id.equals(C) ? 500 : 1000), 10);
  }

  /** The first event of a type with a message or id that fits. */
  int indexOf(SubnetId network, Class<? extends GatewayEvent> type, int skip) {
    int left = skip;
    for (int i = 0; i < told.size(); i++) {
      boolean fits =
          told.get(i).network().equals(network)
              && GatewayEvent.parse(told.get(i).log()).filter(type::isInstance).isPresent();
      if (fits && left-- == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("no such event");
  }

  GatewayEvent event(int index) {
    return GatewayEvent.parse(told.get(index).log()).orElseThrow();
  }

  void replace(int index, GatewayEvent event) {
    Told old = told.get(index);
    told.set(index, new Told(old.network(), old.block(), event.toLog(GATEWAY)));
  }
}
