// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.core.hash.Keccak256;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.ipc.event.GatewayEvent.BottomUpBatchRecorded;
import io.crossline.ipc.event.GatewayEvent.MessagePropagatedFromPostbox;
import io.crossline.ipc.event.GatewayEvent.MessageStoredInPostbox;
import io.crossline.ipc.event.GatewayEvent.NewTopDownMessage;
import io.crossline.ipc.event.GatewayEvent.QueuedBottomUpMessage;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Logs made by hand: a root, its child {@code a} and that one's child {@code b}. */
final class TraceFixture {
  static final SubnetId ROOT = SubnetId.root(1);
  static final SubnetId A = ROOT.child(address(0xa));
  static final SubnetId B = A.child(address(0xb));
  static final EthAddress GATEWAY = address(0x6a);
  static final UInt256 PERIOD = UInt256.of(10);

  final MessageTraces traces = new MessageTraces();

  TraceFixture() {
    this(TracedNetwork.DEFAULT_UNDOABLE_BLOCKS);
  }

  TraceFixture(int undoableBlocks) {
    traces.follow(network(ROOT, "root").withUndoableBlocks(undoableBlocks));
    traces.follow(network(A, "a").withUndoableBlocks(undoableBlocks));
    traces.follow(network(B, "b").withUndoableBlocks(undoableBlocks));
  }

  static TracedNetwork network(SubnetId id, String name) {
    return TracedNetwork.of(id, GATEWAY, PERIOD).named(name);
  }

  static EthAddress address(int number) {
    return EthAddress.of(UInt256.of(number));
  }

  static IpcEnvelope call(SubnetId from, SubnetId to, long value) {
    return IpcEnvelope.createCallMsg(
        IpcAddress.of(from, address(1)),
        IpcAddress.of(to, address(2)),
        UInt256.of(value),
        new CallMsg(Bytes.utf8("ping"), Bytes.EMPTY));
  }

  static IpcEnvelope numbered(IpcEnvelope envelope, long localNonce) {
    return envelope.withNonces(UInt64.of(localNonce), envelope.originalNonce());
  }

  static GatewayEvent down(IpcEnvelope message, long nonce, SubnetId child) {
    IpcEnvelope sent = numbered(message, nonce);
    return new NewTopDownMessage(child.actor(), sent, sent.tracingId());
  }

  static GatewayEvent queued(IpcEnvelope message) {
    return new QueuedBottomUpMessage(message.tracingId());
  }

  static GatewayEvent cut(long height, IpcEnvelope... messages) {
    return new BottomUpBatchRecorded(UInt64.of(height), List.of(messages));
  }

  static GatewayEvent stored(IpcEnvelope message) {
    return new MessageStoredInPostbox(message.tracingId());
  }

  static GatewayEvent propagated(IpcEnvelope message) {
    return new MessagePropagatedFromPostbox(message.tracingId());
  }

  static Bytes32 hash(String text) {
    return Keccak256.hash(Bytes.utf8(text));
  }

  static ObservedBlock block(SubnetId network, long number, String hash, GatewayEvent... events) {
    List<Log> logs = Arrays.stream(events).map(event -> event.toLog(GATEWAY)).toList();
    BlockInfo info = new BlockInfo(UInt64.of(number), UInt64.of(100 * number));
    return new ObservedBlock(network, info, hash(hash), Optional.empty(), logs);
  }

  static ObservedBlock block(SubnetId network, long number, GatewayEvent... events) {
    return block(network, number, network + "#" + number, events);
  }

  /** A block that knows its parent. */
  static ObservedBlock child(ObservedBlock block, String parent) {
    return new ObservedBlock(
        block.network(), block.info(), block.hash(), Optional.of(hash(parent)), block.logs());
  }

  TraceFixture see(SubnetId network, long number, GatewayEvent... events) {
    traces.append(block(network, number, events));
    return this;
  }

  MessageTrace trace(IpcEnvelope message) {
    return traces.trace(message.tracingId()).orElseThrow();
  }
}
