// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/** Who runs what is done to a token from outside. */
interface TokenHost {
  /** Nobody follows the token. */
  TokenHost NONE =
      new TokenHost() {
        @Override
        public void mint(Erc20Token token, EthAddress account, UInt256 tokens) {
          token.make(account, tokens);
        }

        @Override
        public void run(Runnable transaction) {
          transaction.run();
        }
      };

  /** Has tokens made, and made again should their block be lost. */
  void mint(Erc20Token token, EthAddress account, UInt256 tokens);

  /** Runs a transaction. */
  void run(Runnable transaction);
}
