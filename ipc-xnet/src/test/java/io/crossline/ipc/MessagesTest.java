// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.EvmRevert;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final CallMsg CALL = new CallMsg(Bytes.parse("0x11223344"), Bytes.utf8("ab"));
  private static final ResultMsg RESULT =
      new ResultMsg(Bytes32.ofLimbs(1, 2, 3, 4), OutcomeType.ACTOR_ERR, Bytes.utf8("why"));

  @Test
  void callsDecodeFromWhatTheyEncodeTo() {
    assertThat(CallMsg.decode(CALL.encoded())).isEqualTo(CALL);
    assertThat(CallMsg.decode(Bytes.concat(CALL.encoded(), Bytes.utf8("more")))).isEqualTo(CALL);
  }

  @Test
  void sixtyFourZeroBytesAreACallWithTwoEmptyFields() {
    assertThat(CallMsg.decode(Bytes.of(new byte[64])))
        .isEqualTo(new CallMsg(Bytes.EMPTY, Bytes.EMPTY));
    assertThat(revertOf(() -> CallMsg.decode(Bytes.of(new byte[32])))).isEqualTo(Bytes.EMPTY);
  }

  @Test
  void lengthOf2To64CostsNoMemory() {
    byte[] encoded = CALL.encoded().toByteArray();
    for (int i = 96; i < 128; i++) {
      encoded[i] = (byte) 0xff;
    }

    assertThat(revertOf(() -> CallMsg.decode(Bytes.of(encoded))).toString()).endsWith("41");
  }

  @Test
  void resultsDecodeFromWhatTheyEncodeTo() {
    assertThat(ResultMsgAbi.decode(ResultMsgAbi.encode(RESULT))).isEqualTo(RESULT);
  }

  @Test
  void outcomeAboveTwoRevertsWithoutData() {
    byte[] encoded = ResultMsgAbi.encode(RESULT).toByteArray();
    encoded[95] = 3;

    assertThat(revertOf(() -> ResultMsgAbi.decode(Bytes.of(encoded)))).isEqualTo(Bytes.EMPTY);
  }

  @Test
  void trap2OutcomesAreNumberedOkSystemErrActorErr() {
    OutcomeType[] inOrder = {OutcomeType.OK, OutcomeType.SYSTEM_ERR, OutcomeType.ACTOR_ERR};
    for (int code = 0; code < inOrder.length; code++) {
      Bytes encoded = ResultMsgAbi.encode(new ResultMsg(RESULT.id(), inOrder[code], Bytes.EMPTY));
      // Behind the offset and the id.
      assertThat(encoded.getUInt256(64)).isEqualTo(UInt256.of(code));
      assertThat(ResultMsgAbi.decode(encoded).outcome()).isEqualTo(inOrder[code]);
    }
  }

  private static Bytes revertOf(ThrowingCallable call) {
    return EvmRevert.of(catchThrowableOfType(AbiDecodeException.class, call)).data();
  }
}
