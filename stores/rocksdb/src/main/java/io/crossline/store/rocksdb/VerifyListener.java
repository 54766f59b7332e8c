// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

/** Is told how far the check of a store is, in the thread that checks. */
@FunctionalInterface
public interface VerifyListener {
  /** For whoever only wants the result. */
  VerifyListener NONE = (part, count) -> {};

  /**
   * Takes the progress.
   *
   * @param part what is being checked: {@code logs}, then {@code tables}, then {@code entries}
   * @param count how much of it is found to be whole: bytes up to here, or entries
   */
  void checked(String part, long count);
}
