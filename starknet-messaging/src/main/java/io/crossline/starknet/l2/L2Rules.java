// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

/**
 * What differs between versions of Starknet's L2, as far as messages show it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the version from which on it is so
 * @param includesFailing whether a transaction whose handler fails is put into the block as
 *     REVERTED. Where not, it is not included at all; either way L1 keeps its message and the
 *     sequencer does not run it again
 * @param checksL1Address whether {@code send_message_to_l1} refuses a receiver of 2^160 or more
 */
public record L2Rules(String name, boolean includesFailing, boolean checksL1Address) {
  /** Before v0.14.0: the operating system has no branch for a handler that fails. */
  public static final L2Rules V0_13 = new L2Rules("v0.13", false, true);

  /** From v0.14.0 on. */
  public static final L2Rules V0_14 = new L2Rules("v0.14", true, true);

  /** Later sequencer code, which types the receiver as a felt without a check. */
  public static final L2Rules UNCHECKED_RECEIVER = new L2Rules("unchecked-receiver", true, false);

  /** What the public networks run. */
  public static final L2Rules DEPLOYED = V0_14;
}
