// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.vectors.arbitraries.CrosslineDomain;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Starknet's values, hashes and events. */
@Domain(CrosslineDomain.class)
@Domain(DomainContext.Global.class)
class StarknetProperties {
  @Property
  void aFeltIsAnyWordBelowThePrime(@ForAll UInt256 word) {
    boolean fits = word.compareTo(Felt.PRIME) < 0;
    assertThat(Felt.fits(word)).isEqualTo(fits);
    if (fits) {
      assertThat(Felt.of(word).toUInt256()).isEqualTo(word);
    } else {
      assertThatThrownBy(() -> Felt.of(word)).isInstanceOf(MalformedInputException.class);
    }
  }

  @Property
  void feltTextLeadsBack(@ForAll Felt felt) {
    assertThat(Felt.parse(felt.toString())).isEqualTo(felt).hasSameHashCodeAs(felt);
    assertThat(felt.toString()).isEqualTo("0x" + felt.toBigInteger().toString(16));
    assertThat(Felt.parse(felt.toBigInteger().toString())).isEqualTo(felt);
  }

  @Property
  void messageHashesAreKeccakOfTheWords(@ForAll L1ToL2Message down, @ForAll L2ToL1Message up) {
    List<Bytes> words = new ArrayList<>();
    add(words, down.from().toUInt256(), down.to().value(), down.nonce(), down.selector());
    payload(words, down.payloadWords());
    assertThat(down.hash()).isEqualTo(Keccak256.hash(Bytes.concat(words.toArray(Bytes[]::new))));
    words.clear();
    add(words, up.from().value(), up.to().value());
    payload(words, up.payloadWords());
    assertThat(up.hash()).isEqualTo(Keccak256.hash(Bytes.concat(words.toArray(Bytes[]::new))));
  }

  private static void payload(List<Bytes> words, Payload payload) {
    add(words, UInt256.of(payload.size()));
    add(words, payload.words().toArray(UInt256[]::new));
  }

  private static void add(List<Bytes> words, UInt256... more) {
    for (UInt256 word : more) {
      words.add(word.toBytes32().toBytes());
    }
  }

  @Property
  void selectorsAreBelow2To250(@ForAll String name) {
    assertThat(Selector.starknetKeccak(name).toUInt256().bitLength()).isLessThanOrEqualTo(250);
  }

  @Property
  void eventsLeadBack(@ForAll L1ToL2Message down, @ForAll UInt256 fee, @ForAll L2ToL1Message up) {
    for (CoreEvent event :
        List.of(
            new LogMessageToL2(down),
            new LogMessageToL2(down.withFee(fee)),
            new ConsumedMessageToL1(up))) {
      assertThat(CoreEvents.decode(event.toLog(EthAddress.ZERO))).contains(event);
    }
  }

  @Property
  void damagedLogsGiveAnEventOrTheTypedError(
      @ForAll L1ToL2Message down, @ForAll @IntRange(max = 2000) int at, @ForAll byte other) {
    Log log = new LogMessageToL2(down.withFee(UInt256.ONE)).toLog(EthAddress.ZERO);
    byte[] data = log.data().toByteArray();
    data[at % data.length] = other;
    Bytes damaged = Bytes.of(data).truncate(at);
    for (Bytes bytes : List.of(Bytes.of(data), damaged)) {
      try {
        CoreEvents.decode(new Log(log.emitter(), log.topics(), bytes));
      } catch (MalformedInputException expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
  }
}
