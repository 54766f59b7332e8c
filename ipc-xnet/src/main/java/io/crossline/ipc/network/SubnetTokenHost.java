// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/** A network runs what is done to one of its tokens. */
record SubnetTokenHost(IpcSubnet at, String name) implements TokenHost {
  @Override
  public void mint(Erc20Token token, EthAddress account, UInt256 tokens) {
    run(() -> at.records().notes().hostAct(new BlockNote.Minted(name, account, tokens)));
  }

  @Override
  public void run(Runnable transaction) {
    at.network().host().writer().run(transaction);
  }
}
