// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

import java.io.Serializable;

/**
 * Where a value begins. Text form: {@code broken.json:7:17: cases[3].payload[0]}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param document the name of the file, as the user gave it
 * @param line counted from 1
 * @param column counted in characters from 1
 * @param path what leads to the value from the top of the document
 */
public record JsonPlace(String document, int line, int column, JsonPath path)
    implements Serializable {
  @Override
  public String toString() {
    String where = document + ":" + line + ":" + column;
    return path.isRoot() ? where : where + ": " + path;
  }
}
