// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.Address;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Envelope;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;
import io.crossline.simulation.audit.Ledger;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import org.junit.jupiter.api.Test;

class PreimageTest {
  private static final EthAddress ALICE =
      EthAddress.parse("0x00000000000000000000000000000000000a11ce");
  private static final UInt256 WIDE = UInt256.MAX;
  private final L1ToL2Message toL2 =
      L1ToL2Message.of(ALICE, WIDE, UInt256.of(3), Story.words(4, 5, 6), UInt256.of(7));
  private final L2ToL1Message toL1 = L2ToL1Message.of(Felt.of(1), ALICE, Story.words(4, 5));

  @Test
  void hashesAsTheLibraryDoes() {
    assertThat(Preimage.toL2(toL2)).isEqualTo(toL2.hash());
    assertThat(Preimage.toL1(toL1)).isEqualTo(toL1.hash());
    assertThat(Preimage.toL1Cut(toL1)).isEqualTo(toL1.hash());
  }

  @Test
  void theNonceStandsBeforeTheSelector() {
    L1ToL2Message swapped =
        L1ToL2Message.of(ALICE, WIDE, toL2.nonce(), toL2.payloadWords(), toL2.selector());
    assertThat(Preimage.toL2(swapped)).isNotEqualTo(Preimage.toL2(toL2));
  }

  @Test
  void aReceiverAbove160BitsIsCut() {
    L2ToL1Message wide = L2ToL1Message.of(Felt.of(1), Felt.MAX, Payload.EMPTY);
    EthAddress cut = EthAddress.truncate(Felt.MAX);
    assertThat(Preimage.isAddress(wide.to())).isFalse();
    assertThat(Preimage.isAddress(cut)).isTrue();
    assertThat(Preimage.isAddress(UInt256.ofLimbs(0, 1L << 32, 0, 0))).isFalse();
    assertThat(Preimage.toL1Cut(wide))
        .isEqualTo(L2ToL1Message.of(Felt.of(1), cut, Payload.EMPTY).hash());
  }

  @Test
  void everyWordOfAMessageMustBeBelowThePrime() {
    assertThat(Preimage.isFelts(toL2)).isFalse();
    assertThat(Preimage.isFelts(felts(Felt.MAX, Felt.MAX))).isTrue();
    assertThat(Preimage.isFelts(felts(Felt.MAX, Felt.PRIME))).isFalse();
  }

  private static L1ToL2Message felts(Felt to, Word last) {
    return L1ToL2Message.of(ALICE, to, Felt.MAX, Payload.of(Felt.MAX, last), Felt.MAX);
  }

  @Test
  void anotherTracingIdIsReported() {
    assertThat(violations(toL2.hash())).isZero();
    assertThat(violations(toL1.hash())).isOne();
  }

  private long violations(Bytes32 tracingId) {
    Ledger ledger = new Ledger();
    new LogReader(ALICE, ledger).checked(claiming(toL2, tracingId), Preimage.toL2(toL2));
    return ledger.report().violationCount();
  }

  private static Envelope claiming(L1ToL2Message message, Bytes32 tracingId) {
    return new Envelope() {
      @Override
      public Address from() {
        return message.from();
      }

      @Override
      public Address to() {
        return message.to();
      }

      @Override
      public Bytes payload() {
        return message.payload();
      }

      @Override
      public UInt256 value() {
        return UInt256.ZERO;
      }

      @Override
      public Bytes32 hash() {
        return message.hash();
      }

      @Override
      public Bytes32 tracingId() {
        return tracingId;
      }
    };
  }
}
