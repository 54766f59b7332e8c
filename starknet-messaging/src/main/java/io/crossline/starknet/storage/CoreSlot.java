// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.storage;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;

/**
 * The named storage of the core contract ({@code NamedStorage.sol}, tags of {@code
 * StarknetMessaging.sol}): which slot {@code eth_getStorageAt} and {@code eth_getProof} are to be
 * asked for. A single value lives at the hash of its tag, a map entry at keccak256(key || hash of
 * the tag). Values are whole words.
 *
 * <p>Thread-safe.
 */
public enum CoreSlot {
  /**
   * Pending messages by hash: 0 = none, otherwise fee + 1. Versions before v0.10.0 keep a count.
   */
  L1_TO_L2_MESSAGES("STARKNET_1.0_MSGING_L1TOL2_MAPPPING_V2", true),

  /** How many L2 to L1 messages of a hash can be consumed. */
  L2_TO_L1_MESSAGES("STARKNET_1.0_MSGING_L2TOL1_MAPPPING", true),

  /** The nonce of the next message: one sequence for all senders. */
  L1_TO_L2_MESSAGE_NONCE("STARKNET_1.0_MSGING_L1TOL2_NONCE", false),

  /**
   * When the latest cancellation request of a hash was accepted, in seconds; 0 = never. It is never
   * erased.
   */
  L1_TO_L2_MESSAGE_CANCELLATIONS("STARKNET_1.0_MSGING_L1TOL2_CANCELLATION_MAPPPING", true),

  /** How many seconds must pass between request and cancellation. */
  MESSAGE_CANCELLATION_DELAY("STARKNET_1.0_MSGING_L1TOL2_CANCELLATION_DELAY", false);

  private final String tag;
  private final boolean map;
  private final Bytes32 base;

  CoreSlot(String tag, boolean map) {
    this.tag = tag;
    this.map = map;
    this.base = ofTag(tag);
  }

  /**
   * The slot of a single value.
   *
   * @return the hash of the tag
   * @throws IllegalStateException if this is a map, which keeps nothing there
   */
  public Bytes32 slot() {
    if (map) {
      throw new IllegalStateException(this + " is a map: its entries have slots, by key");
    }
    return base;
  }

  /**
   * The slot of a map entry.
   *
   * @param key the message hash
   * @return the slot
   * @throws IllegalStateException if this is a single value
   */
  public Bytes32 slot(Bytes32 key) {
    if (!map) {
      throw new IllegalStateException(this + " is a single value: it has one slot, without a key");
    }
    return entry(base, key);
  }

  /**
   * Whether this is a map by message hash.
   *
   * @return false for a single value
   */
  public boolean isMap() {
    return map;
  }

  /**
   * The tag that names the storage.
   *
   * @return upstream's text, with its three P in {@code MAPPPING}
   */
  public String tag() {
    return tag;
  }

  /**
   * The slot of a single value under any tag.
   *
   * @param tag the tag's text
   * @return its hash
   */
  public static Bytes32 ofTag(String tag) {
    return Keccak256.hash(Bytes.utf8(tag));
  }

  /**
   * The slot of a map entry under any tag.
   *
   * @param tag the tag's text
   * @param key the key
   * @return the slot
   */
  public static Bytes32 ofTag(String tag, Bytes32 key) {
    return entry(ofTag(tag), key);
  }

  private static Bytes32 entry(Bytes32 base, Bytes32 key) {
    return Keccak256.ofThread().absorb(key).absorb(base).digest();
  }
}
