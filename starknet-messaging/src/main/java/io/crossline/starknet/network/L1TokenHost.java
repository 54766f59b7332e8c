// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.ChainView;
import io.crossline.core.chain.Operation;
import io.crossline.ethereum.TokenHost;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/** Runs the transactions of a token on L1, each as a call from outside. */
record L1TokenHost(StarknetTransactions network) implements TokenHost {
  @Override
  public ChainView chain() {
    return network.l1();
  }

  @Override
  public <T> T run(EthAddress from, EthAddress token, Operation<T> operation) {
    return network.executeOnL1(from, token, UInt256.ZERO, operation).orThrow();
  }
}
