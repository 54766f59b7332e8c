// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * What a running contract can see around it.
 *
 * <p>Called on the thread that runs the handler.
 */
public interface Environment {
  /**
   * The contract that runs.
   *
   * @return its own address
   */
  Address self();

  /**
   * Who called it.
   *
   * @return the caller's address; zero where the protocol itself calls
   */
  Address caller();

  /**
   * The coins that came with the call, in the smallest unit.
   *
   * @return the value
   */
  UInt256 value();

  /**
   * The block in which it runs.
   *
   * @return number and time
   */
  BlockInfo block();
}
