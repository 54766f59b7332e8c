// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.rpc.EthLog;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.l2.L1HandlerTransaction;
import java.util.Optional;

/**
 * A message to L2 that a log of L1 tells of, and the transaction of L2 that will handle it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param log the log, a LogMessageToL2
 * @param message the message
 * @param transaction the transaction; nothing if the message has a word that is no felt, so that it
 *     never becomes one
 */
public record LoggedMessage(
    EthLog log, L1ToL2Message message, Optional<L1HandlerTransaction> transaction) {
  static LoggedMessage of(EthLog log, L1ToL2Message message, StarknetChain chain) {
    return new LoggedMessage(
        log,
        message,
        message.isFelts()
            ? Optional.of(L1HandlerTransaction.of(message, chain))
            : Optional.empty());
  }

  /**
   * The hash by which L1 knows the message.
   *
   * @return the hash, computed anew at each call
   */
  public Bytes32 messageHash() {
    return message.hash();
  }

  /**
   * The hash by which L2 knows the transaction that handles the message.
   *
   * @return the hash, computed anew at each call at some twenty microseconds a felt; nothing if
   *     there is no such transaction
   */
  public Optional<Felt> transactionHash() {
    return transaction.map(L1HandlerTransaction::transactionHash);
  }

  /**
   * Whether a reorganisation of L1 took the log back: then the message was never sent, unless
   * another log tells of it.
   *
   * @return the log's mark
   */
  public boolean isRemoved() {
    return log.removed();
  }

  /**
   * Whether the log is in no block yet, so that the message may never be sent.
   *
   * @return true if no block of the log is told
   */
  public boolean isPending() {
    return log.isPending();
  }

  /**
   * Why the message cannot be delivered. L1 takes any word; L2 takes felts only, so that such a
   * message is pending until its sender cancels it.
   *
   * @return the first word that is no felt, by name; nothing if the message can be delivered
   */
  public Optional<String> notDeliverable() {
    return notDeliverable(message);
  }

  /**
   * Why a message cannot be delivered.
   *
   * @param message the message
   * @return the first word that is no felt, by name; nothing if the message can be delivered
   */
  public static Optional<String> notDeliverable(L1ToL2Message message) {
    if (!message.to().isFelt()) {
      return noFelt("to", message.to().value());
    }
    if (!Felt.fits(message.selector())) {
      return noFelt("selector", message.selector());
    }
    for (int i = 0; i < message.payloadWords().size(); i++) {
      if (!Felt.fits(message.payloadWords().word(i))) {
        return noFelt("payload[" + i + "]", message.payloadWords().word(i));
      }
    }
    return Felt.fits(message.nonce()) ? Optional.empty() : noFelt("nonce", message.nonce());
  }

  private static Optional<String> noFelt(String name, UInt256 word) {
    return Optional.of(
        name
            + " is "
            + word.toHexString()
            + ", which is no felt (must be below the Stark prime "
            + Felt.PRIME.toHexString()
            + ")");
  }
}
