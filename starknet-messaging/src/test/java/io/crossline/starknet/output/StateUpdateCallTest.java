// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiValue;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l1.CoreOperations;
import io.crossline.starknet.l1.KzgProofs;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l1.UpdateState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateUpdateCallTest {
  private static final Bytes PROOF = Bytes.parse("0x" + "ab".repeat(48));
  private static final StateUpdateCall ON_CHAIN =
      new StateUpdateCall(
          StateUpdateFunction.UPDATE_STATE,
          words(ProgramOutputLayout.FIVE_WORDS, false),
          Optional.of(new StateUpdateCall.OnchainData(UInt256.of(5), UInt256.of(6))),
          List.of());
  private static final StateUpdateCall ONE_BLOB =
      new StateUpdateCall(
          StateUpdateFunction.UPDATE_STATE_KZG_DA_OF_ONE_BLOB,
          words(ProgramOutputLayout.SIX_WORDS, true),
          Optional.empty(),
          List.of(PROOF));
  private static final StateUpdateCall TWO_BLOBS =
      new StateUpdateCall(
          StateUpdateFunction.UPDATE_STATE_KZG_DA,
          words(ProgramOutputLayout.TEN_WORDS, true),
          Optional.empty(),
          List.of(PROOF, PROOF));

  private static Payload words(ProgramOutputLayout layout, boolean kzg) {
    return Payload.of(OutputFixture.words(layout, kzg));
  }

  @Test
  void functionsHaveTheSelectorsOfMainnet() {
    assertThat(StateUpdateFunction.values())
        .extracting(function -> function.signature().selector().toString())
        .containsExactly("0x77552641", "0xb72d42a1", "0x507ee528");
  }

  @Test
  void readsWhatItWrote() {
    for (StateUpdateCall call : List.of(ON_CHAIN, ONE_BLOB, TWO_BLOBS)) {
      StateUpdateCall read = StateUpdateCall.parse(call.calldata());
      assertThat(read).isEqualTo(call);
      assertThat(read.output().messagesToL1()).containsExactly(OutputFixture.TO_L1);
      assertThat(read.output().messagesToL2()).containsExactly(OutputFixture.TO_L2);
    }
  }

  @Test
  void writesAsTheGenericCoderDoes() {
    List<AbiValue> words =
        ONE_BLOB.programOutput().words().stream().<AbiValue>map(AbiValue::number).toList();
    assertThat(ONE_BLOB.calldata())
        .isEqualTo(
            AbiCoder.encodeCall(
                ONE_BLOB.function().signature(), AbiValue.array(words), AbiValue.bytes(PROOF)));
  }

  @Test
  void writesAsTheOperationsOfToday() {
    Payload words = words(ProgramOutputLayout.TEN_WORDS, false);
    assertThat(
            new StateUpdateCall(
                    StateUpdateFunction.UPDATE_STATE, words, ON_CHAIN.onchainData(), List.of())
                .calldata())
        .isEqualTo(
            new UpdateState(new ProgramOutput(words), UInt256.of(5), UInt256.of(6))
                .calldata(CoreRules.DEPLOYED));
    assertThat(TWO_BLOBS.calldata())
        .isEqualTo(
            CoreOperations.updateStateKzgDA(
                    new ProgramOutput(TWO_BLOBS.programOutput()),
                    KzgProofs.of(TWO_BLOBS.kzgProofs()))
                .calldata(CoreRules.DEPLOYED));
  }

  @Test
  void refusesDamagedCalldata() {
    Bytes calldata = TWO_BLOBS.calldata();
    // Solidity does not ask for the padding behind the last proof.
    for (int size = 0; size < calldata.size() - 16; size += 7) {
      Bytes cut = calldata.slice(0, size);
      assertThatThrownBy(() -> StateUpdateCall.parse(cut))
          .isInstanceOf(MalformedInputException.class);
    }
    assertThatThrownBy(() -> StateUpdateCall.parse(Bytes.parse("0x3e3aa6c5")))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("found selector 0x3e3aa6c5")
        .hasMessageContaining("updateStateKzgDA(uint256[],bytes[])");
  }

  @Test
  void refusesAnOutputThatIsNotOfTheFunction() {
    refuses(
        new StateUpdateCall(
            StateUpdateFunction.UPDATE_STATE,
            ONE_BLOB.programOutput(),
            ON_CHAIN.onchainData(),
            List.of()),
        "the output's KZG flag is 1");
    refuses(
        new StateUpdateCall(
            StateUpdateFunction.UPDATE_STATE_KZG_DA,
            ONE_BLOB.programOutput(),
            Optional.empty(),
            List.of(PROOF)),
        "no layout fits");
    refuses(
        new StateUpdateCall(
            StateUpdateFunction.UPDATE_STATE_KZG_DA,
            TWO_BLOBS.programOutput(),
            Optional.empty(),
            List.of(PROOF)),
        "found 1 proofs for 2 blobs");
  }

  private static void refuses(StateUpdateCall call, String problem) {
    assertThat(StateUpdateCall.parse(call.calldata())).isEqualTo(call);
    assertThatThrownBy(call::output)
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void argumentsAreThoseOfTheFunction() {
    assertThatThrownBy(
            () ->
                new StateUpdateCall(
                    StateUpdateFunction.UPDATE_STATE, Payload.EMPTY, Optional.empty(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("goes with data on chain");
    assertThatThrownBy(
            () ->
                new StateUpdateCall(
                    StateUpdateFunction.UPDATE_STATE_KZG_DA_OF_ONE_BLOB,
                    Payload.EMPTY,
                    Optional.empty(),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("goes with one proof, found 0");
  }
}
