// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.arbitraries.CrosslineDomain;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.bouncycastle.jcajce.provider.digest.Keccak;

/** Our Keccak-256 against Bouncy Castle's. */
@Domain(CrosslineDomain.class)
@Domain(DomainContext.Global.class)
class KeccakProperties {
  private static Bytes32 reference(Bytes data) {
    return Bytes32.of(Bytes.of(new Keccak.Digest256().digest(data.toByteArray())));
  }

  @Property
  void equalsTheReference(@ForAll Bytes data) {
    assertThat(Keccak256.hash(data)).isEqualTo(reference(data));
  }

  @Property(tries = 300)
  void equalsTheReferenceAtEveryLengthAroundTheRate(@ForAll @IntRange(max = 420) int size) {
    byte[] data = new byte[size];
    for (int i = 0; i < size; i++) {
      data[i] = (byte) (i * 7 + size);
    }
    assertThat(Keccak256.hash(Bytes.of(data))).isEqualTo(reference(Bytes.of(data)));
  }

  @Property
  void piecesMakeTheWhole(@ForAll List<Bytes> pieces) {
    Keccak256 sponge = new Keccak256();
    pieces.forEach(sponge::absorb);
    Bytes whole = Bytes.concat(pieces.toArray(Bytes[]::new));
    assertThat(sponge.digest()).isEqualTo(reference(whole));
    assertThat(sponge.absorb(whole).digest()).as("used again").isEqualTo(reference(whole));
  }

  @Property
  void wordsAreTheirBytes(
      @ForAll Bytes before,
      @ForAll UInt256 number,
      @ForAll Bytes32 word,
      @ForAll EthAddress address) {
    List<Bytes> parts = new ArrayList<>(List.of(before));
    parts.add(number.toBytes32().toBytes());
    parts.add(word.toBytes());
    parts.add(address.toBytes32().toBytes());
    assertThat(
            Keccak256.ofThread()
                .absorb(before)
                .absorb(number)
                .absorb(word)
                .absorb(address)
                .digest())
        .isEqualTo(reference(Bytes.concat(parts.toArray(Bytes[]::new))));
  }
}
