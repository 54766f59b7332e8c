// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.simulation.audit.starknet.FinalState;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.network.StarknetParameters;
import java.util.List;
import java.util.stream.Stream;

/**
 * What L1 holds, by the views of the core contract and by balances: for a {@link
 * io.crossline.simulation.audit.starknet.StarknetAuditor} of one's own network.
 *
 * <p>Not thread-safe: use it as the network that it belongs to, one thread at a time.
 *
 * @param network the network, read each time that it is asked
 * @param owners who may own coins, besides core contract, operator and fee collector: an account
 *     that is left out lacks in the sum of all coins
 */
public record StarknetFinalState(StarknetNetwork network, List<EthAddress> owners)
    implements FinalState {
  /** Copies the list. */
  public StarknetFinalState {
    owners = List.copyOf(owners);
  }

  @Override
  public UInt256 l1ToL2Messages(Bytes32 messageHash) {
    return network.core().l1ToL2Messages(messageHash);
  }

  @Override
  public UInt256 l2ToL1Messages(Bytes32 messageHash) {
    return network.core().l2ToL1Messages(messageHash);
  }

  @Override
  public UInt256 cancellationRequestedAt(Bytes32 messageHash) {
    return network.core().l1ToL2MessageCancellations(messageHash);
  }

  @Override
  public UInt256 nextNonce() {
    return network.core().l1ToL2MessageNonce();
  }

  @Override
  public UInt256 l2BlockNumber() {
    return network.core().stateBlockNumber().bits();
  }

  @Override
  public UInt256 balance(EthAddress account) {
    return network.l1().balance(account);
  }

  @Override
  public UInt256 totalBalance() {
    StarknetParameters parameters = network.parameters();
    return Stream.concat(
            owners.stream(),
            Stream.of(parameters.core(), parameters.operator(), parameters.feeCollector()))
        .distinct()
        .map(this::balance)
        .reduce(UInt256.ZERO, UInt256::plus);
  }
}
