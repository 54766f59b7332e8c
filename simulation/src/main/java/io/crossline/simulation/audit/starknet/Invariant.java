// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

/** The numbers of the invariants in {@code docs/invariants.md}. */
final class Invariant {
  static final String LOGS_DECODE = "S1";
  static final String NONCES_CONSECUTIVE = "S2";
  static final String HASHES = "S3";
  static final String PENDING_COUNTER = "S4";
  static final String ENDED_COUNTER = "S5";
  static final String ENDS_WHAT_WAITS = "S6";
  static final String CONSUMED_OR_CANCELLED = "S7";
  static final String RAN_WAS_SENT = "S8";
  static final String RAN_ONCE = "S9";
  static final String CONSUMED_IS_WHAT_RAN = "S10";
  static final String ORDER = "S11";
  static final String REQUESTS = "S12";
  static final String CANCELLATION_MATURE = "S13";
  static final String ARRIVED_IS_WHAT_L2_SENT = "S14";
  static final String TAKEN_AT_MOST_ARRIVED = "S15";
  static final String TO_L1_COUNTER = "S16";
  static final String STATE_UPDATES = "S17";
  static final String SETTLED_STAYS = "S18";
  static final String COINS_CONSERVED = "S19";
  static final String CORE_BALANCE = "S20";
  static final String FEES_PAID = "S21";
  static final String LIVENESS = "S22";
  static final String FAILING_INCLUDED = "S23";

  private Invariant() {}
}
