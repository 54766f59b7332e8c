// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.network.StarknetParameters;
import io.crossline.testkit.audit.starknet.FinalState;
import java.util.stream.Stream;

/** What L1 holds when a run with one sender has ended. */
record StarknetFinalState(StarknetNetwork net, EthAddress sender) implements FinalState {
  @Override
  public UInt256 l1ToL2Messages(Bytes32 messageHash) {
    return net.core().l1ToL2Messages(messageHash);
  }

  @Override
  public UInt256 l2ToL1Messages(Bytes32 messageHash) {
    return net.core().l2ToL1Messages(messageHash);
  }

  @Override
  public UInt256 cancellationRequestedAt(Bytes32 messageHash) {
    return net.core().l1ToL2MessageCancellations(messageHash);
  }

  @Override
  public UInt256 nextNonce() {
    return net.core().l1ToL2MessageNonce();
  }

  @Override
  public UInt256 l2BlockNumber() {
    return net.core().stateBlockNumber().bits();
  }

  @Override
  public UInt256 balance(EthAddress account) {
    return net.l1().balance(account);
  }

  @Override
  public UInt256 totalBalance() {
    StarknetParameters parameters = net.parameters();
    return Stream.of(sender, parameters.core(), parameters.operator(), parameters.feeCollector())
        .distinct()
        .map(this::balance)
        .reduce(UInt256.ZERO, UInt256::plus);
  }
}
