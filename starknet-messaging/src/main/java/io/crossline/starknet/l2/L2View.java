// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.StarknetChain;
import java.util.List;
import java.util.Optional;

/**
 * An {@link L2Chain} as everybody sees it who does not make its blocks: what is there can be read,
 * and nothing moves.
 *
 * <p>Not thread-safe: it is used by the thread that uses the chain.
 */
public interface L2View {
  /**
   * The rules of the version.
   *
   * @return the rules
   */
  L2Rules rules();

  /**
   * The network that this chain stands for.
   *
   * @return the network, with its chain id
   */
  StarknetChain network();

  /**
   * The block that is open: the next transaction runs in it.
   *
   * @return its number and time
   */
  BlockInfo block();

  /**
   * Whether nothing ran in the open block yet.
   *
   * @return true if it has no transaction
   */
  boolean isBlockEmpty();

  /**
   * What ran in the open block so far.
   *
   * @return a receipt for each transaction, in order
   */
  List<L2Receipt> openReceipts();

  /**
   * The code at an address.
   *
   * @param address the address
   * @return the contract, or nothing
   */
  Optional<L2Contract> contract(Felt address);

  /**
   * How many transactions an account has sent.
   *
   * @param account the account
   * @return the nonce of its next transaction
   */
  UInt256 nonceOf(Felt account);

  /**
   * The storage of a contract, to be read from outside.
   *
   * @param address the contract
   * @return its storage
   */
  Storage storageOf(Felt address);
}
