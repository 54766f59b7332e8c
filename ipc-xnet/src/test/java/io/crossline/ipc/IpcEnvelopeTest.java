// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import org.junit.jupiter.api.Test;

class IpcEnvelopeTest {
  private static final EthAddress ALICE = EthAddress.parse("0x" + "aa".repeat(20));
  private static final EthAddress BOB = EthAddress.parse("0x" + "bb".repeat(20));
  private static final SubnetId ROOT = SubnetId.root(314);
  private static final SubnetId CHILD = ROOT.child(EthAddress.parse("0x" + "c1".repeat(20)));
  private static final SubnetId SIBLING = ROOT.child(EthAddress.parse("0x" + "c2".repeat(20)));
  private static final CallMsg CALL_MSG =
      new CallMsg(Bytes.parse("0x12345678"), Bytes.parse("0xabcd"));
  private static final IpcEnvelope CALL =
      IpcEnvelope.createCallMsg(
          IpcAddress.of(CHILD, ALICE), IpcAddress.of(ROOT, BOB), UInt256.of(7), CALL_MSG);

  @Test
  void hashesOfTheEmptyEnvelopeAreTheContracts() {
    assertThat(IpcEnvelope.EMPTY.hash())
        .hasToString("0xe72934f0db4b742d95a976251c4bd963b9f968289d3cf13c63b5834ca32f1f85");
    assertThat(IpcEnvelope.EMPTY.tracingId())
        .hasToString("0x894370ce324689bf241cf672b6fdd3d95fed95e601bcb0e4552230f0da45546c");
    assertThat(IpcEnvelope.hash(List.of()))
        .hasToString("0x569e75fc77c1a856f6daaf9e69d8a9566ca34aa47f9133711ce065a571af0cfd");
  }

  @Test
  void trap16HashCoversTheLocalNonceAndTracingIdDoesNot() {
    IpcEnvelope nextHop = CALL.withNonces(UInt64.of(5), CALL.originalNonce());
    IpcEnvelope otherOrigin = CALL.withNonces(CALL.localNonce(), UInt64.ONE);

    assertThat(nextHop.hash()).isNotEqualTo(CALL.hash());
    assertThat(nextHop.tracingId()).isEqualTo(CALL.tracingId());
    assertThat(otherOrigin.tracingId()).isNotEqualTo(CALL.tracingId());
  }

  /** An id that is kept is never that of other fields. */
  @Test
  void aTracingIdThatIsKeptIsTheOneOfTheEncoding() {
    IpcEnvelope known = IpcEnvelope.decode(CALL.encoded());
    known.tracingId();
    for (IpcEnvelope renumbered :
        List.of(
            known.withNonces(UInt64.of(7), known.originalNonce()),
            known.withNonces(known.localNonce(), UInt64.of(8)),
            known.withNonces(UInt64.of(7), UInt64.of(8)))) {
      IpcEnvelope fresh = IpcEnvelope.decode(renumbered.encoded());
      assertThat(renumbered.tracingId()).isEqualTo(fresh.tracingId());
      assertThat(renumbered).isEqualTo(fresh).hasSameHashCodeAs(fresh).isNotEqualTo(known);
      assertThat(renumbered).hasToString(fresh.toString());
    }
    assertThat(known).isEqualTo(IpcEnvelope.decode(CALL.encoded()));
  }

  @Test
  void arrayHashOfOneIsNotItsHash() {
    assertThat(IpcEnvelope.hash(List.of(CALL))).isNotEqualTo(CALL.hash());
  }

  @Test
  void trap24ToStandsBeforeFromInTheEncoding() {
    Bytes encoded = CALL.encoded();
    Bytes struct = encoded.slice(32);
    UInt256 fifth = struct.getUInt256(4 * 32);
    UInt256 sixth = struct.getUInt256(5 * 32);
    Bytes to = CALL.to().encoded().slice(32);
    Bytes from = CALL.from().encoded().slice(32);

    assertThat(fifth).isEqualTo(UInt256.of(7 * 32));
    assertThat(sixth).isEqualTo(UInt256.of(7 * 32 + to.size()));
    assertThat(struct.slice(7 * 32, 7 * 32 + to.size() + from.size()))
        .isEqualTo(Bytes.concat(to, from));
    assertThat(IpcEnvelope.decode(encoded)).isEqualTo(CALL);
  }

  @Test
  void trap15EmptinessLooksAtTheValueOfTransfersAndAtTheMessageOfOthers() {
    assertThat(CALL.isEmpty()).isFalse();
    assertThat(with(EnvelopeKind.CALL, UInt256.of(7), Bytes.EMPTY).isEmpty()).isTrue();
    assertThat(with(EnvelopeKind.RESULT, UInt256.of(7), Bytes.EMPTY).isEmpty()).isTrue();
    assertThat(with(EnvelopeKind.CALL, UInt256.ZERO, CALL.message()).isEmpty()).isFalse();
    assertThat(with(EnvelopeKind.TRANSFER, UInt256.ZERO, CALL.message()).isEmpty()).isTrue();
    assertThat(with(EnvelopeKind.TRANSFER, UInt256.of(7), Bytes.EMPTY).isEmpty()).isFalse();
  }

  @Test
  void resultGoesBackAndReturnsTheValueUnlessOk() {
    Bytes ret = Bytes.parse("0x01");
    IpcEnvelope failed = IpcEnvelope.createResultMsg(CALL, OutcomeType.ACTOR_ERR, ret);

    assertThat(failed.kind()).isEqualTo(EnvelopeKind.RESULT);
    assertThat(failed.to()).isEqualTo(CALL.from());
    assertThat(failed.from()).isEqualTo(CALL.to());
    assertThat(failed.value()).isEqualTo(UInt256.of(7));
    assertThat(ResultMsgAbi.decode(failed.message()))
        .isEqualTo(new ResultMsg(CALL.tracingId(), OutcomeType.ACTOR_ERR, ret));
    assertThat(IpcEnvelope.createResultMsg(CALL, OutcomeType.OK, ret).value())
        .isEqualTo(UInt256.ZERO);
  }

  @Test
  void fundAndReleaseNeedAParent() {
    FvmAddress to = FvmAddress.of(BOB);
    IpcEnvelope release = IpcEnvelope.createReleaseMsg(CHILD, ALICE, to, UInt256.ONE);

    assertThat(release.to().subnetId()).isEqualTo(ROOT);
    assertThat(release.from()).isEqualTo(IpcAddress.of(CHILD, ALICE));
    assertThat(
            catchThrowableOfType(
                    RevertSignal.class,
                    () -> IpcEnvelope.createFundMsg(ROOT, ALICE, to, UInt256.ONE))
                .revert())
        .isEqualTo(IpcError.NO_PARENT_FOR_SUBNET.revert());
  }

  @Test
  void directionIsBottomUpOnlyBelowTheCommonParent() {
    IpcEnvelope across = between(CHILD, SIBLING);

    assertThat(CALL.applyType(CHILD)).isEqualTo(Direction.BOTTOM_UP);
    assertThat(CALL.applyType(ROOT)).isEqualTo(Direction.BOTTOM_UP);
    assertThat(across.applyType(CHILD)).isEqualTo(Direction.BOTTOM_UP);
    assertThat(across.applyType(ROOT)).isEqualTo(Direction.BOTTOM_UP);
    assertThat(across.applyType(SIBLING)).isEqualTo(Direction.TOP_DOWN);
    assertThat(between(ROOT, CHILD).applyType(ROOT)).isEqualTo(Direction.TOP_DOWN);
    assertThat(between(CHILD, CHILD).applyType(CHILD)).isEqualTo(Direction.TOP_DOWN);
  }

  @Test
  void trap14WithDifferentRootsWhatComesFromASubnetIsBottomUp() {
    SubnetId otherRoot = SubnetId.root(271);

    assertThat(CHILD.commonParent(otherRoot)).isEqualTo(SubnetId.EMPTY);
    assertThat(otherRoot.down(ROOT)).isEmpty();
    assertThat(between(CHILD, otherRoot).applyType(CHILD)).isEqualTo(Direction.BOTTOM_UP);
    assertThat(between(ROOT, otherRoot).applyType(ROOT)).isEqualTo(Direction.TOP_DOWN);
  }

  @Test
  void sortedMeansStrictlyGrowingLocalNonces() {
    IpcEnvelope largest = CALL.withNonces(UInt64.MAX, UInt64.ZERO);
    IpcEnvelope one = CALL.withNonces(UInt64.ONE, UInt64.ZERO);

    assertThat(IpcEnvelope.isSorted(List.of())).isTrue();
    assertThat(IpcEnvelope.isSorted(List.of(CALL, one, largest))).isTrue();
    assertThat(IpcEnvelope.isSorted(List.of(CALL, largest, one))).isFalse();
    assertThat(IpcEnvelope.isSorted(List.of(one, one))).isFalse();
  }

  @Test
  void kindAboveTwoRevertsWithoutData() {
    byte[] encoded = CALL.encoded().toByteArray();
    encoded[63] = 3;

    AbiDecodeException malformed =
        catchThrowableOfType(AbiDecodeException.class, () -> IpcEnvelope.decode(Bytes.of(encoded)));
    assertThat(EvmRevert.of(malformed).data()).isEqualTo(Bytes.EMPTY);
  }

  @Test
  void addressTextHasOneColonAndParsesBack() {
    String text = CALL.from().toString();

    assertThat(text).isEqualTo(CHILD + ":" + ALICE);
    assertThat(IpcAddress.parse(text)).isEqualTo(CALL.from());
    assertThat(IpcAddress.decode(CALL.from().encoded())).isEqualTo(CALL.from());
    assertThatThrownBy(() -> IpcAddress.parse(text + ":" + ALICE)).hasMessageContaining("colon");
  }

  private static IpcEnvelope with(EnvelopeKind kind, UInt256 value, Bytes message) {
    return new IpcEnvelope(kind, UInt64.ZERO, UInt64.ZERO, value, CALL.to(), CALL.from(), message);
  }

  private static IpcEnvelope between(SubnetId from, SubnetId to) {
    return IpcEnvelope.createTransferMsg(
        IpcAddress.of(from, ALICE), IpcAddress.of(to, BOB), UInt256.ONE);
  }
}
