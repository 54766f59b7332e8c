// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.fault;

import java.time.Duration;

/**
 * One thing that goes wrong.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind what
 * @param lasting how long, where that means something; zero elsewhere
 * @param amount of a {@link FaultKind#REORG}: how many blocks are lost; of a {@link
 *     FaultKind#DRIFT}: how long a second takes, in percent; 0 elsewhere
 */
public record Fault(FaultKind kind, Duration lasting, int amount) {
  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException saying what was found and what is allowed
   */
  public Fault {
    if (lasting.isNegative()) {
      throw new IllegalArgumentException(
          kind + ": found a duration of " + lasting + ", must not be negative");
    }
    boolean counts = kind == FaultKind.REORG || kind == FaultKind.DRIFT;
    if (counts ? amount < 1 : amount != 0) {
      throw new IllegalArgumentException(
          kind + ": found an amount of " + amount + ", must be " + (counts ? "at least 1" : "0"));
    }
  }

  /**
   * What is carried does not arrive; who carries it tries again when it is due next.
   *
   * @return the fault
   */
  public static Fault drop() {
    return new Fault(FaultKind.DROP, Duration.ZERO, 0);
  }

  /**
   * What is carried arrives later.
   *
   * @param by how much later
   * @return the fault
   */
  public static Fault delay(Duration by) {
    return new Fault(FaultKind.DELAY, by, 0);
  }

  /**
   * What is carried arrives twice.
   *
   * @return the fault
   */
  public static Fault duplicate() {
    return new Fault(FaultKind.DUPLICATE, Duration.ZERO, 0);
  }

  /**
   * Two things that are carried arrive in the wrong order.
   *
   * @return the fault
   */
  public static Fault reorder() {
    return new Fault(FaultKind.REORDER, Duration.ZERO, 0);
  }

  /**
   * A second relayer does the same work at the same time.
   *
   * @return the fault
   */
  public static Fault rival() {
    return new Fault(FaultKind.RIVAL, Duration.ZERO, 0);
  }

  /**
   * A process ends, losing what it had not committed, and is started again.
   *
   * @param down how long it is down
   * @return the fault
   */
  public static Fault crash(Duration down) {
    return new Fault(FaultKind.CRASH, down, 0);
  }

  /**
   * A process stands still and loses nothing.
   *
   * @param lasting how long
   * @return the fault
   */
  public static Fault stall(Duration lasting) {
    return new Fault(FaultKind.STALL, lasting, 0);
  }

  /**
   * The clock of a process runs at another speed.
   *
   * @param percent how long a second takes by it: 200 is half as fast, 50 twice as fast
   * @param lasting for how long
   * @return the fault
   */
  public static Fault drift(int percent, Duration lasting) {
    return new Fault(FaultKind.DRIFT, lasting, percent);
  }

  /**
   * A chain loses its latest blocks.
   *
   * @param blocks how many
   * @return the fault
   */
  public static Fault reorg(int blocks) {
    return new Fault(FaultKind.REORG, Duration.ZERO, blocks);
  }

  /**
   * A handler fails, whatever it is given.
   *
   * @return the fault
   */
  public static Fault handler() {
    return new Fault(FaultKind.HANDLER, Duration.ZERO, 0);
  }

  /** The fault in words. */
  @Override
  public String toString() {
    return switch (kind) {
      case DROP -> "dropped";
      case DELAY -> "delayed by " + lasting.toSeconds() + " s";
      case DUPLICATE -> "duplicated";
      case REORDER -> "reordered";
      case RIVAL -> "a second one at the same time";
      case CRASH -> "crashes, back in " + lasting.toSeconds() + " s";
      case STALL -> "stands still for " + lasting.toSeconds() + " s";
      case DRIFT -> "clock at " + amount + " % for " + lasting.toSeconds() + " s";
      case REORG ->
          amount == 1 ? "loses its latest block" : "loses its latest " + amount + " blocks";
      case HANDLER -> "fails";
    };
  }
}
