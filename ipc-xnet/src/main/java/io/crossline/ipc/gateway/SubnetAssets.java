// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.Asset;
import io.crossline.ipc.IpcReverts;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/**
 * What a subnet counts in, asked of its actor by {@code SubnetActorGetterFacet}'s getters. An actor
 * without code, one that reverts and one that answers nonsense each revert the call that asked, as
 * Solidity's calls do.
 */
final class SubnetAssets {
  private SubnetAssets() {}

  static Asset supplySource(Frame frame, EthAddress actor) {
    return read(frame, actor, ContractFunctions.SUPPLY_SOURCE);
  }

  static Asset collateralSource(Frame frame, EthAddress actor) {
    return read(frame, actor, ContractFunctions.COLLATERAL_SOURCE);
  }

  private static Asset read(Frame frame, EthAddress actor, IpcFunction<Nothing, Asset> getter) {
    return getter.decodeReturn(read(frame, actor, getter.encodeCall(Nothing.NOTHING)));
  }

  /** A call for a value: no code is a revert without data, a revert is passed on. */
  static Bytes read(Frame frame, EthAddress target, Bytes calldata) {
    if (!frame.hasCode(target)) {
      throw new RevertSignal(RawRevert.EMPTY);
    }
    CallResult result = frame.call(target, UInt256.ZERO, calldata);
    if (!result.success()) {
      throw new RevertSignal(IpcReverts.decode(result.data()));
    }
    return result.data();
  }
}
