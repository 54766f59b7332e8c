// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Selector;
import io.crossline.starknet.hash.PoseidonHash;
import java.util.ArrayList;
import java.util.List;

/**
 * A transaction by which an account of L2 calls contracts: an INVOKE of version 3, as the JSON-RPC
 * specification 0.10 has it, without its signature. Accounts of this library need none.
 *
 * <p>Immutable and thread-safe.
 *
 * @param sender the account
 * @param calldata what the account executes; {@link #calls} writes calls so
 * @param nonce how many transactions the account sent before
 * @param l1Gas bounds of the gas of L1
 * @param l2Gas bounds of the gas of L2
 * @param l1DataGas bounds of the gas of L1's blobs
 * @param tip what the sequencer gets for each unit of L2 gas beyond the price, in fri
 * @param paymasterData who pays; nothing so far
 * @param accountDeploymentData what deploys the account first; nothing so far
 * @param nonceMode where the nonce is kept: 0 is L1, 1 is L2
 * @param feeMode where the fee is paid from: 0 is L1, 1 is L2
 * @param chainId the chain id of the network, which takes part in the hash
 */
public record InvokeTransaction(
    Felt sender,
    List<Felt> calldata,
    Felt nonce,
    ResourceBounds l1Gas,
    ResourceBounds l2Gas,
    ResourceBounds l1DataGas,
    UInt64 tip,
    List<Felt> paymasterData,
    List<Felt> accountDeploymentData,
    int nonceMode,
    int feeMode,
    Felt chainId)
    implements L2Transaction {
  private static final Felt INVOKE = Felt.fromShortString("invoke");
  private static final Felt VERSION = Felt.of(3);
  private static final int MODE_BITS = 32;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a mode is neither 0 nor 1
   */
  public InvokeTransaction {
    calldata = List.copyOf(calldata);
    paymasterData = List.copyOf(paymasterData);
    accountDeploymentData = List.copyOf(accountDeploymentData);
    if ((nonceMode | feeMode) < 0 || nonceMode > 1 || feeMode > 1) {
      throw new IllegalArgumentException(
          "data availability modes are 0 (L1) and 1 (L2), found " + nonceMode + " and " + feeMode);
    }
  }

  /**
   * A transaction without bounds, tip or anything that is not needed here.
   *
   * @param sender the account
   * @param calldata what the account executes
   * @param nonce how many transactions the account sent before
   * @param chainId the chain id of the network
   */
  public InvokeTransaction(Felt sender, List<Felt> calldata, Felt nonce, Felt chainId) {
    this(
        sender,
        calldata,
        nonce,
        ResourceBounds.ZERO,
        ResourceBounds.ZERO,
        ResourceBounds.ZERO,
        UInt64.ZERO,
        List.of(),
        List.of(),
        0,
        0,
        chainId);
  }

  /** Its own hash: nothing cheaper holds all of it. */
  @Override
  public void absorbInto(Keccak256 sponge) {
    sponge.absorb(transactionHash().toUInt256());
  }

  /**
   * A call of a contract.
   *
   * <p>Immutable and thread-safe.
   *
   * @param to the contract
   * @param selector the function
   * @param calldata its arguments
   */
  public record Call(Felt to, Selector selector, List<Felt> calldata) {
    /** Copies the calldata. */
    public Call {
      calldata = List.copyOf(calldata);
    }
  }

  /**
   * Writes calls as an account of Cairo 1 takes them: their number, then of each the contract, the
   * selector, the number of felts, and these.
   *
   * @param calls the calls, in order
   * @return the calldata of the transaction
   */
  public static List<Felt> calls(List<Call> calls) {
    List<Felt> calldata = new ArrayList<>();
    calldata.add(Felt.of(calls.size()));
    for (Call call : calls) {
      calldata.add(call.to());
      calldata.add(call.selector().value());
      calldata.add(Felt.of(call.calldata().size()));
      calldata.addAll(call.calldata());
    }
    return calldata;
  }

  /**
   * The transaction hash: Poseidon over the prefix, the version, the sender, the hash of tip and
   * bounds, and so on, as SNIP-8 has it.
   *
   * @return the hash, computed anew at each call
   */
  @Override
  public Felt transactionHash() {
    Felt fees =
        PoseidonHash.hashMany(
            List.of(
                Felt.ofLimbs(0, 0, 0, tip.bits()),
                l1Gas.packed("L1_GAS"),
                l2Gas.packed("L2_GAS"),
                l1DataGas.packed("L1_DATA")));
    return PoseidonHash.hashMany(
        List.of(
            INVOKE,
            VERSION,
            sender,
            fees,
            PoseidonHash.hashMany(paymasterData),
            chainId,
            nonce,
            Felt.of(((long) nonceMode << MODE_BITS) + feeMode),
            PoseidonHash.hashMany(accountDeploymentData),
            PoseidonHash.hashMany(calldata)));
  }
}
