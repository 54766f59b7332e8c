// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.core.state.WordTable;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/** A token whose movements take a fee, and whose answer to a movement can be chosen. */
final class TestToken implements Contract {
  static final EthAddress AT = GatewayFixture.address(0x70);
  static final Bytes TRUE = UInt256.ONE.toBytes32().toBytes();
  static final Bytes FALSE = UInt256.ZERO.toBytes32().toBytes();

  private static final Signature BALANCE_OF = Signature.parse("balanceOf(address)");
  private static final Signature TRANSFER = Signature.parse("transfer(address,uint256)");

  final WordTable balances;
  UInt256 fee = UInt256.ZERO;
  Bytes answer = TRUE;
  boolean reverts;

  TestToken(Chain chain) {
    balances = chain.state().wordTable("token balances");
    chain.deploy(AT, this);
  }

  @Override
  public Bytes call(Frame frame, Bytes calldata) {
    Bytes selector = calldata.slice(0, 4);
    AbiReader.Head arguments = new AbiReader(calldata.slice(4)).head((calldata.size() - 4) / 32);
    if (selector.equals(BALANCE_OF.selector())) {
      return balances.get(arguments.address(0)).toBytes32().toBytes();
    }
    if (reverts) {
      throw new RevertSignal(new RawRevert(answer));
    }
    if (selector.equals(TRANSFER.selector())) {
      move(frame.caller(), arguments.address(0), arguments.uint256(1));
    } else {
      move(arguments.address(0), arguments.address(1), arguments.uint256(2));
    }
    return answer;
  }

  private void move(EthAddress from, EthAddress to, UInt256 amount) {
    balances.put(from, balances.get(from).minus(amount));
    balances.put(to, balances.get(to).plus(amount.minus(fee)));
  }
}
