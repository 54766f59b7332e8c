// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.hash.PedersenHash;
import java.util.ArrayList;
import java.util.List;

/**
 * The L2 transaction in which a message from L1 is handled. The sequencer builds it; nobody signs
 * it, and no account's nonce moves. Its version is 0.
 *
 * <p>{@link #transactionHash()} tells one transaction of L2 from another and is a different thing
 * from the message hash, to which {@link #message} leads back.
 *
 * <p>Immutable and thread-safe.
 *
 * @param contractAddress the L2 contract
 * @param entryPointSelector the entry point of type L1_HANDLER that runs
 * @param calldata the sender's L1 address as a felt, then the payload
 * @param nonce the message's nonce
 * @param chainId the chain id of the network, which takes part in the hash
 */
public record L1HandlerTransaction(
    Felt contractAddress,
    Selector entryPointSelector,
    List<Felt> calldata,
    Felt nonce,
    Felt chainId)
    implements L2Transaction {

  private static final Felt L1_HANDLER = Felt.fromShortString("l1_handler");
  private static final Felt INVOKE = Felt.fromShortString("invoke");
  private static final Felt VERSION = Felt.ZERO;
  private static final Felt MAX_FEE = Felt.ZERO;

  /** Which formula a transaction hash was made by. */
  public enum HashFormula {
    /** h("l1_handler", version 0, contract, selector, h(calldata), max fee 0, chain id, nonce). */
    CURRENT,
    /** Starknet 0.7: h("l1_handler", contract, selector, h(calldata), chain id, nonce). */
    WITHOUT_VERSION,
    /**
     * Before Starknet 0.7: h("invoke", contract, selector, h(calldata), chain id), without the
     * nonce.
     */
    INVOKE
  }

  /**
   * Copies the calldata.
   *
   * @throws IllegalArgumentException if the calldata is empty: its first felt is the sender
   */
  public L1HandlerTransaction {
    calldata = List.copyOf(calldata);
    if (calldata.isEmpty()) {
      throw new IllegalArgumentException(
          "l1_handler: the calldata is empty; its first felt must be the L1 sender");
    }
  }

  /**
   * The transaction that handles a message.
   *
   * @param message the message
   * @param chain the network
   * @return the transaction
   * @throws MalformedInputException if a word of the message is no felt: such a message never
   *     becomes a transaction
   */
  public static L1HandlerTransaction of(L1ToL2Message message, StarknetChain chain) {
    return of(message, chain.id());
  }

  /**
   * The transaction that handles a message.
   *
   * @param message the message
   * @param chainId the chain id of the network
   * @return the transaction
   * @throws MalformedInputException if a word of the message is no felt: such a message never
   *     becomes a transaction
   */
  public static L1HandlerTransaction of(L1ToL2Message message, Felt chainId) {
    List<Felt> calldata = new ArrayList<>(message.payloadWords().size() + 1);
    calldata.add(Felt.of(message.from()));
    calldata.addAll(message.payloadWords().felts());
    return new L1HandlerTransaction(
        message.to().toFelt(),
        Selector.of(message.selector()),
        calldata,
        Felt.of(message.nonce()),
        chainId);
  }

  /**
   * The sender's L1 address as the handler sees it.
   *
   * @return the first felt of the calldata
   */
  public Felt fromAddress() {
    return calldata.get(0);
  }

  /**
   * What the handler is given besides the sender.
   *
   * @return the calldata without its first felt
   */
  public Payload payload() {
    return Payload.of(calldata.subList(1, calldata.size()));
  }

  /**
   * The message that this transaction handles.
   *
   * @return the message, whose hash L1 knows; its fee is not known here
   * @throws MalformedInputException if the first felt of the calldata is no L1 address
   */
  public L1ToL2Message message() {
    return L1ToL2Message.of(
        EthAddress.of(fromAddress()), contractAddress, entryPointSelector, payload(), nonce);
  }

  @Override
  public void absorbInto(Keccak256 sponge) {
    sponge
        .absorb(contractAddress.toUInt256())
        .absorb(entryPointSelector.value().toUInt256())
        .absorb(nonce.toUInt256())
        .absorb(UInt64.of(calldata.size()));
    calldata.forEach(felt -> sponge.absorb(felt.toUInt256()));
  }

  /**
   * The transaction hash, by the formula of today.
   *
   * @return the hash, computed anew at each call; as every Pedersen hash it costs some twenty
   *     microseconds a felt
   */
  @Override
  public Felt transactionHash() {
    return transactionHash(HashFormula.CURRENT);
  }

  /**
   * The transaction hash by any of the formulas that were in use. Nodes accept the two older ones
   * up to block 1470 of the main network, and try all of them on other networks.
   *
   * @param formula the formula
   * @return the hash
   */
  public Felt transactionHash(HashFormula formula) {
    Felt calldataHash = PedersenHash.hashOnElements(calldata);
    Felt selector = entryPointSelector.value();
    return PedersenHash.hashOnElements(
        switch (formula) {
          case CURRENT ->
              List.of(
                  L1_HANDLER,
                  VERSION,
                  contractAddress,
                  selector,
                  calldataHash,
                  MAX_FEE,
                  chainId,
                  nonce);
          case WITHOUT_VERSION ->
              List.of(L1_HANDLER, contractAddress, selector, calldataHash, chainId, nonce);
          case INVOKE -> List.of(INVOKE, contractAddress, selector, calldataHash, chainId);
        });
  }
}
