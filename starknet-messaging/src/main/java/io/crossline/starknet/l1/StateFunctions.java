// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFunctions.bool;
import static io.crossline.starknet.l1.CoreFunctions.text;
import static io.crossline.starknet.l1.CoreFunctions.word;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Bytes;
import io.crossline.starknet.Payload;

/** The functions of {@code Starknet.sol} that update the state or read it. */
final class StateFunctions {
  private StateFunctions() {}

  static void register(CoreFunctions functions, StarknetCore core) {
    functions.operation(
        UpdateState.FUNCTION,
        a -> new UpdateState(new ProgramOutput(Payload.read(a, 0)), a.uint256(1), a.uint256(2)),
        CoreFunctions::nothing);
    functions.operation(
        UpdateStateKzgDA.FUNCTION,
        a -> new UpdateStateKzgDA(new ProgramOutput(Payload.read(a, 0)), proofs(a)),
        CoreFunctions::nothing);
    functions.view("stateRoot()", a -> word(core.stateRoot()));
    functions.view("stateBlockNumber()", a -> word(core.stateBlockNumber().bits()));
    functions.view("stateBlockHash()", a -> word(core.stateBlockHash()));
    functions.view("configHash()", a -> word(core.configHash()));
    functions.view("programHash()", a -> word(core.programHash()));
    functions.view("aggregatorProgramHash()", a -> word(core.aggregatorProgramHash()));
    functions.view("identify()", a -> text(core.identify()));
    functions.view("isFinalized()", a -> bool(core.isFinalized()));
    functions.view("isFrozen()", a -> bool(false));
  }

  private static KzgProofs proofs(AbiReader.Head arguments) {
    AbiReader.Items items = arguments.array(1, 1, true);
    return new KzgProofs() {
      @Override
      public int size() {
        return items.size();
      }

      @Override
      public Bytes get(int index) {
        try {
          return items.bytes(index);
        } catch (AbiDecodeException e) {
          throw new RevertSignal(RawRevert.EMPTY);
        }
      }
    };
  }
}
