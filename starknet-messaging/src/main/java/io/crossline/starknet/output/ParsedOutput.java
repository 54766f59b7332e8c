// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.output;

import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import java.util.List;

/**
 * A program output that was read. Immutable.
 *
 * @param header its header
 * @param blobs what it says about blobs, in order; none where the data is on chain
 * @param messagesToL1 the messages to L1 that the update makes consumable, in order
 * @param messagesToL2 the messages to L2 that the update consumes, in order; their fees are not
 *     known here
 */
public record ParsedOutput(
    OutputHeader header,
    List<BlobCommitment> blobs,
    List<L2ToL1Message> messagesToL1,
    List<L1ToL2Message> messagesToL2) {
  /** Copies the lists. */
  public ParsedOutput {
    blobs = List.copyOf(blobs);
    messagesToL1 = List.copyOf(messagesToL1);
    messagesToL2 = List.copyOf(messagesToL2);
  }

  /**
   * Which layout it has.
   *
   * @return the layout of its header
   */
  public ProgramOutputLayout layout() {
    return header.layout();
  }
}
