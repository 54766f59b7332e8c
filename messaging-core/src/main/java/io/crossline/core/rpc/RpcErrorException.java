// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import io.crossline.core.json.JsonPlace;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.MalformedInputException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node's answer that is an error where a result was to be read.
 *
 * <p>Thread-safe.
 */
public final class RpcErrorException extends MalformedInputException {
  private static final long serialVersionUID = 1L;

  private final JsonPlace place;
  private final long code;
  private final String error;
  private final transient @Nullable JsonValue data;

  RpcErrorException(JsonPlace place, long code, String error, Optional<JsonValue> data) {
    super(place + ": the node answered with error " + code + ", " + error);
    this.place = place;
    this.code = code;
    this.error = error;
    this.data = data.orElse(null);
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
   * @return the code, whose meaning is the node's
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

  /**
   * What the node adds to its message, such as the data of a revert.
   *
   * @return the error's data, of whatever kind; nothing if there is none
   */
  public Optional<JsonValue> data() {
    return Optional.ofNullable(data);
  }
}
