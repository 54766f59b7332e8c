// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.AbiWriter;
import io.crossline.core.abi.Panic;
import io.crossline.core.abi.Require;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.core.chain.RevertSignal;
import io.crossline.core.state.Cell;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import java.util.List;

/** The checks that several operations share. */
final class Guards {
  private Guards() {}

  /** Solidity's {@code require}. */
  static void require(boolean condition, String reason) {
    if (!condition) {
      throw new RevertSignal(new Require(reason));
    }
  }

  /** {@code onlyGovernance} of {@code MGovernance.sol}. */
  static void onlyGovernance(CoreState state, Frame frame) {
    require(state.isGovernor(frame.caller()), "ONLY_GOVERNANCE");
  }

  /** {@code notFinalized} of {@code GovernedFinalizable.sol}. */
  static void notFinalized(CoreState state) {
    require(!state.finalized.get(), "FINALIZED");
  }

  /** A governor gives one of the hashes another value, as long as the contract is not final. */
  static Nothing changeHash(
      CoreState state, Frame frame, Cell<UInt256> hash, Bytes32 event, UInt256 value) {
    notFinalized(state);
    onlyGovernance(state, frame);
    frame.emit(
        List.of(event, frame.caller().toBytes32()),
        AbiWriter.ofThread().word(hash.get()).word(value).toBytes());
    hash.set(value);
    return Nothing.NOTHING;
  }

  /** {@code onlyOperator} of {@code MOperator.sol}. */
  static void onlyOperator(CoreState state, Frame frame) {
    require(state.isOperator(frame.caller()), "ONLY_OPERATOR");
  }

  /** Solidity's {@code a + b} in the arithmetic of the version's compiler. */
  static UInt256 plus(CoreRules rules, UInt256 a, UInt256 b) {
    if (rules.isChecked() && a.plusOverflows(b)) {
      throw new RevertSignal(Panic.ARITHMETIC);
    }
    return a.plusWrapping(b);
  }
}
