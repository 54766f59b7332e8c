// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import io.crossline.core.chain.Chain;
import io.crossline.core.chain.ChainView;
import io.crossline.core.chain.Operation;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/**
 * The chain, or the network, that an {@link Erc20Token} is in, as the token needs it.
 *
 * <p>Not thread-safe: one thread uses a chain at a time.
 */
public interface TokenHost {
  /**
   * A chain without a network.
   *
   * @param chain the chain
   * @return runs the token's transactions on it
   */
  static TokenHost of(Chain chain) {
    return new TokenHost() {
      @Override
      public ChainView chain() {
        return chain;
      }

      @Override
      public <T> T run(EthAddress from, EthAddress token, Operation<T> operation) {
        return chain.execute(from, token, UInt256.ZERO, operation).orThrow();
      }
    };
  }

  /**
   * The chain that the token is on.
   *
   * @return the chain, to be read
   */
  ChainView chain();

  /**
   * Runs a transaction of the token.
   *
   * @param from who sends it
   * @param token the token
   * @param operation what it does
   * @param <T> what it gives
   * @return what it gave
   * @throws io.crossline.messaging.RevertedException if it is refused
   */
  <T> T run(EthAddress from, EthAddress token, Operation<T> operation);

  /**
   * Makes new tokens, which is no transaction: a network whose blocks can be lost makes them again
   * in the blocks that take the places of those.
   *
   * @param token the token
   * @param account who gets them
   * @param tokens how many, in the smallest unit
   */
  default void mint(Erc20Token token, EthAddress account, UInt256 tokens) {
    token.mintInOpenBlock(account, tokens);
  }
}
