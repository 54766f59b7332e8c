// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.core.abi.Signature;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.MessageHash;
import io.crossline.starknet.Payload;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The functions of a core contract that only read: {@code StarknetMessaging.sol}, {@code
 * StarknetState.sol}, and the governance and operators of {@code Starknet.sol}.
 */
final class CoreViews {
  private final StarknetCore core;
  private final Map<Bytes, View> views = new HashMap<>();

  /** Reads what a function returns for the arguments behind its selector. */
  interface View {
    Bytes read(Bytes arguments);
  }

  private CoreViews(StarknetCore core) {
    this.core = core;
  }

  /** All of one contract by their selectors. */
  static Map<Bytes, View> of(StarknetCore core) {
    CoreViews all = new CoreViews(core);
    all.messages();
    all.state();
    if (core.rules().publicHashFunctions()) {
      all.hashes();
    }
    return all.views;
  }

  private void view(String function, Function<AbiReader.Head, Bytes> read) {
    Signature signature = Signature.parse(function);
    int words = signature.parameters().components().size();
    views.put(signature.selector(), arguments -> read.apply(new AbiReader(arguments).head(words)));
  }

  private void messages() {
    view("l1ToL2Messages(bytes32)", a -> word(core.l1ToL2Messages(a.bytes32(0))));
    view("l2ToL1Messages(bytes32)", a -> word(core.l2ToL1Messages(a.bytes32(0))));
    view(
        "l1ToL2MessageCancellations(bytes32)",
        a -> word(core.l1ToL2MessageCancellations(a.bytes32(0))));
    view("l1ToL2MessageNonce()", a -> word(core.l1ToL2MessageNonce()));
    view("messageCancellationDelay()", a -> word(core.messageCancellationDelay()));
    Bytes maxFee = word(core.rules().maxFee());
    switch (core.rules().feeLimitGetter()) {
      case MAX_L1_MSG_FEE -> view("MAX_L1_MSG_FEE()", a -> maxFee);
      case GET_MAX_L1_MSG_FEE -> view("getMaxL1MsgFee()", a -> maxFee);
      case NONE -> {}
    }
  }

  private void state() {
    view("stateRoot()", a -> word(core.stateRoot()));
    view("stateBlockNumber()", a -> word(core.stateBlockNumber().bits()));
    view("stateBlockHash()", a -> word(core.stateBlockHash()));
    view("configHash()", a -> word(core.configHash()));
    view("programHash()", a -> word(core.programHash()));
    view("aggregatorProgramHash()", a -> word(core.aggregatorProgramHash()));
    view("identify()", a -> text(core.identify()));
    view("isFinalized()", a -> bool(core.isFinalized()));
    view("isFrozen()", a -> bool(false));
    view("isOperator(address)", a -> bool(core.isOperator(a.address(0))));
    view("starknetIsGovernor(address)", a -> bool(core.isGovernor(a.address(0))));
    if (core.state().hasFeeCollector()) {
      view("feeCollector()", a -> word(core.feeCollector().toUInt256()));
    }
  }

  private void hashes() {
    view(
        "l1ToL2MsgHash(address,uint256,uint256,uint256[],uint256)",
        a ->
            MessageHash.l1ToL2(
                    a.address(0), a.uint256(1), a.uint256(2), Payload.read(a, 3), a.uint256(4))
                .toBytes());
    view(
        "l2ToL1MsgHash(uint256,address,uint256[])",
        a -> MessageHash.l2ToL1(a.uint256(0), a.address(1), Payload.read(a, 2)).toBytes());
  }

  private static Bytes word(UInt256 word) {
    return word.toBytes32().toBytes();
  }

  private static Bytes bool(boolean value) {
    return word(value ? UInt256.ONE : UInt256.ZERO);
  }

  private static Bytes text(String text) {
    return AbiWriter.ofThread().number(32).bytes(Bytes.utf8(text)).toBytes();
  }
}
