// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.AbiWriter;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Frame;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.event.LogStateUpdate;

/**
 * {@code updateStateKzgDA} of {@code Starknet.sol}, for operators: as {@link UpdateState}, with the
 * data of the update in blobs of the transaction, which the KZG proofs tie to the output.
 *
 * @param output the output of the Starknet OS
 * @param proofs one proof a blob
 */
public record UpdateStateKzgDA(ProgramOutput output, KzgProofs proofs)
    implements CoreOperation<LogStateUpdate> {
  private static final int WORD = 32;

  static final Signature FUNCTION = Signature.parse("updateStateKzgDA(uint256[],bytes[])");

  @Override
  public LogStateUpdate run(CoreState state, Frame frame) {
    StateUpdate update = new StateUpdate(state, frame, output);
    update.begin(UInt256.ONE);
    new KzgSegment(output.words(), proofs).verify(frame, state.pointEvaluation);
    return update.run(output.hash());
  }

  @Override
  public Bytes calldata(CoreRules rules) {
    AbiWriter out = AbiWriter.ofThread().number(2 * WORD);
    int proofsOffset = out.reserve();
    output.words().writeTo(out);
    out.patch(proofsOffset, out.size());
    out.number(proofs.size());
    int first = out.size();
    for (int i = 0; i < proofs.size(); i++) {
      out.reserve();
    }
    for (int i = 0; i < proofs.size(); i++) {
      out.patch(first + WORD * i, out.size() - first);
      out.bytes(proofs.get(i));
    }
    return Bytes.concat(FUNCTION.selector(), out.toBytes());
  }
}
