// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.messaging.MalformedInputException;

/**
 * Why a gateway refuses or answers a message with {@code InvalidXnetMessage}: {@code
 * InvalidXnetMessageReason} in upstream's {@code IPCErrors.sol}.
 *
 * <p>Thread-safe.
 */
public enum InvalidXnetMessageReason {
  /** The sender of a general-purpose message is not a contract. */
  SENDER(0, "Sender", "only a contract may send a general-purpose message"),
  /** The destination is empty, or leads to a subnet that is not registered. */
  DST_SUBNET(1, "DstSubnet", "the destination is empty or no registered subnet leads to it"),
  /** The message is not the next one of its queue. */
  NONCE(2, "Nonce", "the nonce is not the one expected next"),
  /** No coins or tokens came along. */
  VALUE(3, "Value", "the value must not be 0"),
  /** Declared upstream and never produced. */
  KIND(4, "Kind", "the kind of message is not allowed"),
  /** The destination is the network that sends. */
  REFLEXIVE_SEND(5, "ReflexiveSend", "the destination is the sending network itself"),
  /** Sender and destination share no network. */
  NO_ROUTE(6, "NoRoute", "the destination lies under another root"),
  /** The next hop would carry the value in another asset. */
  INCOMPATIBLE_SUPPLY_SOURCE(
      7, "IncompatibleSupplySource", "the subnets on the way do not use the same asset");

  private static final InvalidXnetMessageReason[] BY_CODE = values();

  private final int code;
  private final String wireName;
  private final String meaning;

  InvalidXnetMessageReason(int code, String wireName, String meaning) {
    this.code = code;
    this.wireName = wireName;
    this.meaning = meaning;
  }

  /**
   * The number that stands for this reason in the error's data.
   *
   * @return 0 to 7
   */
  public int code() {
    return code;
  }

  /**
   * Upstream's own name of the reason.
   *
   * @return {@code Sender}, {@code DstSubnet}, …
   */
  public String wireName() {
    return wireName;
  }

  /**
   * The reason in words.
   *
   * @return half a sentence
   */
  public String meaning() {
    return meaning;
  }

  /**
   * Finds a reason by its number.
   *
   * @param code the number
   * @return the reason
   * @throws MalformedInputException if no reason has this number
   */
  public static InvalidXnetMessageReason ofCode(int code) {
    if (code < 0 || code >= BY_CODE.length) {
      throw new MalformedInputException("reason: found " + code + ", must be 0 to 7");
    }
    return BY_CODE[code];
  }

  /**
   * Finds a reason by upstream's name.
   *
   * @param name {@code Sender}, {@code DstSubnet}, …
   * @return the reason
   * @throws MalformedInputException if no reason has this name
   */
  public static InvalidXnetMessageReason parse(String name) {
    for (InvalidXnetMessageReason reason : BY_CODE) {
      if (reason.wireName.equals(name)) {
        return reason;
      }
    }
    throw new MalformedInputException(
        "reason: found "
            + Quoted.of(name)
            + ", must be Sender, DstSubnet, Nonce, Value, Kind, ReflexiveSend, NoRoute or"
            + " IncompatibleSupplySource");
  }

  /** Upstream's own name. */
  @Override
  public String toString() {
    return wireName;
  }
}
