// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.CustomError;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.abi.Require;
import io.crossline.core.abi.Signature;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.IpcReverts;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.messaging.Bytes;
import io.crossline.vectors.suite.Fields;
import java.util.Set;

/**
 * Revert data of the gateway's functions: it must be the canonical form of an error that they can
 * raise. Which one it is depends on the state and is input.
 */
final class AbiReverts {
  private static final Set<String> VALUE_ONLY = Set.of("fund", "fundWithToken", "release");
  private static final Set<Require> REQUIRES =
      Set.of(
          IpcRequire.EXPECTING_TOP_DOWN_MESSAGES_ONLY,
          IpcRequire.MESSAGE_NOT_FOUND_IN_POSTBOX,
          IpcRequire.INSUFFICIENT_FUNDS,
          IpcRequire.NO_BALANCE_INCREASE,
          IpcRequire.UNEXPECTED_ASSET,
          IpcRequire.INVALID_ERC20_ADDRESS);
  private static final Set<AbiValue> METHOD_NOT_ALLOWED =
      Set.of(
          AbiValue.text(IpcRequire.NO_CHILD_SUBNETS),
          AbiValue.text(IpcRequire.NO_GENERAL_PURPOSE),
          AbiValue.text(IpcRequire.NO_MULTI_LEVEL));

  /**
   * What a token says of its balance or allowance; the last argument is the amount that was asked
   * for.
   */
  private static final Set<Signature> TOO_LITTLE =
      Set.of(
          IpcError.ERC20_INSUFFICIENT_ALLOWANCE.signature(),
          IpcError.ERC20_INSUFFICIENT_BALANCE.signature());

  private static final AbiValue VALUE = AbiValue.number(InvalidXnetMessageReason.VALUE.code());

  private AbiReverts() {}

  /** Checks revert data; what a called contract gives is its own affair. */
  static void check(Fields fields, Signature function, AbiValue.Tuple arguments, Bytes data) {
    if (function.equals(ContractFunctions.HANDLE_IPC_MESSAGE.signature())) {
      return;
    }
    EvmRevert revert = IpcReverts.decode(data);
    boolean possible =
        revert.fold(
            REQUIRES::contains,
            error -> isPossible(function, arguments, error),
            panic -> true,
            RawRevert.EMPTY::equals);
    if (!possible) {
      fields.differs(
          "revertData", "no error that " + function.name() + " raises: " + revert.description());
    }
  }

  private static boolean isPossible(
      Signature function, AbiValue.Tuple arguments, CustomError error) {
    AbiValue first = error.arguments().values().isEmpty() ? VALUE : error.arguments().get(0);
    if (error.signature().equals(IpcError.INVALID_XNET_MESSAGE.signature())) {
      return InvalidReason.isKnown(first)
          && (!VALUE_ONLY.contains(function.name()) || first.equals(VALUE));
    }
    if (error.signature().equals(IpcError.METHOD_NOT_ALLOWED.signature())) {
      return METHOD_NOT_ALLOWED.contains(first);
    }
    if (function.name().equals("fundWithToken") && TOO_LITTLE.contains(error.signature())) {
      return error.arguments().get(2).equals(arguments.get(2));
    }
    return true;
  }

  /** Which numbers are reasons. */
  private static final class InvalidReason {
    static boolean isKnown(AbiValue code) {
      return code instanceof AbiValue.Number number
          && number.value().bitLength() < 8
          && number.value().longValueExact() < InvalidXnetMessageReason.values().length;
    }
  }
}
