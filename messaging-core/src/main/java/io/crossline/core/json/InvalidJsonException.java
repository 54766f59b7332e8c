// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

import io.crossline.messaging.MalformedInputException;

/**
 * A document that is not JSON, or JSON that does not say what it should. The message names the
 * place, what was found and what was allowed: {@code broken.json:7:17: cases[3].payload[0]: …}.
 *
 * <p>Thread-safe.
 */
public final class InvalidJsonException extends MalformedInputException {
  private static final long serialVersionUID = 1L;

  private final JsonPlace place;
  private final String problem;

  /**
   * Names a place and what is wrong there.
   *
   * @param place where
   * @param problem what was found and what was allowed
   */
  public InvalidJsonException(JsonPlace place, String problem) {
    super(place + ": " + problem);
    this.place = place;
    this.problem = problem;
  }

  /**
   * Where the trouble lies.
   *
   * @return the place
   */
  public JsonPlace place() {
    return place;
  }

  /**
   * The message without the place.
   *
   * @return what was found and what was allowed
   */
  public String problem() {
    return problem;
  }
}
