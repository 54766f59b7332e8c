// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.runner;

import io.crossline.core.json.InvalidJsonException;

/**
 * Hears what a verification does, in order.
 *
 * <p>Called on the thread that runs the vectors.
 */
public interface VerifyListener {
  /**
   * A case was run.
   *
   * @param file the file's name
   * @param done how many of its cases were run so far
   * @param cases how many it has
   */
  default void ran(String file, int done, int cases) {}

  /**
   * All cases of a file were run.
   *
   * @param report what came of them
   */
  void finished(FileReport report);

  /**
   * A file is not valid; nothing of it counts.
   *
   * @param file the file's name
   * @param invalid where and why
   */
  void invalid(String file, InvalidJsonException invalid);

  /**
   * A file cannot be read.
   *
   * @param file the file's name
   * @param problem why
   */
  void unreadable(String file, String problem);
}
