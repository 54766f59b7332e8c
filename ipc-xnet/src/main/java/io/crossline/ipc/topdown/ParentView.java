// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.topdown;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt64;
import java.util.List;

/**
 * What the node of a subnet sees of the parent's chain.
 *
 * <p>Not thread-safe: it reads the parent's chain.
 */
public interface ParentView {
  /**
   * The last finished block.
   *
   * @return its number
   */
  UInt64 head();

  /**
   * What identifies a finished block.
   *
   * @param height its number
   * @return its hash
   * @throws IllegalArgumentException if it is not finished, or there is no such block
   */
  Bytes32 blockHash(UInt64 height);

  /**
   * What was emitted in a finished block.
   *
   * @param height its number
   * @return the logs, in order
   * @throws IllegalArgumentException if it is not finished, or there is no such block
   */
  List<Log> logs(UInt64 height);
}
