// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiReader;
import io.crossline.messaging.MalformedInputException;

/**
 * What an envelope carries: {@code IpcMsgKind} in upstream's {@code structs/CrossNet.sol}.
 *
 * <p>Thread-safe.
 */
public enum EnvelopeKind {
  /** Coins or tokens alone; the message bytes are ignored. */
  TRANSFER(0, "Transfer"),
  /** A call of a contract: the message bytes are an encoded {@link CallMsg}. */
  CALL(1, "Call"),
  /** The answer to an envelope of either other kind: the message bytes are an encoded result. */
  RESULT(2, "Result");

  private static final EnvelopeKind[] BY_CODE = values();

  private final int code;
  private final String wireName;

  EnvelopeKind(int code, String wireName) {
    this.code = code;
    this.wireName = wireName;
  }

  /**
   * The number that stands for this kind in encoded envelopes.
   *
   * @return 0, 1 or 2
   */
  public int code() {
    return code;
  }

  /**
   * Upstream's own name of the kind.
   *
   * @return {@code Transfer}, {@code Call} or {@code Result}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Finds a kind by upstream's name.
   *
   * @param name {@code Transfer}, {@code Call} or {@code Result}
   * @return the kind
   * @throws MalformedInputException if no kind has this name
   */
  public static EnvelopeKind parse(String name) {
    for (EnvelopeKind kind : BY_CODE) {
      if (kind.wireName.equals(name)) {
        return kind;
      }
    }
    throw new MalformedInputException(
        "kind: found " + Quoted.of(name) + ", must be Transfer, Call or Result");
  }

  static EnvelopeKind read(AbiReader.Head head, int index) {
    return BY_CODE[head.enumMember(index, BY_CODE.length)];
  }

  /** Upstream's own name. */
  @Override
  public String toString() {
    return wireName;
  }
}
