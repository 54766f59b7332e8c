// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.chain.Nothing;
import io.crossline.ipc.Asset;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.abi.GatewayGetters;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IpcFunctionTest {
  private static final EthAddress ACTOR = EthAddress.parse("0x" + "ab".repeat(20));
  private static final SubnetId CHILD = SubnetId.root(314).child(ACTOR);

  @Test
  void selectorsAreTheContracts() {
    assertThat(SendContractXnetMessage.FUNCTION.selector()).hasToString("0x2c85ec2c");
    assertThat(CommitParentFinality.FUNCTION.selector()).hasToString("0x11196974");
    assertThat(GatewayGetters.BOTTOM_UP_MSG_BATCH.selector()).hasToString("0xdd81b5cf");
    assertThat(ContractFunctions.HANDLE_IPC_MESSAGE.selector()).hasToString("0xb4d3f66e");
  }

  @Test
  void selectorsAreUnique() {
    List<Bytes> selectors =
        Stream.of(GatewayFunctions.all(), GatewayGetters.all(), ContractFunctions.all())
            .flatMap(List::stream)
            .<Bytes>map(IpcFunction::selector)
            .toList();

    assertThat(selectors).doesNotHaveDuplicates().hasSize(15 + 23 + 3);
  }

  @Test
  void coinsMayComeAlongWhereUpstreamSaysPayable() {
    assertThat(GatewayFunctions.all())
        .filteredOn(IpcFunction::isPayable)
        .extracting(IpcFunction::name)
        .containsExactlyInAnyOrder(
            "sendContractXnetMessage", "propagateAll", "fund", "release", "register", "addStake");
    assertThat(GatewayGetters.all()).noneMatch(IpcFunction::isPayable);
  }

  @Test
  void calldataDecodesToItsArguments() {
    FundWithToken arguments = new FundWithToken(CHILD, FvmAddress.of(ACTOR), UInt256.MAX);
    @SuppressWarnings("unchecked") // a function takes the record that bears its name
    var function = (IpcFunction<FundWithToken, Nothing>) GatewayFunctions.named("fundWithToken");
    Bytes calldata = function.encodeCall(arguments);

    assertThat(function.decodeCall(calldata)).isEqualTo(arguments);
    assertThat(calldata)
        .as("the generic coder agrees")
        .isEqualTo(
            Bytes.concat(
                function.selector(),
                AbiCoder.encode(
                    function.signature().parameters(),
                    AbiCoder.decodeCall(function.signature(), calldata))));
  }

  @Test
  void calldataOfAnotherFunctionAndShortCalldataAreRefused() {
    Bytes kill = new Kill().calldata();

    assertThat(kill.size()).isEqualTo(4);
    assertThatThrownBy(() -> GatewayFunctions.named("propagateAll").decodeCall(kill))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("propagateAll");
    assertThatThrownBy(() -> GatewayFunctions.named("kill").decodeCall(kill.slice(0, 3)))
        .isInstanceOf(MalformedInputException.class);
  }

  @Test
  void staticStructsStandInPlaceAndDynamicOnesBehindOffsets() {
    GatewayFunctions.CommittedFinality committed =
        new GatewayFunctions.CommittedFinality(
            true, new ParentFinality(UInt256.ONE, Bytes32.ofLimbs(1, 2, 3, 4)));
    Bytes returned = CommitParentFinality.FUNCTION.encodeReturn(committed);
    GatewayGetters.FoundSubnet found =
        new GatewayGetters.FoundSubnet(
            true,
            new Subnet(UInt256.ONE, UInt256.ZERO, UInt256.MAX, UInt64.MAX, UInt64.ONE, CHILD));
    Bytes view = GatewayGetters.GET_SUBNET.encodeReturn(found);

    assertThat(returned.size()).isEqualTo(96);
    assertThat(CommitParentFinality.FUNCTION.decodeReturn(returned)).isEqualTo(committed);
    assertThat(view.getUInt256(32)).isEqualTo(UInt256.of(64));
    assertThat(GatewayGetters.GET_SUBNET.decodeReturn(view)).isEqualTo(found);
  }

  @Test
  void assetKindAboveOneIsRefused() {
    Bytes erc20 = ContractFunctions.SUPPLY_SOURCE.encodeReturn(Asset.erc20(ACTOR));
    byte[] unknown = erc20.toByteArray();
    unknown[31] = 2;

    assertThat(Asset.decode(erc20)).isEqualTo(Asset.erc20(ACTOR));
    assertThatThrownBy(() -> ContractFunctions.SUPPLY_SOURCE.decodeReturn(Bytes.of(unknown)))
        .isInstanceOf(MalformedInputException.class);
  }
}
