// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.Asset;
import io.crossline.ipc.AssetKind;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.IpcReverts;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/**
 * How a gateway takes in coins or tokens of its caller: {@code AssetHelper.lock}, with OpenZeppelin
 * 5.0.2's SafeERC20.
 */
final class LockAsset {
  private static final Signature BALANCE_OF = Signature.parse("balanceOf(address account)");
  private static final Signature TRANSFER_FROM =
      Signature.parse("transferFrom(address from, address to, uint256 amount)");

  private LockAsset() {}

  /**
   * What really arrived. Of coins it is the amount; a surplus that came along stays in the gateway.
   */
  static UInt256 run(Frame frame, Asset asset, UInt256 amount) {
    if (asset.kind() == AssetKind.NATIVE) {
      if (frame.value().compareTo(amount) < 0) {
        throw new RevertSignal(IpcRequire.INSUFFICIENT_FUNDS);
      }
      return amount;
    }
    EthAddress token = asset.tokenAddress();
    UInt256 before = balanceOf(frame, token);
    safeTransferFrom(frame, token, amount);
    UInt256 after = balanceOf(frame, token);
    if (after.compareTo(before) <= 0) {
      throw new RevertSignal(IpcRequire.NO_BALANCE_INCREASE);
    }
    return after.minus(before);
  }

  private static UInt256 balanceOf(Frame frame, EthAddress token) {
    Bytes calldata = AbiCoder.encodeCall(BALANCE_OF, AbiValue.address(frame.self()));
    return new AbiReader(SubnetAssets.read(frame, token, calldata)).head(1).uint256(0);
  }

  private static void safeTransferFrom(Frame frame, EthAddress token, UInt256 amount) {
    Bytes calldata =
        AbiCoder.encodeCall(
            TRANSFER_FROM,
            AbiValue.address(frame.caller()),
            AbiValue.address(frame.self()),
            AbiValue.number(amount));
    CallResult result = frame.call(token, UInt256.ZERO, calldata);
    if (!result.success()) {
      throw new RevertSignal(
          result.data().isEmpty()
              ? IpcError.FAILED_INNER_CALL.revert()
              : IpcReverts.decode(result.data()));
    }
    if (!result.data().isEmpty() && !new AbiReader(result.data()).head(1).bool(0)) {
      throw new RevertSignal(IpcError.SAFE_ERC20_FAILED_OPERATION.revert(AbiValue.address(token)));
    }
  }
}
