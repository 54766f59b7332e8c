// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.messaging.Log;
import io.crossline.messaging.UInt64;
import java.util.List;

/** An operation of a contract that ran in the open block, and may be undone yet. */
interface ObservedCall {
  /** The block. */
  UInt64 block();

  /** The transaction's place in it. */
  int transaction();

  /** Whether it reverted. */
  boolean failed();

  /** The contract's logs; none if it reverted. */
  List<Log> logs();
}
