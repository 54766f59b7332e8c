// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import java.util.List;
import java.util.Optional;

/**
 * A {@link Chain} as everybody sees it who does not make its blocks: what is there can be read, and
 * nothing moves. A network gives out views of its chains, because it alone knows when a block may
 * end.
 *
 * <p>Not thread-safe: it is used by the thread that uses the chain.
 */
public interface ChainView {
  /**
   * What people call the chain.
   *
   * @return its name
   */
  String name();

  /**
   * The block that is open: the next transaction runs in it.
   *
   * @return its number and time
   */
  BlockInfo block();

  /**
   * Whether the open block is empty.
   *
   * @return true if no transaction ran in it
   */
  boolean isBlockEmpty();

  /**
   * What ran in the open block so far.
   *
   * @param first the number of the first transaction wanted, counted from 0
   * @return a receipt for each transaction from there on, in order
   * @throws IndexOutOfBoundsException if the number is negative or more than there are
   */
  List<Receipt> receiptsSince(int first);

  /**
   * The code at an address.
   *
   * @param address the address
   * @return the contract, or nothing for a plain account
   */
  Optional<Contract> contract(EthAddress address);

  /**
   * What an account owns.
   *
   * @param account its address
   * @return its coins, in the smallest unit
   */
  UInt256 balance(EthAddress account);

  /**
   * Reads through a contract's calldata face without a transaction, as {@code eth_call} does.
   *
   * @param from who asks
   * @param to the contract
   * @param calldata what to give it
   * @return return data and the logs it would have emitted, or the revert; nothing is changed
   * @throws IllegalStateException if a transaction is running
   */
  Outcome<Bytes> view(EthAddress from, EthAddress to, Bytes calldata);

  /**
   * Whether a transaction is running: whoever runs the chain has to wait until it is over.
   *
   * @return true within a transaction
   */
  boolean isRunning();

  /**
   * Shows someone all calls that contracts make from now on.
   *
   * @param watching sees them; takes the place of who was shown them before
   */
  void observe(CallObserver watching);
}
