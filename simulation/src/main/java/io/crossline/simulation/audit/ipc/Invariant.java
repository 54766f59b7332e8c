// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

/** The numbers of the invariants in {@code docs/invariants.md}. */
final class Invariant {
  static final String LOGS_DECODE = "I1";
  static final String NONCES_CONSECUTIVE = "I2";
  static final String TRACING_ID = "I3";
  static final String BATCHES = "I4";
  static final String ORIGINAL_NONCE = "I5";
  static final String SENT_HERE = "I6";
  static final String ROUTE = "I7";
  static final String STORED = "I8";
  static final String PROPAGATED = "I9";
  static final String ANSWERS_WHAT_WAITS = "I10";
  static final String ANSWER_ENDS = "I11";
  static final String ANSWER_VALUE = "I12";
  static final String RESULTS_UNANSWERED = "I13";
  static final String OUTCOME = "I14";
  static final String APPLIED_IN_ORDER = "I15";
  static final String NOT_LOST = "I16";
  static final String HANDLED_ONCE = "I17";
  static final String HANDLED_IN_ORDER = "I18";
  static final String OK_IF_HANDLED = "I19";
  static final String UNIQUE_IDS = "I20";
  static final String SENDER_NONCES = "I21";
  static final String APPLIED_NONCES = "I22";
  static final String POSTBOX = "I23";
  static final String CHECKPOINT_HEIGHT = "I24";
  static final String COINS = "I25";
  static final String BURNT = "I26";
  static final String CIRCULATION = "I27";
  static final String LOCKED = "I28";
  static final String LIVENESS = "I29";

  private Invariant() {}
}
