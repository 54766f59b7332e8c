// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;

/**
 * A transaction of Ethereum before it is signed. Immutable.
 *
 * @param type its type
 * @param chainId the chain that it is for; nothing for a legacy one that any chain takes
 * @param nonce how many transactions the sender sent before
 * @param maxPriorityFeePerGas the most for who includes it, in wei; legacy and access-list ones
 *     have one gas price, which stands here and in {@code maxFeePerGas}
 * @param maxFeePerGas the most for all gas, in wei
 * @param gasLimit the most gas
 * @param to what it calls; nothing if it deploys a contract
 * @param value the coins that it sends along, in wei
 * @param data the calldata, or the code to deploy
 * @param accessList what it says that it will touch; empty for legacy ones
 * @param maxFeePerBlobGas the most for a blob's gas, in wei; 0 without blobs
 * @param blobHashes the versioned hashes of its blobs
 */
public record EthTransaction(
    TransactionType type,
    Optional<UInt64> chainId,
    UInt64 nonce,
    UInt256 maxPriorityFeePerGas,
    UInt256 maxFeePerGas,
    UInt64 gasLimit,
    Optional<EthAddress> to,
    UInt256 value,
    Bytes data,
    List<AccessListEntry> accessList,
    UInt256 maxFeePerBlobGas,
    List<Bytes32> blobHashes) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the type has no such fields
   */
  public EthTransaction {
    accessList = List.copyOf(accessList);
    blobHashes = List.copyOf(blobHashes);
    require(type == TransactionType.LEGACY || chainId.isPresent(), type, "no chain id");
    require(type != TransactionType.LEGACY || accessList.isEmpty(), type, "an access list");
    require(type == TransactionType.BLOB || blobHashes.isEmpty(), type, "blobs");
    require(type == TransactionType.BLOB || maxFeePerBlobGas.isZero(), type, "a fee for blobs");
    require(type != TransactionType.BLOB || to.isPresent(), type, "nothing to call");
    require(
        type.number() >= TransactionType.FEE_MARKET.number()
            || maxPriorityFeePerGas.equals(maxFeePerGas),
        type,
        "two gas prices");
  }

  private static void require(boolean holds, TransactionType type, String found) {
    if (!holds) {
      throw new IllegalArgumentException("transaction: found " + found + " in one of type " + type);
    }
  }

  /**
   * A transaction with a fee market (EIP-1559), without an access list.
   *
   * @param chainId the chain that it is for
   * @param nonce how many transactions the sender sent before
   * @param maxPriorityFeePerGas the most for who includes it, in wei
   * @param maxFeePerGas the most for all gas, in wei
   * @param gasLimit the most gas
   * @param to what it calls
   * @param value the coins that it sends along, in wei
   * @param data the calldata
   * @return the transaction
   */
  public static EthTransaction feeMarket(
      UInt64 chainId,
      UInt64 nonce,
      UInt256 maxPriorityFeePerGas,
      UInt256 maxFeePerGas,
      UInt64 gasLimit,
      EthAddress to,
      UInt256 value,
      Bytes data) {
    return new EthTransaction(
        TransactionType.FEE_MARKET,
        Optional.of(chainId),
        nonce,
        maxPriorityFeePerGas,
        maxFeePerGas,
        gasLimit,
        Optional.of(to),
        value,
        data,
        List.of(),
        UInt256.ZERO,
        List.of());
  }

  /**
   * What its sender signs.
   *
   * @return the Keccak-256 of its encoding without a signature
   */
  public Bytes32 signingHash() {
    return Keccak256.hash(TransactionCodec.unsigned(this));
  }

  /**
   * Signs it.
   *
   * @param signer whose transaction it is
   * @return the transaction with its signature
   */
  public SignedTransaction sign(EthSigner signer) {
    Bytes signature = signer.sign(signingHash());
    return new SignedTransaction(
        this, signature.get(64) == 28, signature.getUInt256(0), signature.getUInt256(32));
  }
}
