// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.HashMap;
import java.util.Map;

/** Numbers by network and name, which a test may change. */
final class HandMadeState implements IpcFinalState {
  static final EthAddress BURN = EthAddress.parse("0x0000000000000000000000000000000000000063");

  private final Map<SubnetId, Map<String, Long>> numbers = new HashMap<>();

  void add(SubnetId network, String name, long change) {
    numbers.computeIfAbsent(network, id -> new HashMap<>()).merge(name, change, Long::sum);
  }

  long get(SubnetId network, String name) {
    return numbers.getOrDefault(network, Map.of()).getOrDefault(name, 0L);
  }

  private UInt64 nonce(SubnetId network, String name) {
    return UInt64.of(get(network, name));
  }

  @Override
  public UInt256 balance(SubnetId network, EthAddress account) {
    return UInt256.of(get(network, account.equals(BURN) ? "burnt" : "locked"));
  }

  @Override
  public UInt256 totalCoins(SubnetId network) {
    return UInt256.of(get(network, "coins"));
  }

  @Override
  public UInt64 topDownNonce(SubnetId child) {
    return nonce(child, "sentDown");
  }

  @Override
  public UInt64 appliedBottomUpNonce(SubnetId child) {
    return nonce(child, "appliedUp");
  }

  @Override
  public UInt256 circSupply(SubnetId child) {
    return UInt256.of(get(child, "supply"));
  }

  @Override
  public UInt64 appliedTopDownNonce(SubnetId network) {
    return nonce(network, "appliedDown");
  }

  @Override
  public UInt64 bottomUpNonce(SubnetId network) {
    return nonce(network, "sentUp");
  }

  @Override
  public long postboxSize(SubnetId network) {
    return get(network, "postbox");
  }

  @Override
  public UInt256 lastCheckpointHeight(SubnetId network) {
    return UInt256.of(get(network, "checkpoint"));
  }
}
