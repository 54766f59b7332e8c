// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package com.example.crossline;

import static io.crossline.starknet.tracking.MessageStatus.CONSUMABLE;
import static io.crossline.starknet.tracking.MessageStatus.REVERTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.SETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.Signature;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.testkit.CrosslineTest;
import io.crossline.testkit.OutcomeAssert;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both sides of the bridge, under one clock. */
@CrosslineTest
class EtherBridgeTest {
  private static final EthAddress ALICE =
      EthAddress.parse("0x00000000000000000000000000000000000a11ce");
  private static final EthAddress BRIDGE =
      EthAddress.parse("0x00000000000000000000000000000000000000b1");
  private static final Felt OWNER = Felt.of(0xa11ce);
  private static final UInt256 FEE = UInt256.of(1_000);
  private static final Duration LIMIT = Duration.ofHours(2);

  private StarknetNetwork net;
  private Felt ledger;

  @BeforeEach
  void deploy(StarknetNetwork fresh) {
    net = fresh;
    net.account("alice", ALICE, UInt256.of(1_000_000));
    net.deployOnL1("bridge", BRIDGE, new EtherBridge(UInt256.of(500_000)));
    ledger = net.deploy("ledger", new EtherLedger(), roles -> roles.bind("etherBridge", BRIDGE));
    call(UInt256.ZERO, EtherBridge.SET_UP, net.parameters().core(), ledger).orThrow();
  }

  private Outcome<Bytes> call(UInt256 value, Signature function, Word... arguments) {
    Bytes calldata = Bytes.concat(function.selector(), Payload.of(arguments).toBytes());
    return net.transactOnL1(ALICE, BRIDGE, value, calldata);
  }

  private UInt256 balance() {
    return EtherLedger.balances(net.l2().storageOf(ledger)).get(OWNER);
  }

  private void deposit(long amount) {
    UInt256 wei = UInt256.of(amount);
    OutcomeAssert.assertThat(call(wei.plus(FEE), EtherBridge.DEPOSIT, OWNER, wei)).accepted();
  }

  @Test
  void etherGoesThereAndBack() {
    deposit(5_000);
    net.await("m1", SETTLED, LIMIT);
    assertThat(balance()).isEqualTo(UInt256.of(5_000));

    call(FEE, EtherBridge.WITHDRAW, OWNER, ALICE, UInt256.of(2_000)).orThrow();
    net.await("m3", CONSUMABLE, LIMIT);
    call(UInt256.ZERO, EtherBridge.FINISH, ALICE, UInt256.of(2_000)).orThrow();

    assertThat(balance()).isEqualTo(UInt256.of(3_000));
    assertThat(net.l1().balance(BRIDGE)).isEqualTo(UInt256.of(3_000));
    assertThat(net.l1().balance(ALICE)).isEqualTo(UInt256.of(1_000_000 - 3_000 - 2_000));
    OutcomeAssert.assertThat(call(UInt256.ZERO, EtherBridge.FINISH, ALICE, UInt256.of(2_000)))
        .revertedWith("INVALID_MESSAGE_TO_CONSUME");
  }

  @Test
  void nobodyGetsMoreThanHeOwns() {
    deposit(5_000);
    net.await("m1", SETTLED, LIMIT);
    call(FEE, EtherBridge.WITHDRAW, OWNER, ALICE, UInt256.of(5_001)).orThrow();
    net.await("m2", REVERTED_ON_L2, LIMIT);
    assertThat(balance()).isEqualTo(UInt256.of(5_000));
  }

  @Test
  void aDepositHasALimitAndNeedsAFee() {
    UInt256 large = UInt256.of(500_001);
    OutcomeAssert.assertThat(call(large.plus(FEE), EtherBridge.DEPOSIT, OWNER, large))
        .revertedWith("DEPOSIT_TOO_LARGE");
    UInt256 fair = UInt256.of(500_000);
    OutcomeAssert.assertThat(call(fair, EtherBridge.DEPOSIT, OWNER, fair)).revertedWith("NO_FEE");
  }
}
