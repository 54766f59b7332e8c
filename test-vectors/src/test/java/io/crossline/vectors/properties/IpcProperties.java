// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.EvmRevert;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.address.FilAddress;
import io.crossline.ipc.address.FilNetwork;
import io.crossline.ipc.address.FilSubnetId;
import io.crossline.ipc.address.FilTextException;
import io.crossline.ipc.merkle.EnvelopeLeaf;
import io.crossline.ipc.merkle.MerkleProof;
import io.crossline.ipc.merkle.StandardMerkleTree;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.ResultMsg;
import io.crossline.vectors.arbitraries.CrosslineDomain;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** IPC's values: text and encodings lead back, and relations between subnets hold. */
@Domain(CrosslineDomain.class)
@Domain(DomainContext.Global.class)
class IpcProperties {
  @Property
  void textLeadsBack(@ForAll SubnetId subnet, @ForAll FvmAddress address, @ForAll IpcAddress ipc) {
    assertThat(SubnetId.parse(subnet.toString())).isEqualTo(subnet);
    assertThat(FvmAddress.parse(address.toString())).isEqualTo(address);
    assertThat(IpcAddress.parse(ipc.toString())).isEqualTo(ipc);
  }

  @Property
  void encodingsLeadBack(@ForAll SubnetId subnet, @ForAll CallMsg call, @ForAll ResultMsg result) {
    assertThat(SubnetId.decode(subnet.encoded())).isEqualTo(subnet);
    assertThat(CallMsg.decode(call.encoded())).isEqualTo(call);
    assertThat(ResultMsgAbi.decode(ResultMsgAbi.encode(result))).isEqualTo(result);
  }

  @Property(tries = 300)
  void envelopesLeadBack(@ForAll IpcEnvelope envelope) {
    IpcEnvelope again = IpcEnvelope.decode(envelope.encoded());
    assertThat(again).isEqualTo(envelope);
    assertThat(again.hash()).isEqualTo(envelope.hash());
    assertThat(envelope.withNonces(envelope.originalNonce(), envelope.originalNonce()).tracingId())
        .as("the tracing id leaves the local nonce out")
        .isEqualTo(envelope.tracingId());
  }

  @Property
  void damagedEncodingsGiveAValueOrTheTypedError(
      @ForAll IpcEnvelope envelope, @ForAll @IntRange(max = 5000) int at, @ForAll byte other) {
    byte[] data = envelope.encoded().toByteArray();
    data[at % data.length] = other;
    List<Function<Bytes, Object>> decoders =
        List.of(
            IpcEnvelope::decode,
            CallMsg::decode,
            ResultMsgAbi::decode,
            SubnetId::decode,
            IpcAddress::decode);
    for (Function<Bytes, Object> decoder : decoders) {
      for (Bytes bytes : List.of(Bytes.of(data), Bytes.of(data).truncate(at))) {
        try {
          decoder.apply(bytes);
        } catch (AbiDecodeException expected) {
          assertThat(EvmRevert.of(expected)).isNotNull();
        }
      }
    }
  }

  @Property
  void theCommonParentIsAPrefixOfBoth(@ForAll SubnetId a, @ForAll SubnetId b) {
    SubnetId common = a.commonParent(b);
    assertThat(common).isEqualTo(b.commonParent(a));
    if (a.root().equals(b.root())) {
      assertThat(common.commonParent(a)).isEqualTo(common);
      assertThat(common.commonParent(b)).isEqualTo(common);
    } else {
      assertThat(common).isEqualTo(SubnetId.EMPTY);
    }
    a.down(b).ifPresent(hop -> assertThat(hop.parent()).contains(common));
  }

  @Property
  void anEvmAddressIsFoundAgain(@ForAll EthAddress address, @ForAll SubnetId parent) {
    assertThat(FvmAddress.of(address).extractEvmAddress()).isEqualTo(address);
    SubnetId child = parent.child(address);
    assertThat(child.getAddress()).isEqualTo(address);
    assertThat(child.getParentSubnet()).isEqualTo(parent);
    assertThat(child.down(parent)).contains(child);
  }

  @Property(tries = 300)
  void filecoinTextLeadsBack(@ForAll SubnetId subnet, @ForAll FilNetwork network) {
    FilSubnetId converted = FilSubnetId.of(subnet);
    assertThat(FilSubnetId.parse(converted.toText(network), network)).isEqualTo(converted);
  }

  @Property(tries = 300)
  void oneChangedCharacterBreaksTheChecksum(
      @ForAll EthAddress address,
      @ForAll @IntRange(max = 38) int at,
      @ForAll @IntRange(min = 1, max = 31) int by) {
    String text = FilAddress.of(address).toText(FilNetwork.MAINNET);
    if (!text.startsWith("f410f")) {
      return;
    }
    String alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    char other = alphabet.charAt((alphabet.indexOf(text.charAt(5 + at)) + by) % 32);
    String damaged = text.substring(0, 5 + at) + other + text.substring(6 + at);
    try {
      FilAddress.parse(damaged, FilNetwork.MAINNET);
      assertThat(damaged).as("not refused").isEqualTo(text);
    } catch (FilTextException expected) {
      assertThat(expected.addressError()).isPresent();
    }
  }

  @Property
  void textParsersThrowNothingElse(@ForAll String text) {
    List<Function<String, Object>> parsers =
        List.of(
            SubnetId::parse,
            FvmAddress::parse,
            IpcAddress::parse,
            t -> FilAddress.parse(t, FilNetwork.MAINNET),
            t -> FilSubnetId.parse(t, FilNetwork.TESTNET));
    for (Function<String, Object> parser : parsers) {
      for (String candidate : List.of(text, "/r" + text, "f" + text, "0x" + text)) {
        try {
          parser.apply(candidate);
        } catch (MalformedInputException expected) {
          assertThat(expected.getMessage()).isNotBlank();
        }
      }
    }
  }

  @Property(tries = 100)
  void everyLeafOfATreeHasAProof(@ForAll @Size(min = 1, max = 9) List<IpcEnvelope> envelopes) {
    StandardMerkleTree tree = StandardMerkleTree.of(envelopes);
    for (int i = 0; i < tree.leaves().size(); i++) {
      assertThat(MerkleProof.verify(tree.proof(i), tree.root(), tree.leaves().get(i))).isTrue();
    }
    assertThat(envelopes).allSatisfy(e -> assertThat(tree.leaves()).contains(EnvelopeLeaf.of(e)));
  }
}
