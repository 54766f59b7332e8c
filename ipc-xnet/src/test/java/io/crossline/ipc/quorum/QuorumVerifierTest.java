// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crossline.ethereum.Secp256k1;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.bottomup.CheckpointHeader;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuorumVerifierTest {
  private static final BigInteger ORDER =
      new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
  private static final SubnetId SUBNET = SubnetId.root(314).child(EthAddress.of(UInt256.of(7)));
  private static final CheckpointHeader HEADER =
      new CheckpointHeader(SUBNET, UInt64.of(30), Bytes32.ofLimbs(1, 2, 3, 4));
  private static final ValidatorKey A = key(1);
  private static final ValidatorKey B = key(2);
  private static final ValidatorKey C = key(3);
  private static final ValidatorKey D = key(4);

  private final QuorumVerifier equal = verifier(1, 1, 1, 1);

  private static ValidatorKey key(long number) {
    return ValidatorKey.of(UInt256.of(number));
  }

  private static QuorumVerifier verifier(long a, long b, long c, long d) {
    return QuorumVerifier.of(
        Map.of(
            A.address(), UInt256.of(a),
            B.address(), UInt256.of(b),
            C.address(), UInt256.of(c),
            D.address(), UInt256.of(d)));
  }

  private static Bytes certificate(CheckpointHeader header, ValidatorKey... keys) {
    return new QuorumCertificate(Arrays.stream(keys).map(key -> key.sign(header)).toList())
        .encoded();
  }

  private static Optional<String> refusal(QuorumVerifier verifier, ValidatorKey... keys) {
    return verifier.refusal(HEADER, certificate(HEADER, keys));
  }

  @Test
  void theAddressesOfTheFirstKeysAreEthereums() {
    assertThat(A.address()).hasToString("0x7e5f4552091a69125d5dfcb7b8c2659029395bdf");
    assertThat(B.address()).hasToString("0x2b5ad5c4795c026514f8317c7a215e218dccd6cf");
    assertThat(A).hasToString("key of 0x7e5f4552091a69125d5dfcb7b8c2659029395bdf");
  }

  @Test
  void aSignatureIsRecoveredAndAlwaysTheSame() {
    Bytes signature = A.sign(HEADER);
    assertThat(A.sign(HEADER)).isEqualTo(signature);
    assertThat(signature.size()).isEqualTo(65);
    assertThat(signature.get(64)).isBetween((byte) 27, (byte) 28);
    assertThat(Secp256k1.recover(QuorumVerifier.digest(HEADER), signature)).isEqualTo(A.address());
    byte[] small = signature.toByteArray();
    small[64] -= 27;
    assertThat(Secp256k1.recover(QuorumVerifier.digest(HEADER), Bytes.of(small)))
        .isEqualTo(A.address());
  }

  @Test
  void moreThanTwoThirdsOfThePowerAreNeeded() {
    assertThat(refusal(equal, A, B, C)).isEmpty();
    assertThat(refusal(equal, D, B, A, C)).isEmpty();
    assertThat(refusal(equal, A, B))
        .contains("its signers have 2 of 4, must have more than two thirds");
    assertThat(refusal(equal)).isPresent();

    QuorumVerifier thirds = verifier(2, 2, 2, 0);
    assertThat(refusal(thirds, A, B))
        .contains("its signers have 4 of 6, must have more than two thirds");
    assertThat(refusal(thirds, A, B, D)).isPresent();
    assertThat(refusal(thirds, A, B, C)).isEmpty();
    assertThat(refusal(verifier(67, 11, 11, 11), A)).isEmpty();
    UInt256 most = UInt256.MAX;
    QuorumVerifier large = QuorumVerifier.of(Map.of(A.address(), most, B.address(), most));
    assertThat(refusal(large, A)).isPresent();
    assertThat(refusal(large, A, B)).isEmpty();
  }

  @Test
  void whatDoesNotCountMakesTheCertificateRefused() {
    assertThat(refusal(equal, A, B, A)).contains("signature 2 is the second one of " + A.address());
    ValidatorKey stranger = key(5);
    assertThat(refusal(equal, A, B, C, stranger))
        .contains("signature 3 is of " + stranger.address() + ", which is no validator");
    assertThat(equal.refusal(HEADER, Bytes.EMPTY))
        .contains("its certificate is no list of signatures");
    Bytes cut = new QuorumCertificate(List.of(A.sign(HEADER).slice(1))).encoded();
    assertThat(equal.refusal(HEADER, cut)).contains("signature 0 has 64 bytes, must have 65");
  }

  @Test
  void aSignatureIsOfOneCheckpointOnly() {
    Bytes signed = certificate(HEADER, A, B, C);
    assertThat(equal.refusal(HEADER, signed)).isEmpty();
    for (CheckpointHeader other :
        List.of(
            new CheckpointHeader(SubnetId.root(314), HEADER.height(), HEADER.appHash()),
            new CheckpointHeader(SUBNET, UInt64.of(31), HEADER.appHash()),
            new CheckpointHeader(SUBNET, HEADER.height(), Bytes32.ZERO))) {
      assertThat(equal.refusal(other, signed).orElseThrow()).contains("which is no validator");
    }
  }

  private static Optional<String> changed(int at, UInt256 word, int v) {
    byte[] bytes = A.sign(HEADER).toByteArray();
    if (at >= 0) {
      word.toBytes32().toBytes().copyTo(bytes, at);
    }
    bytes[64] = (byte) v;
    Bytes certificate = new QuorumCertificate(List.of(Bytes.of(bytes))).encoded();
    return verifier(9, 1, 1, 1).refusal(HEADER, certificate);
  }

  @Test
  void aSignatureHasOneForm() {
    Bytes signature = A.sign(HEADER);
    int v = signature.get(64);
    assertThat(changed(-1, UInt256.ZERO, v)).isEmpty();
    assertThat(changed(-1, UInt256.ZERO, 29))
        .contains("signature 0 has v 29, must be 27 or 28 (or 0 or 1)");
    assertThat(changed(-1, UInt256.ZERO, 2)).isPresent();
    UInt256 order = UInt256.of(ORDER);
    for (UInt256 outOfRange : List.of(UInt256.ZERO, order, UInt256.MAX)) {
      assertThat(changed(0, outOfRange, v)).contains("signature 0 has r or s out of range");
      assertThat(changed(32, outOfRange, v)).contains("signature 0 has r or s out of range");
    }
    UInt256 high = order.minus(signature.getUInt256(32));
    assertThat(changed(32, high, v == 27 ? 28 : 27))
        .contains("signature 0 has s in the upper half, where a second signature could be");
  }

  @Test
  void randomBytesAreRefusedAndNothingElse() {
    Random random = new Random(7);
    Bytes whole = certificate(HEADER, A, B, C);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = whole.toByteArray();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      }
      Bytes damaged = Bytes.of(bytes).slice(0, 1 + random.nextInt(bytes.length));
      List<Bytes> read = new ArrayList<>();
      try {
        read.addAll(QuorumCertificate.decode(damaged).signatures());
      } catch (MalformedInputException expected) {
        assertThat(equal.refusal(HEADER, damaged)).isPresent();
        continue;
      }
      // Changed padding is no damage.
      boolean same = read.equals(QuorumCertificate.decode(whole).signatures());
      assertThat(equal.refusal(HEADER, damaged).isEmpty()).isEqualTo(same);
    }
  }

  @Test
  void keysAndPowersHaveARange() {
    for (UInt256 wrong : List.of(UInt256.ZERO, UInt256.of(ORDER), UInt256.MAX)) {
      assertThatExceptionOfType(MalformedInputException.class)
          .isThrownBy(() -> ValidatorKey.of(wrong));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> QuorumVerifier.of(Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuorumVerifier.of(Map.of(A.address(), UInt256.ZERO)))
        .withMessageContaining("1 validators with no power");
  }
}
