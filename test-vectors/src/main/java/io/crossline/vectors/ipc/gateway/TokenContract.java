// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.IpcError;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/**
 * A token of a case: an ERC-20 whose transfers may move something else than was asked for, or
 * follow a script. Its own logs are not part of any vector and are left out.
 */
final class TokenContract implements Contract {
  private static final int SELECTOR_BYTES = 4;
  private static final Bytes BALANCE_OF = selector("balanceOf(address)");
  private static final Bytes ALLOWANCE = selector("allowance(address,address)");
  private static final Bytes APPROVE = selector("approve(address,uint256)");
  private static final Bytes TRANSFER = selector("transfer(address,uint256)");
  private static final Bytes TRANSFER_FROM = selector("transferFrom(address,address,uint256)");
  private static final Bytes TRUE = word(UInt256.ONE);

  private final TokenLedger ledger;
  private final TokenMovement movement;
  private final TokenScript script;

  TokenContract(TokenLedger ledger, TokenMovement movement, TokenScript script) {
    this.ledger = ledger;
    this.movement = movement;
    this.script = script;
  }

  private static Bytes selector(String function) {
    return Signature.parse(function).selector();
  }

  private static Bytes word(UInt256 value) {
    return value.toBytes32().toBytes();
  }

  @Override
  public Bytes call(Frame frame, Bytes calldata) {
    if (!frame.value().isZero()) {
      throw new RevertSignal(RawRevert.EMPTY);
    }
    try {
      return dispatch(frame, calldata.truncate(SELECTOR_BYTES), calldata);
    } catch (AbiDecodeException e) {
      throw new RevertSignal(EvmRevert.of(e));
    }
  }

  private Bytes dispatch(Frame frame, Bytes selector, Bytes calldata) {
    if (selector.equals(BALANCE_OF)) {
      return word(ledger.balance(arguments(calldata, 1).address(0)));
    } else if (selector.equals(ALLOWANCE)) {
      AbiReader.Head pair = arguments(calldata, 2);
      return word(ledger.allowance(pair.address(0), pair.address(1)));
    } else if (selector.equals(APPROVE)) {
      AbiReader.Head given = arguments(calldata, 2);
      ledger.approve(frame.caller(), given.address(0), given.uint256(1));
      return TRUE;
    } else if (selector.equals(TRANSFER)) {
      AbiReader.Head given = arguments(calldata, 2);
      EthAddress to = given.address(0);
      UInt256 amount = given.uint256(1);
      return script.transfer(frame, TRUE, () -> move(frame.caller(), to, amount));
    } else if (selector.equals(TRANSFER_FROM)) {
      AbiReader.Head given = arguments(calldata, 3);
      EthAddress from = given.address(0);
      EthAddress to = given.address(1);
      UInt256 amount = given.uint256(2);
      return script.transferFrom(
          frame,
          TRUE,
          () -> {
            ledger.spend(from, frame.caller(), amount);
            move(from, to, amount);
          });
    }
    throw new RevertSignal(RawRevert.EMPTY);
  }

  private static AbiReader.Head arguments(Bytes calldata, int words) {
    return new AbiReader(calldata.slice(SELECTOR_BYTES)).head(words);
  }

  private void move(EthAddress from, EthAddress to, UInt256 amount) {
    if (from.isZero()) {
      throw new RevertSignal(IpcError.ERC20_INVALID_SENDER.revert(AbiValue.address(from)));
    }
    if (to.isZero()) {
      throw new RevertSignal(IpcError.ERC20_INVALID_RECEIVER.revert(AbiValue.address(to)));
    }
    movement.move(ledger, from, to, amount);
  }
}
