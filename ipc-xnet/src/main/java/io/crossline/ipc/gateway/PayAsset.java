// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.Asset;
import io.crossline.ipc.AssetKind;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcReverts;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/**
 * How a gateway pays out: {@code AssetHelper.transferFunds} and {@code performCall}. Tokens are
 * asked by a bare call of {@code transfer}, whose return data nobody looks at: false, nothing, or
 * no code at the token count as paid (trap 29).
 */
final class PayAsset {
  private static final Signature TRANSFER = Signature.parse("transfer(address to, uint256 amount)");

  private PayAsset() {}

  /**
   * The payment of a Transfer. Of coins the receiver's data is lost; of tokens it is the token's,
   * cut.
   */
  static CallResult transfer(
      GatewayState state, Frame frame, Asset asset, EthAddress receiver, UInt256 amount) {
    CallResult result = pay(state, frame, asset, receiver, amount);
    return asset.kind() == AssetKind.NATIVE
        ? new CallResult(result.success(), Bytes.EMPTY)
        : result;
  }

  /** The return of stake. Any failure reverts, and hides its reason (trap 32). */
  static void refund(
      GatewayState state, Frame frame, Asset asset, EthAddress receiver, UInt256 amount) {
    if (!pay(state, frame, asset, receiver, amount).success()) {
      throw new RevertSignal(
          IpcError.TRANSFER_FAILED.revert(
              AbiValue.address(frame.self()), AbiValue.address(receiver), AbiValue.number(amount)));
    }
  }

  /** The call of a receiver with value. Tokens are paid before it, and come back if it fails. */
  static CallResult call(
      GatewayState state,
      Frame frame,
      Asset asset,
      EthAddress receiver,
      UInt256 value,
      Bytes calldata) {
    if (asset.kind() == AssetKind.NATIVE || value.isZero()) {
      return callContract(state, frame, receiver, value, calldata);
    }
    CallResult paid = pay(state, frame, asset, receiver, value);
    CallResult result =
        paid.success() ? callContract(state, frame, receiver, UInt256.ZERO, calldata) : paid;
    if (!result.success()) {
      throw new RevertSignal(IpcReverts.decode(result.data()));
    }
    return result;
  }

  private static CallResult callContract(
      GatewayState state, Frame frame, EthAddress receiver, UInt256 value, Bytes calldata) {
    requireBalance(frame, value);
    IpcError.INVALID_SUBNET_ACTOR.when(!frame.hasCode(receiver));
    return cut(state, frame.call(receiver, value, calldata));
  }

  private static CallResult pay(
      GatewayState state, Frame frame, Asset asset, EthAddress receiver, UInt256 amount) {
    if (asset.kind() == AssetKind.NATIVE) {
      requireBalance(frame, amount);
      return frame.call(receiver, amount, Bytes.EMPTY);
    }
    Bytes calldata =
        AbiCoder.encodeCall(TRANSFER, AbiValue.address(receiver), AbiValue.number(amount));
    return cut(state, frame.call(asset.tokenAddress(), UInt256.ZERO, calldata));
  }

  private static void requireBalance(Frame frame, UInt256 amount) {
    IpcError.NOT_ENOUGH_BALANCE.when(frame.balance(frame.self()).compareTo(amount) < 0);
  }

  private static CallResult cut(GatewayState state, CallResult result) {
    return new CallResult(result.success(), result.data().truncate(state.rules.maxReturnBytes()));
  }
}
