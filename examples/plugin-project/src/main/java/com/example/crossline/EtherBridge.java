// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package com.example.crossline;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.ErrorCatalogue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.abi.Require;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Frame;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Slot;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.l1.ConsumeMessageFromL2;
import io.crossline.starknet.l1.CoreOperation;
import io.crossline.starknet.l1.SendMessageToL2;

/**
 * The bridge's side on L1: keeps the ether, and gives it back to whom L2 says. Whoever calls {@code
 * deposit} or {@code withdraw} sends the fee of the message along.
 */
public final class EtherBridge implements Contract {
  static final Signature SET_UP = Signature.parse("setUp(address core, uint256 ledger)");
  static final Signature DEPOSIT = Signature.parse("deposit(uint256 owner, uint256 amount)");
  static final Signature WITHDRAW =
      Signature.parse("withdraw(uint256 owner, address receiver, uint256 amount)");
  static final Signature FINISH = Signature.parse("finish(address receiver, uint256 amount)");

  private final UInt256 maxDeposit;

  EtherBridge(UInt256 maxDeposit) {
    this.maxDeposit = maxDeposit;
  }

  @Override
  public Bytes call(Frame frame, Bytes calldata) {
    if (calldata.size() < 4) {
      throw frame.revert(RawRevert.EMPTY);
    }
    Bytes selector = calldata.slice(0, 4);
    AbiReader arguments = new AbiReader(calldata.slice(4));
    try {
      if (selector.equals(SET_UP.selector())) {
        return setUp(frame, arguments.head(2));
      } else if (selector.equals(DEPOSIT.selector())) {
        return deposit(frame, arguments.head(2));
      } else if (selector.equals(WITHDRAW.selector())) {
        return withdraw(frame, arguments.head(3));
      } else if (selector.equals(FINISH.selector())) {
        return finish(frame, arguments.head(2));
      }
    } catch (AbiDecodeException malformed) {
      throw frame.revert(EvmRevert.of(malformed));
    }
    throw frame.revert(RawRevert.EMPTY);
  }

  private static Slot<EthAddress> core(Frame frame) {
    return frame.storage().slot("core", Codec.ADDRESS, EthAddress.truncate(UInt256.ZERO));
  }

  private static Slot<Felt> ledger(Frame frame) {
    return frame.storage().slot("ledger", Felt.CODEC, Felt.ZERO);
  }

  private static Bytes setUp(Frame frame, AbiReader.Head arguments) {
    require(frame, core(frame).get().isZero(), "ALREADY_SET_UP");
    core(frame).set(arguments.address(0));
    ledger(frame).set(Felt.of(arguments.uint256(1)));
    return Bytes.EMPTY;
  }

  private Bytes deposit(Frame frame, AbiReader.Head arguments) {
    UInt256 amount = arguments.uint256(1);
    require(frame, amount.compareTo(maxDeposit) <= 0, "DEPOSIT_TOO_LARGE");
    require(frame, frame.value().compareTo(amount) > 0, "NO_FEE");
    send(
        frame,
        "deposit",
        Payload.cairo(Felt.of(arguments.uint256(0)), amount),
        frame.value().minus(amount));
    return Bytes.EMPTY;
  }

  private static Bytes withdraw(Frame frame, AbiReader.Head arguments) {
    Payload payload =
        Payload.cairo(Felt.of(arguments.uint256(0)), arguments.address(1), arguments.uint256(2));
    send(frame, "withdraw", payload, frame.value());
    return Bytes.EMPTY;
  }

  /** Anybody may finish a withdrawal: the ether goes to whom L2 named. */
  private static Bytes finish(Frame frame, AbiReader.Head arguments) {
    EthAddress receiver = arguments.address(0);
    UInt256 amount = arguments.uint256(1);
    Payload payload = Payload.cairo(receiver, amount);
    callCore(
        frame, UInt256.ZERO, new ConsumeMessageFromL2(ledger(frame).get().toUInt256(), payload));
    require(frame, frame.call(receiver, amount, Bytes.EMPTY).success(), "RECEIVER_REFUSES");
    return Bytes.EMPTY;
  }

  private static void send(Frame frame, String handler, Payload payload, UInt256 fee) {
    UInt256 selector = Selector.ofName(handler).value().toUInt256();
    callCore(frame, fee, new SendMessageToL2(ledger(frame).get().toUInt256(), selector, payload));
  }

  private static void callCore(Frame frame, UInt256 coins, CoreOperation<?> operation) {
    CallResult result =
        frame.call(core(frame).get(), coins, operation.calldata(CoreRules.DEPLOYED));
    if (!result.success()) {
      throw frame.revert(EvmRevert.decode(result.data(), ErrorCatalogue.EMPTY)); // as it came
    }
  }

  private static void require(Frame frame, boolean condition, String reason) {
    if (!condition) {
      throw frame.revert(new Require(reason));
    }
  }
}
