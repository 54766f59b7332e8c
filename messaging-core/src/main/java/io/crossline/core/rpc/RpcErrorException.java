// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import io.crossline.core.json.JsonPlace;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.JsonWriter;
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

  /** How many characters of the data a message shows; {@link #data} has all of it. */
  private static final int MAX_SHOWN = 2_000;

  private final JsonPlace place;
  private final long code;
  private final String error;
  private final transient @Nullable JsonValue data;

  RpcErrorException(JsonPlace place, long code, String error, Optional<JsonValue> data) {
    super(
        place
            + ": the node answered with error "
            + code
            + ", "
            + error
            + data.map(RpcErrorException::shown).orElse(""));
    this.place = place;
    this.code = code;
    this.error = error;
    this.data = data.orElse(null);
  }

  /** The node's own words, such as those of an explorer that gives no number. */
  RpcErrorException(JsonPlace place, String error) {
    super(place + ": the server answered with an error: " + error);
    this.place = place;
    this.code = 0;
    this.error = error;
    this.data = null;
  }

  private static String shown(JsonValue data) {
    String text = JsonWriter.write(data);
    return ", data "
        + (text.length() <= MAX_SHOWN
            ? text
            : text.substring(0, MAX_SHOWN) + "… (" + text.length() + " characters)");
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
   * @return the code, whose meaning is the node's; 0 if the answer has none
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
