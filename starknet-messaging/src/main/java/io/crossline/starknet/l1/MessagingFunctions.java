// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFunctions.word;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.MessageHash;
import io.crossline.starknet.Payload;
import java.util.function.Function;

/** The functions of {@code StarknetMessaging.sol} and of its mock. */
final class MessagingFunctions {
  private MessagingFunctions() {}

  static void register(CoreFunctions functions, StarknetCore core) {
    CoreRules rules = core.rules();
    functions.operation(
        SendMessageToL2.FUNCTION,
        a -> new SendMessageToL2(a.uint256(0), a.uint256(1), Payload.read(a, 2)),
        sent -> sent(rules, sent));
    functions.operation(
        ConsumeMessageFromL2.FUNCTION,
        a -> new ConsumeMessageFromL2(a.uint256(0), Payload.read(a, 1)),
        CoreFunctions::word);
    functions.operation(
        StartL1ToL2MessageCancellation.FUNCTION,
        a ->
            new StartL1ToL2MessageCancellation(
                a.uint256(0), a.uint256(1), Payload.read(a, 2), a.uint256(3)),
        hashIf(rules.startReturnsHash()));
    functions.operation(
        CancelL1ToL2Message.FUNCTION,
        a -> new CancelL1ToL2Message(a.uint256(0), a.uint256(1), Payload.read(a, 2), a.uint256(3)),
        hashIf(rules.cancelReturnsHash()));
    if (core.hasMockFunctions()) {
      registerMock(functions, rules);
    }
    registerViews(functions, core);
    registerHashFunctions(functions, rules);
  }

  private static void registerMock(CoreFunctions functions, CoreRules rules) {
    functions.operation(
        MockSendMessageFromL2.function(rules),
        a -> new MockSendMessageFromL2(a.uint256(0), mockReceiver(rules, a), Payload.read(a, 2)),
        CoreFunctions::nothing);
    functions.operation(
        MockConsumeMessageToL2.FUNCTION,
        a ->
            new MockConsumeMessageToL2(
                a.uint256(0), a.uint256(1), a.uint256(2), Payload.read(a, 3), a.uint256(4)),
        CoreFunctions::nothing);
  }

  private static UInt256 mockReceiver(CoreRules rules, AbiReader.Head arguments) {
    return rules.mockSendTo() == CoreRules.MockSendTo.WORD
        ? arguments.uint256(1)
        : arguments.address(1).toUInt256();
  }

  private static void registerViews(CoreFunctions functions, StarknetCore core) {
    functions.view("l1ToL2Messages(bytes32)", a -> word(core.l1ToL2Messages(a.bytes32(0))));
    functions.view("l2ToL1Messages(bytes32)", a -> word(core.l2ToL1Messages(a.bytes32(0))));
    functions.view(
        "l1ToL2MessageCancellations(bytes32)",
        a -> word(core.l1ToL2MessageCancellations(a.bytes32(0))));
    functions.view("l1ToL2MessageNonce()", a -> word(core.l1ToL2MessageNonce()));
    functions.view("messageCancellationDelay()", a -> word(core.messageCancellationDelay()));
    Bytes maxFee = word(core.rules().maxFee());
    switch (core.rules().feeLimitGetter()) {
      case MAX_L1_MSG_FEE -> functions.view("MAX_L1_MSG_FEE()", a -> maxFee);
      case GET_MAX_L1_MSG_FEE -> functions.view("getMaxL1MsgFee()", a -> maxFee);
      case NONE -> {}
    }
  }

  private static void registerHashFunctions(CoreFunctions functions, CoreRules rules) {
    if (!rules.publicHashFunctions()) {
      return;
    }
    functions.view(
        "l1ToL2MsgHash(address,uint256,uint256,uint256[],uint256)",
        a ->
            word(
                MessageHash.l1ToL2(
                    a.address(0), a.uint256(1), a.uint256(2), Payload.read(a, 3), a.uint256(4))));
    functions.view(
        "l2ToL1MsgHash(uint256,address,uint256[])",
        a -> word(MessageHash.l2ToL1(a.uint256(0), a.address(1), Payload.read(a, 2))));
  }

  private static Bytes sent(CoreRules rules, SentMessage sent) {
    AbiWriter out = AbiWriter.ofThread().word(sent.hash());
    return rules.sendReturnsNonce() ? out.word(sent.message().nonce()).toBytes() : out.toBytes();
  }

  private static Function<Bytes32, Bytes> hashIf(boolean returned) {
    return hash -> returned ? word(hash) : Bytes.EMPTY;
  }
}
