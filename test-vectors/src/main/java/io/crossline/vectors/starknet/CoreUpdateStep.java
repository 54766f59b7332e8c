// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.MessageHash;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l1.StarknetCore;
import io.crossline.starknet.l1.UpdateState;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A step that updates the state. It gives the messages; the header is a valid one, in which root,
 * block number and block hash each advance by one. Words of messages need not be felts or
 * addresses.
 */
final class CoreUpdateStep {
  static final Shape SHAPE = CoreSteps.shape("messagesToL1", "messagesToL2");

  private static final Form<ToL1> TO_L1 =
      ObjectForm.record(
          ToL1.class, Forms.UINT256, StarknetForms.WORD_OR_ADDRESS, StarknetForms.PAYLOAD);
  private static final Form<ToL2> TO_L2 =
      ObjectForm.record(
          ToL2.class,
          StarknetForms.WORD_OR_ADDRESS,
          Forms.UINT256,
          Forms.UINT256,
          Forms.UINT256,
          StarknetForms.PAYLOAD);

  private CoreUpdateStep() {}

  static CoreSteps.Prepared prepare(Fields step, EthAddress caller, StarknetCore core) {
    List<ToL1> toL1 = step.in("messagesToL1", Forms.list(TO_L1));
    List<ToL2> toL2 = step.in("messagesToL2", Forms.list(TO_L2));
    List<UInt256> words = new ArrayList<>(header(core));
    segment(words, toL1.stream().map(ToL1::words).toList());
    segment(words, toL2.stream().map(ToL2::words).toList());
    return new CoreSteps.Prepared(
        new UpdateState(new ProgramOutput(Payload.of(words)), UInt256.ZERO, UInt256.ZERO),
        toL2.stream()
            .map(
                it ->
                    MessageHash.l1ToL2(
                        it.fromAddress, it.toAddress, it.selector, it.payload, it.nonce))
            .toList(),
        toL1.stream()
            .map(it -> MessageHash.l2ToL1(it.fromAddress, it.toAddress, it.payload))
            .toList());
  }

  private static List<UInt256> header(StarknetCore core) {
    UInt256 number = core.stateBlockNumber().bits();
    return List.of(
        core.stateRoot(),
        core.stateRoot().plus(UInt256.ONE),
        number,
        number.plus(UInt256.ONE),
        core.stateBlockHash(),
        core.stateBlockHash().plus(UInt256.ONE),
        UInt256.ZERO,
        core.configHash(),
        UInt256.ZERO,
        UInt256.ZERO);
  }

  private static void segment(List<UInt256> words, List<List<UInt256>> messages) {
    words.add(UInt256.of(messages.stream().mapToInt(List::size).sum()));
    messages.forEach(words::addAll);
  }

  private static List<UInt256> message(Payload payload, UInt256... prefix) {
    List<UInt256> words = new ArrayList<>(List.of(prefix));
    words.add(UInt256.of(payload.size()));
    words.addAll(payload.words());
    return words;
  }

  private record ToL1(UInt256 fromAddress, UInt256 toAddress, Payload payload) {
    List<UInt256> words() {
      return message(payload, fromAddress, toAddress);
    }
  }

  private record ToL2(
      UInt256 fromAddress, UInt256 toAddress, UInt256 nonce, UInt256 selector, Payload payload) {
    List<UInt256> words() {
      return message(payload, fromAddress, toAddress, nonce, selector);
    }
  }
}
