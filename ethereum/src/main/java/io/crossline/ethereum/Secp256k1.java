// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.math.BigInteger;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Ethereum's signatures: secp256k1, 65 bytes of r, s and v, with s in the lower half (EIP-2), so
 * that nobody can make a second signature of one. All arithmetic is Bouncy Castle's.
 *
 * <p>Thread-safe. To recover a signer costs about a millisecond.
 */
public final class Secp256k1 {
  /** {@value}: r, s and v. */
  public static final int SIGNATURE_BYTES = 65;

  private static final int V_OFFSET = 27;

  private static final ECDomainParameters CURVE = curve();
  private static final BigInteger HALF_ORDER = CURVE.getN().shiftRight(1);

  private Secp256k1() {}

  private static ECDomainParameters curve() {
    X9ECParameters named = SECNamedCurves.getByName("secp256k1");
    return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
  }

  static boolean isPrivateKey(UInt256 number) {
    return !number.isZero() && number.toBigInteger().compareTo(CURVE.getN()) < 0;
  }

  static EthAddress addressOf(BigInteger privateKey) {
    return addressOf(CURVE.getG().multiply(privateKey).normalize());
  }

  private static EthAddress addressOf(ECPoint publicKey) {
    // Without the byte that says how the point is encoded.
    Bytes coordinates = Bytes.of(publicKey.getEncoded(false)).slice(1);
    return EthAddress.truncate(Keccak256.hash(coordinates).toUInt256());
  }

  /** Signs without a random number: RFC 6979. */
  static Bytes sign(BigInteger privateKey, Bytes32 digest) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(privateKey, CURVE));
    BigInteger[] rs = signer.generateSignature(digest.toBytes().toByteArray());
    BigInteger low = rs[1].compareTo(HALF_ORDER) > 0 ? CURVE.getN().subtract(rs[1]) : rs[1];
    EthAddress address = addressOf(privateKey);
    for (int parity = 0; parity < 2; parity++) {
      Bytes signature = Bytes.concat(word(rs[0]), word(low), Bytes.of((byte) (V_OFFSET + parity)));
      if (address.equals(recover(digest, signature))) {
        return signature;
      }
    }
    // A nonce whose point has an abscissa above the order: one in 2^127.
    throw new IllegalStateException("a signature of " + address + " cannot be recovered");
  }

  private static Bytes word(BigInteger number) {
    return UInt256.of(number).toBytes32().toBytes();
  }

  /**
   * Who signed.
   *
   * @param digest what was signed
   * @param signature 65 bytes: r, s, and v, which is 27 or 28 (or 0 or 1)
   * @return the address of the key
   * @throws SignatureException if nobody did: the bytes are no signature of anything
   */
  public static EthAddress recover(Bytes32 digest, Bytes signature) throws SignatureException {
    if (signature.size() != SIGNATURE_BYTES) {
      throw new SignatureException("has " + signature.size() + " bytes, must have 65");
    }
    BigInteger r = signature.getUInt256(0).toBigInteger();
    BigInteger s = signature.getUInt256(32).toBigInteger();
    int v = signature.get(64) & 0xff;
    int parity = v >= V_OFFSET ? v - V_OFFSET : v;
    if (parity > 1) {
      throw new SignatureException("has v " + v + ", must be 27 or 28 (or 0 or 1)");
    }
    BigInteger order = CURVE.getN();
    if (r.signum() == 0 || r.compareTo(order) >= 0 || s.signum() == 0 || s.compareTo(order) >= 0) {
      throw new SignatureException("has r or s out of range");
    }
    if (s.compareTo(HALF_ORDER) > 0) {
      throw new SignatureException("has s in the upper half, where a second signature could be");
    }
    ECPoint point = pointAt(r, parity);
    BigInteger inverse = r.modInverse(order);
    BigInteger e = digest.toUInt256().toBigInteger();
    BigInteger u1 = order.subtract(e.mod(order)).multiply(inverse).mod(order);
    BigInteger u2 = s.multiply(inverse).mod(order);
    ECPoint publicKey = ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), u1, point, u2).normalize();
    if (publicKey.isInfinity()) {
      throw new SignatureException("is of no key");
    }
    return addressOf(publicKey);
  }

  private static ECPoint pointAt(BigInteger x, int parity) throws SignatureException {
    byte[] compressed = new byte[33];
    compressed[0] = (byte) (2 + parity);
    UInt256.of(x).toBytes32().toBytes().copyTo(compressed, 1);
    try {
      return CURVE.getCurve().decodePoint(compressed);
    } catch (IllegalArgumentException noPoint) {
      throw new SignatureException("has an r that no point of the curve has");
    }
  }
}
