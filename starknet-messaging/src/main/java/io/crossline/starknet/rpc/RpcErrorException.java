// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.json.JsonPlace;
import io.crossline.messaging.MalformedInputException;

/** A node's answer that is an error where a result was to be read. */
public final class RpcErrorException extends MalformedInputException {
  private static final long serialVersionUID = 1L;

  /** {@value}: Starknet nodes know no such contract (CONTRACT_NOT_FOUND). */
  public static final long CONTRACT_NOT_FOUND = 20;

  /** {@value}: Starknet nodes know no such block (BLOCK_NOT_FOUND). */
  public static final long BLOCK_NOT_FOUND = 24;

  /** {@value}: Starknet nodes know no such transaction (TXN_HASH_NOT_FOUND). */
  public static final long TXN_HASH_NOT_FOUND = 29;

  /** {@value}: the contract that a Starknet node ran has failed (CONTRACT_ERROR). */
  public static final long CONTRACT_ERROR = 40;

  private final JsonPlace place;
  private final long code;
  private final String error;

  RpcErrorException(JsonPlace place, long code, String error) {
    super(place + ": the node answered with error " + code + ", " + error);
    this.place = place;
    this.code = code;
    this.error = error;
  }

  /**
   * Where the error stands.
   *
   * @return the place
   */
  public JsonPlace place() {
    return place;
  }

  /**
   * The number of the error.
   *
   * @return one of the constants here, or another one
   */
  public long code() {
    return code;
  }

  /**
   * What the node says of it.
   *
   * @return the error's own message
   */
  public String error() {
    return error;
  }
}
