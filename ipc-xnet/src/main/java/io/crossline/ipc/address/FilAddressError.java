// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.address;

/**
 * Why a text is no Filecoin address: those of {@code fvm_shared::address::Error} that parsing
 * gives.
 *
 * <p>Thread-safe.
 */
public enum FilAddressError {
  /** It begins with neither {@code f} nor {@code t}, or is an address of the other network. */
  UNKNOWN_NETWORK("UnknownNetwork", "Unknown address network"),
  /** The second character is no digit from 0 to 4. */
  UNKNOWN_PROTOCOL("UnknownProtocol", "Unknown address protocol"),
  /** A number is none, or the bytes are not as many as the protocol wants. */
  INVALID_PAYLOAD("InvalidPayload", "Invalid address payload"),
  /** The text, or a part of it, is too short or too long. */
  INVALID_LENGTH("InvalidLength", "Invalid address length"),
  /** The bytes of a delegated address are more than 54. */
  INVALID_PAYLOAD_LENGTH("InvalidPayloadLength", "Invalid payload length"),
  /** The last four bytes are not the checksum of the others. */
  INVALID_CHECKSUM("InvalidChecksum", "Invalid address checksum"),
  /** Not base 32: a wrong character, an impossible length, or spare bits that are not zero. */
  BASE32_DECODING("Base32Decoding", "Decoding for address failed");

  private final String errorName;
  private final String text;

  FilAddressError(String errorName, String text) {
    this.errorName = errorName;
    this.text = text;
  }

  /**
   * Upstream's own name of the error.
   *
   * @return such as {@code InvalidChecksum}
   */
  public String errorName() {
    return errorName;
  }

  /**
   * The error in upstream's words, without what some of them add about the place.
   *
   * @return such as {@code Invalid address checksum}
   */
  public String text() {
    return text;
  }

  /** Upstream's own name. */
  @Override
  public String toString() {
    return errorName;
  }
}
