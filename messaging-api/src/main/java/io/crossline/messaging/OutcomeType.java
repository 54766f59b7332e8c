// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * How the delivery of a message ended. The codes are those of {@code OutcomeType} in IPC's
 * contracts.
 *
 * <p>Thread-safe.
 */
public enum OutcomeType {
  /** The receiver handled the message. */
  OK(0, "Ok"),
  /** The message could not be routed or applied; no receiver saw it. */
  SYSTEM_ERR(1, "SystemErr"),
  /** The receiver was called and failed. */
  ACTOR_ERR(2, "ActorErr");

  private final int code;
  private final String wireName;

  OutcomeType(int code, String wireName) {
    this.code = code;
    this.wireName = wireName;
  }

  /**
   * The number that stands for this outcome in encoded messages.
   *
   * @return 0, 1 or 2
   */
  public int code() {
    return code;
  }

  /**
   * Upstream's own name of the outcome.
   *
   * @return {@code Ok}, {@code SystemErr} or {@code ActorErr}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Finds an outcome by its number.
   *
   * @param code the number
   * @return the outcome
   * @throws MalformedInputException if no outcome has this number
   */
  public static OutcomeType ofCode(int code) {
    for (OutcomeType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new MalformedInputException("outcome: found " + code + ", must be 0, 1 or 2");
  }

  /**
   * Finds an outcome by upstream's name.
   *
   * @param name {@code Ok}, {@code SystemErr} or {@code ActorErr}
   * @return the outcome
   * @throws MalformedInputException if no outcome has this name
   */
  public static OutcomeType parse(String name) {
    for (OutcomeType type : values()) {
      if (type.wireName.equals(name)) {
        return type;
      }
    }
    throw new MalformedInputException(
        "outcome: found " + HexText.quote(name) + ", must be Ok, SystemErr or ActorErr");
  }

  /** Upstream's own name. */
  @Override
  public String toString() {
    return wireName;
  }
}
