// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.core.chain.ChainView;
import io.crossline.core.chain.Operation;
import io.crossline.core.network.NetworkHost;
import io.crossline.ethereum.Erc20Token;
import io.crossline.ethereum.TokenHost;
import io.crossline.ipc.network.message.BlockNote;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/** Runs the transactions of a token in a network of the tree, each as a call from outside. */
record SubnetTokenHost(TreeMember at, NetworkHost<?, ?> host, String name) implements TokenHost {
  @Override
  public ChainView chain() {
    return at.chain();
  }

  @Override
  public <T> T run(EthAddress from, EthAddress token, Operation<T> operation) {
    return host.writer()
        .call(() -> at.chain().execute(from, token, UInt256.ZERO, operation).orThrow());
  }

  @Override
  public void mint(Erc20Token token, EthAddress account, UInt256 tokens) {
    host.writer()
        .run(() -> at.tracked().notes().hostAct(new BlockNote.Minted(name, account, tokens)));
  }
}
