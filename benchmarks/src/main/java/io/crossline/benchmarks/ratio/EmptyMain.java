// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

/** A program that does nothing: what starting a JVM costs by itself. */
final class EmptyMain {
  private EmptyMain() {}

  /**
   * Does nothing.
   *
   * @param args anything
   */
  public static void main(String[] args) {}
}
