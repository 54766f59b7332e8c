// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.runner;

import io.crossline.core.json.JsonObject;
import io.crossline.vectors.form.Difference;
import java.util.List;

/**
 * A case that failed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the case's id
 * @param json the whole case
 * @param differences what differed or was not compared, at least one
 */
public record CaseFailure(String id, JsonObject json, List<Difference> differences) {
  /** Copies the differences. */
  public CaseFailure {
    differences = List.copyOf(differences);
  }

  /**
   * The field of a difference as seen from the case.
   *
   * @param difference one of the differences
   * @return such as {@code expect.hash}
   */
  public String field(Difference difference) {
    return difference.place().path().from(json.place().path());
  }
}
