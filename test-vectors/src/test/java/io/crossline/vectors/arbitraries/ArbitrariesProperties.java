// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.arbitraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.CustomError;
import io.crossline.core.abi.ErrorCatalogue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.JsonWriter;
import io.crossline.ipc.Asset;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.address.FilAddress;
import io.crossline.ipc.address.FilIpcAddress;
import io.crossline.ipc.address.FilNetwork;
import io.crossline.ipc.address.FilSubnetId;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.AddressWord;
import io.crossline.starknet.CairoValue;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Int256;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.cairo.CairoJson;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.l2.L1HandlerTransaction;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.network.StarknetParameters;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What the arbitraries make is what they say: it reads back, and networks start with it. */
@Domain(CrosslineDomain.class)
@Domain(DomainContext.Global.class)
class ArbitrariesProperties {
  private static final Duration HOUR = Duration.ofHours(1);

  @Property(tries = 300)
  void eventsOfTheCoreContractLeadBack(@ForAll CoreEvent event, @ForAll EthAddress core) {
    assertThat(CoreEvents.decode(event.toLog(core))).contains(event);
  }

  @Property(tries = 1000)
  void valuesOfCairoLeadBackAlsoAsJson(@ForAll CairoValue value) {
    Object read = value.type().decode(value.felts());
    assertThat(value.type().encode(read)).isEqualTo(value.felts());
    JsonValue json = JsonReader.read("value", JsonWriter.write(CairoJson.write(read)));
    assertThat(value.type().encode(CairoJson.read(json))).isEqualTo(value.felts());
    assertThat(value.type().leastFelts()).isLessThanOrEqualTo(value.felts().size());
    assertThat(Payload.cairo(value).decode(value.type())).isEqualTo(List.of(read));
  }

  @Property(tries = 1000)
  void noFeltsMakeTheCodecDoWorse(@ForAll CairoValue value, @ForAll List<Felt> felts) {
    try {
      Object read = value.type().decode(felts);
      assertThat(value.type().decode(value.type().encode(read))).isEqualTo(read);
    } catch (MalformedInputException refused) {
      assertThat(refused.getMessage()).startsWith("payload");
    }
  }

  @Property(tries = 300)
  void eventsOfGatewaysLeadBack(@ForAll GatewayEvent event, @ForAll EthAddress gateway) {
    assertThat(GatewayEvent.parse(event.toLog(gateway))).contains(event);
  }

  @Property(tries = 300)
  void starknetValuesLeadBack(
      @ForAll AddressWord address, @ForAll Selector selector, @ForAll Int256 number) {
    assertThat(AddressWord.parse(address.toString())).isEqualTo(address);
    assertThat(Selector.of(selector.value())).isEqualTo(selector);
    assertThat(Int256.parse(number.toString())).isEqualTo(number);
  }

  @Property(tries = 300)
  void aTransactionNamesItsMessage(@ForAll L1HandlerTransaction transaction) {
    L1HandlerTransaction again =
        L1HandlerTransaction.of(transaction.message(), transaction.chainId());
    assertThat(again).isEqualTo(transaction);
  }

  @Property(tries = 300)
  void revertsLeadBack(@ForAll EvmRevert revert) {
    EvmRevert read = EvmRevert.decode(revert.data(), catalogue(revert));
    assertThat(read.data()).isEqualTo(revert.data());
    if (!(revert instanceof RawRevert)) {
      assertThat(read).isEqualTo(revert);
    }
  }

  private static ErrorCatalogue catalogue(EvmRevert revert) {
    return revert instanceof CustomError error
        ? ErrorCatalogue.of(error.signature())
        : ErrorCatalogue.EMPTY;
  }

  @Property(tries = 300)
  void filecoinAddressesLeadBack(
      @ForAll FilAddress address, @ForAll FilSubnetId subnet, @ForAll FilIpcAddress both) {
    for (FilNetwork network : FilNetwork.values()) {
      assertThat(FilAddress.parse(address.toText(network), network)).isEqualTo(address);
      assertThat(FilSubnetId.parse(subnet.toText(network), network)).isEqualTo(subnet);
      assertThat(FilIpcAddress.parse(both.toText(network), network)).isEqualTo(both);
    }
  }

  @Property(tries = 300)
  void assetsLeadBack(@ForAll Asset asset) {
    assertThat(Asset.decode(asset.encoded())).isEqualTo(asset);
  }

  @Provide
  Arbitrary<IpcEnvelope> meaningful() {
    return IpcArbitraries.meaningfulEnvelope();
  }

  @Property(tries = 300)
  void meaningfulEnvelopesMeanSomething(@ForAll("meaningful") IpcEnvelope envelope) {
    Bytes message = envelope.message();
    if (envelope.kind() == EnvelopeKind.CALL) {
      assertThat(CallMsg.decode(message).encoded()).isEqualTo(message);
    } else if (envelope.kind() == EnvelopeKind.RESULT) {
      assertThat(ResultMsgAbi.encode(ResultMsgAbi.decode(message))).isEqualTo(message);
    } else {
      assertThat(message).isEqualTo(Bytes.EMPTY);
    }
  }

  @Property(tries = 200)
  void aNetworkStartsWithItsParametersAndPlan(
      @ForAll StarknetParameters parameters, @ForAll FaultPlan plan) {
    try (StarknetNetwork network = StarknetNetwork.builder(parameters).faults(plan).start()) {
      network.advance(Duration.ofMinutes(2));
      assertThat(network.time()).isEqualTo(Duration.ofMinutes(2));
    }
  }

  @Provide
  Arbitrary<Tuple2<IpcTree, FaultPlan>> treeWithPlan() {
    return NetworkArbitraries.ipcTree()
        .flatMap(tree -> FaultArbitraries.ipcPlan(tree, HOUR).map(plan -> Tuple.of(tree, plan)));
  }

  @Property(tries = 60)
  void aTreeStartsWithItsPlan(@ForAll("treeWithPlan") Tuple2<IpcTree, FaultPlan> both) {
    IpcTree tree = both.get1();
    try (var network = tree.describe().faults(both.get2()).start()) {
      network.advance(Duration.ofMinutes(2));
      assertThat(network.subnets()).hasSameSizeAs(tree.paths());
    }
  }

  @Property(tries = 300)
  void faultsAndProfilesKeepTheirRanges(@ForAll Fault fault, @ForAll FaultProfile profile) {
    assertThat(fault.toString()).isNotBlank();
    assertThat(profile.perHour().values()).allMatch(rate -> rate >= 0 && rate <= 200);
  }
}
