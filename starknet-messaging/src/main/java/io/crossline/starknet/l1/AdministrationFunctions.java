// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFunctions.bool;
import static io.crossline.starknet.l1.CoreFunctions.word;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.Signature;
import java.util.function.Function;

/** The functions of governors and operators. */
final class AdministrationFunctions {
  private AdministrationFunctions() {}

  static void register(CoreFunctions functions, StarknetCore core) {
    command(
        functions,
        SetMessageCancellationDelay.FUNCTION,
        a -> new SetMessageCancellationDelay(a.uint256(0)));
    command(functions, SetProgramHash.FUNCTION, a -> new SetProgramHash(a.uint256(0)));
    command(
        functions,
        SetAggregatorProgramHash.FUNCTION,
        a -> new SetAggregatorProgramHash(a.uint256(0)));
    command(functions, SetConfigHash.FUNCTION, a -> new SetConfigHash(a.uint256(0)));
    command(functions, RegisterOperator.FUNCTION, a -> new RegisterOperator(a.address(0)));
    command(functions, UnregisterOperator.FUNCTION, a -> new UnregisterOperator(a.address(0)));
    command(functions, NominateNewGovernor.FUNCTION, a -> new NominateNewGovernor(a.address(0)));
    command(functions, AcceptGovernance.FUNCTION, a -> new AcceptGovernance());
    command(functions, CancelNomination.FUNCTION, a -> new CancelNomination());
    command(functions, RemoveGovernor.FUNCTION, a -> new RemoveGovernor(a.address(0)));
    command(functions, Finalize.FUNCTION, a -> new Finalize());
    functions.view("isOperator(address)", a -> bool(core.isOperator(a.address(0))));
    functions.view("starknetIsGovernor(address)", a -> bool(core.isGovernor(a.address(0))));
    if (core.state().hasFeeCollector()) {
      command(
          functions,
          SetFeeCollectionAddress.FUNCTION,
          a -> new SetFeeCollectionAddress(a.address(0)));
      functions.view("feeCollector()", a -> word(core.feeCollector().toUInt256()));
    }
  }

  private static void command(
      CoreFunctions functions,
      Signature function,
      Function<AbiReader.Head, CoreOperation<NoResult>> decode) {
    functions.operation(function, decode, CoreFunctions::nothing);
  }
}
