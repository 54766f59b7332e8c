// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Transactions as a client makes them, each type; see transactions.txt. */
class SignedTransactionTest {
  private static final EthSigner KEY =
      EthSigner.of(
          UInt256.parse("0x4646464646464646464646464646464646464646464646464646464646464646"));

  static Stream<List<String>> transactions() {
    try (InputStream in =
        Objects.requireNonNull(
            SignedTransactionTest.class.getResourceAsStream("transactions.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> List.of(line.split("\\|")))
              .toList()
              .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("transactions")
  void itIsReadSignedAndWrittenAsTheClientDoes(List<String> line) {
    Bytes raw = Bytes.parse(line.get(1));
    SignedTransaction signed = SignedTransaction.decode(raw);
    assertThat(signed.encode()).isEqualTo(raw);
    assertThat(signed.hash()).hasToString(line.get(2));
    assertThat(signed.sender()).isEqualTo(KEY.address());
    assertThat(signed.sender()).isEqualTo(EthAddress.parse(line.get(3)));
    assertThat(signed.transaction().signingHash()).hasToString(line.get(4));
    assertThat(signed.transaction().type().number()).isEqualTo(Integer.parseInt(line.get(5)));
    assertThat(signed.transaction().nonce()).isEqualTo(UInt64.of(Long.parseLong(line.get(6))));
    assertThat(signed.transaction().sign(KEY)).isEqualTo(signed);
  }

  @ParameterizedTest
  @MethodSource("transactions")
  void cutAnywhereItIsRefused(List<String> line) {
    Bytes raw = Bytes.parse(line.get(1));
    for (int size = 0; size < raw.size(); size++) {
      Bytes cut = raw.truncate(size);
      assertThatThrownBy(() -> SignedTransaction.decode(cut))
          .isInstanceOf(MalformedInputException.class);
    }
    Bytes more = Bytes.concat(raw, Bytes.of((byte) 0));
    assertThatThrownBy(() -> SignedTransaction.decode(more))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("1 bytes behind the item");
  }

  @Test
  void blobsThatComeAlongArePassedOver() {
    Bytes raw =
        Bytes.parse(
            transactions()
                .filter(line -> line.get(0).equals("blob"))
                .findFirst()
                .orElseThrow()
                .get(1));
    Rlp body = Rlp.decode(raw.slice(1));
    Rlp blobs = Rlp.list(Rlp.of(Bytes.of(new byte[1000])));
    Bytes network = Bytes.concat(Bytes.of((byte) 3), Rlp.list(body, blobs, blobs, blobs).encode());
    assertThat(SignedTransaction.decode(network)).isEqualTo(SignedTransaction.decode(raw));
    assertThat(SignedTransaction.decode(network).encode()).isEqualTo(raw);
  }

  @Test
  void anotherSignatureIsOfSomebodyElse() {
    EthTransaction transaction =
        EthTransaction.feeMarket(
            UInt64.ONE,
            UInt64.ZERO,
            UInt256.ONE,
            UInt256.ONE,
            UInt64.of(21_000),
            KEY.address(),
            UInt256.ZERO,
            Bytes.EMPTY);
    SignedTransaction signed = transaction.sign(KEY);
    assertThat(signed.sender()).isEqualTo(KEY.address());
    SignedTransaction turned =
        new SignedTransaction(transaction, !signed.yParity(), signed.r(), signed.s());
    assertThat(turned.sender()).isNotEqualTo(KEY.address());
    SignedTransaction none =
        new SignedTransaction(transaction, signed.yParity(), UInt256.ZERO, signed.s());
    assertThatThrownBy(none::sender).isInstanceOf(SignatureException.class);
  }

  @Test
  void typesThatAreNotKnownAndKeysOutOfRangeAreRefused() {
    assertThatThrownBy(() -> SignedTransaction.decode(Bytes.parse("0x04c0")))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("found type 4");
    assertThatThrownBy(() -> EthSigner.of(UInt256.ZERO))
        .isInstanceOf(MalformedInputException.class);
    assertThat(KEY.toString()).doesNotContain("4646464646");
    assertThat(Bytes32.ZERO).isNotEqualTo(KEY.sign(Bytes32.ZERO));
  }
}
