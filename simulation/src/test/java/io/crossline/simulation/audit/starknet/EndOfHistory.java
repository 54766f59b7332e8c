// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.HashMap;
import java.util.Map;

/** What L1 holds, for a {@link History} to change. */
final class EndOfHistory implements FinalState {
  private static final long ALICE_AT_FIRST = 1_000_000;

  /** What the settings of a {@link History} say of opening balances, and Alice's. */
  static final UInt256 OPENING = UInt256.of(ALICE_AT_FIRST + 3 + 4);

  final Map<Bytes32, UInt256> toL2 = new HashMap<>();
  final Map<Bytes32, Long> toL1 = new HashMap<>();
  final Map<Bytes32, UInt256> requests = new HashMap<>();
  final Map<EthAddress, Long> balances = new HashMap<>();
  UInt256 nextNonce = UInt256.of(7);
  UInt256 settled = UInt256.MAX;

  EndOfHistory() {
    balances.put(History.ALICE, ALICE_AT_FIRST);
    balances.put(History.CORE, 3L);
    balances.put(History.COLLECTOR, 4L);
  }

  EndOfHistory copy() {
    EndOfHistory copy = new EndOfHistory();
    copy.toL2.putAll(toL2);
    copy.toL1.putAll(toL1);
    copy.requests.putAll(requests);
    copy.balances.putAll(balances);
    copy.nextNonce = nextNonce;
    copy.settled = settled;
    return copy;
  }

  void move(EthAddress from, EthAddress to, long coins) {
    balances.merge(from, -coins, Long::sum);
    balances.merge(to, coins, Long::sum);
  }

  @Override
  public UInt256 l1ToL2Messages(Bytes32 messageHash) {
    return toL2.getOrDefault(messageHash, UInt256.ZERO);
  }

  @Override
  public UInt256 l2ToL1Messages(Bytes32 messageHash) {
    return UInt256.of(toL1.getOrDefault(messageHash, 0L));
  }

  @Override
  public UInt256 cancellationRequestedAt(Bytes32 messageHash) {
    return requests.getOrDefault(messageHash, UInt256.ZERO);
  }

  @Override
  public UInt256 nextNonce() {
    return nextNonce;
  }

  @Override
  public UInt256 l2BlockNumber() {
    return settled;
  }

  @Override
  public UInt256 balance(EthAddress account) {
    return UInt256.of(balances.getOrDefault(account, 0L));
  }

  @Override
  public UInt256 totalBalance() {
    return UInt256.of(balances.values().stream().mapToLong(Long::longValue).sum());
  }
}
