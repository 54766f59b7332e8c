// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.merkle;

import io.crossline.core.abi.AbiWriter;
import io.crossline.core.hash.Keccak256;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes32;

/**
 * What stands for one envelope in the tree: {@code LibBottomUpBatch.makeLeaf}.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class EnvelopeLeaf {
  private EnvelopeLeaf() {}

  /**
   * The leaf of an envelope: {@code keccak256(keccak256(abi.encode(kind, localNonce, originalNonce,
   * value, to.root, to.route, to.addrType, to.payload, from.root, from.route, from.addrType,
   * from.payload, message)))}. The fields stand flat, so this is not made of the envelope hash
   * (trap 27); hashing twice keeps leaves apart from inner nodes.
   *
   * @param envelope the envelope
   * @return its leaf
   */
  public static Bytes32 of(IpcEnvelope envelope) {
    SubnetId toSubnet = envelope.to().subnetId();
    FvmAddress toAddress = envelope.to().rawAddress();
    SubnetId fromSubnet = envelope.from().subnetId();
    FvmAddress fromAddress = envelope.from().rawAddress();
    AbiWriter out = AbiWriter.ofThread();
    out.number(envelope.kind().code());
    out.word(envelope.localNonce());
    out.word(envelope.originalNonce());
    out.word(envelope.value());
    out.word(toSubnet.root());
    int toRouteAt = out.reserve();
    out.number(toAddress.addrType());
    int toPayloadAt = out.reserve();
    out.word(fromSubnet.root());
    int fromRouteAt = out.reserve();
    out.number(fromAddress.addrType());
    int fromPayloadAt = out.reserve();
    int messageAt = out.reserve();
    out.patch(toRouteAt, out.size());
    toSubnet.writeRouteTo(out);
    out.patch(toPayloadAt, out.size());
    out.bytes(toAddress.payload());
    out.patch(fromRouteAt, out.size());
    fromSubnet.writeRouteTo(out);
    out.patch(fromPayloadAt, out.size());
    out.bytes(fromAddress.payload());
    out.patch(messageAt, out.size());
    out.bytes(envelope.message());
    return Keccak256.ofThread().absorb(out.keccak()).digest();
  }
}
