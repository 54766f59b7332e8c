// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.address;

/**
 * What kind of Filecoin address it is, and what its bytes are: {@code Protocol} of {@code
 * fvm_shared}.
 *
 * <p>Thread-safe.
 */
public enum FilProtocol {
  /** The number of an actor. */
  ID(0, "id"),
  /** The hash of a secp256k1 public key, 20 bytes. */
  SECP256K1(1, "secp256k1"),
  /** The hash of what an actor was made from, 20 bytes. */
  ACTOR(2, "actor"),
  /** A BLS public key, 48 bytes. */
  BLS(3, "bls"),
  /**
   * Bytes that another actor, the namespace, gives a meaning to, at most 54; EVM addresses are of
   * namespace 10.
   */
  DELEGATED(4, "delegated");

  private final int code;
  private final String protocolName;

  FilProtocol(int code, String protocolName) {
    this.code = code;
    this.protocolName = protocolName;
  }

  /**
   * The number that stands for this protocol in text and bytes.
   *
   * @return 0 to 4
   */
  public int code() {
    return code;
  }

  /** Its name in lower case. */
  @Override
  public String toString() {
    return protocolName;
  }
}
