// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.quorum;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.hash.Keccak256;
import io.crossline.ethereum.Secp256k1;
import io.crossline.ethereum.SignatureException;
import io.crossline.ipc.bottomup.CheckpointHeader;
import io.crossline.ipc.bottomup.CheckpointVerifier;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Accepts a checkpoint that validators with more than two thirds of the power have signed, strictly
 * more, as upstream's light client asks of CometBFT's votes. The certificate is a {@link
 * QuorumCertificate}; a signature that is malformed, of somebody else, or of a validator that has
 * signed already makes the whole certificate refused, so that one certificate has one meaning.
 *
 * <p>What is signed is ours, since there is no CometBFT here: see {@link #digest}.
 *
 * <p>Immutable and thread-safe. A signature costs about a millisecond.
 */
public final class QuorumVerifier implements CheckpointVerifier {
  private static final Bytes32 DOMAIN = Keccak256.hash(Bytes.utf8("crossline ipc checkpoint 1"));
  private static final BigInteger TWO = BigInteger.TWO;
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private final Map<EthAddress, UInt256> powers;
  private final BigInteger total;

  private QuorumVerifier(Map<EthAddress, UInt256> powers) {
    this.powers = Map.copyOf(powers);
    this.total =
        powers.values().stream()
            .map(UInt256::toBigInteger)
            .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /**
   * A verifier for a set of validators.
   *
   * @param powers what each validator counts
   * @return the verifier
   * @throws IllegalArgumentException if all of them together count nothing
   */
  public static QuorumVerifier of(Map<EthAddress, UInt256> powers) {
    QuorumVerifier verifier = new QuorumVerifier(powers);
    if (verifier.total.signum() == 0) {
      throw new IllegalArgumentException(
          "quorum: found " + powers.size() + " validators with no power; some must have some");
    }
    return verifier;
  }

  /**
   * What validators sign: Keccak-256 of four words, which are a tag of our own, the subnet's hash,
   * the height, and the app hash. The subnet stands in it, so that a signature of one subnet is
   * none of another with the same validators.
   *
   * @param header the checkpoint's header
   * @return the digest
   */
  public static Bytes32 digest(CheckpointHeader header) {
    return new Keccak256()
        .absorb(DOMAIN)
        .absorb(header.subnet().hash())
        .absorb(header.height())
        .absorb(header.appHash())
        .digest();
  }

  @Override
  public Optional<String> refusal(CheckpointHeader header, Bytes certificate) {
    List<Bytes> signatures;
    try {
      signatures = QuorumCertificate.decode(certificate).signatures();
    } catch (AbiDecodeException malformed) {
      return Optional.of("its certificate is no list of signatures");
    }
    Bytes32 digest = digest(header);
    Set<EthAddress> signers = new HashSet<>();
    BigInteger power = BigInteger.ZERO;
    for (int i = 0; i < signatures.size(); i++) {
      EthAddress signer;
      try {
        signer = Secp256k1.recover(digest, signatures.get(i));
      } catch (SignatureException malformed) {
        return Optional.of("signature " + i + " " + malformed.getMessage());
      }
      UInt256 its = powers.get(signer);
      if (its == null) {
        return Optional.of("signature " + i + " is of " + signer + ", which is no validator");
      }
      if (!signers.add(signer)) {
        return Optional.of("signature " + i + " is the second one of " + signer);
      }
      power = power.add(its.toBigInteger());
    }
    return power.multiply(THREE).compareTo(total.multiply(TWO)) > 0
        ? Optional.empty()
        : Optional.of(
            "its signers have " + power + " of " + total + ", must have more than two thirds");
  }
}
