// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiWriter;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import java.util.List;

/**
 * The bottom-up messages of one epoch: {@code BottomUpMsgBatch} in upstream's {@code
 * structs/CrossNet.sol}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param subnetId the network that sends them, empty if there is no such batch
 * @param blockHeight the epoch, 0 if there is no such batch
 * @param msgs the messages, in order of their local nonces
 */
public record BottomUpMsgBatch(SubnetId subnetId, UInt256 blockHeight, List<IpcEnvelope> msgs) {
  /** What a gateway returns for an epoch without a batch. */
  public static final BottomUpMsgBatch NONE =
      new BottomUpMsgBatch(SubnetId.EMPTY, UInt256.ZERO, List.of());

  /** Copies the messages. */
  public BottomUpMsgBatch {
    msgs = List.copyOf(msgs);
  }

  /**
   * The hash of the messages, {@code keccak256(abi.encode(msgs))}.
   *
   * @return the array hash
   */
  public Bytes32 hash() {
    return IpcEnvelope.hash(msgs);
  }

  /** An array of envelopes without a leading offset. */
  static void writeMessages(AbiWriter out, List<IpcEnvelope> msgs) {
    int count = msgs.size();
    out.number(count);
    int start = out.size();
    for (int i = 0; i < count; i++) {
      out.reserve();
    }
    for (int i = 0; i < count; i++) {
      out.patch(start + 32 * i, out.size() - start);
      msgs.get(i).writeTo(out);
    }
  }
}
