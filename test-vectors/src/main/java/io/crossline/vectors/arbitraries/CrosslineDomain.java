// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.arbitraries;

import io.crossline.core.abi.EvmRevert;
import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.ipc.ActivityRollup;
import io.crossline.ipc.Asset;
import io.crossline.ipc.BatchInclusion;
import io.crossline.ipc.BottomUpCheckpoint;
import io.crossline.ipc.BottomUpMsgBatch;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.Membership;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.Validator;
import io.crossline.ipc.abi.GatewayEvent;
import io.crossline.ipc.address.FilAddress;
import io.crossline.ipc.address.FilIpcAddress;
import io.crossline.ipc.address.FilSubnetId;
import io.crossline.ipc.network.SubnetSettings;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.SimulationSettings;
import io.crossline.starknet.AddressWord;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Int256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.l2.L1HandlerTransaction;
import io.crossline.starknet.l2.SequencerPolicy;
import io.crossline.starknet.network.StarknetParameters;
import io.crossline.starknet.tracking.MessageId;
import java.time.Duration;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Crossline's types for {@code @ForAll}: put {@code @Domain(CrosslineDomain.class)} and
 * {@code @Domain(DomainContext.Global.class)} on a test class.
 *
 * <p>A {@link FaultPlan} is one for Starknet; one for IPC depends on the tree, see {@link
 * FaultArbitraries#ipcPlan}.
 */
@SuppressWarnings("exports") // jqwik is required statically, see module-info
public final class CrosslineDomain extends DomainContextBase {
  private static final long MOST_SIMULATED = 200;
  private static final Duration FAULTS_WITHIN = Duration.ofHours(1);

  /** Creates the domain. */
  public CrosslineDomain() {}

  @Provide
  Arbitrary<UInt256> uint256() {
    return ValueArbitraries.uint256();
  }

  @Provide
  Arbitrary<UInt64> uint64() {
    return ValueArbitraries.uint64();
  }

  @Provide
  Arbitrary<Bytes> bytes() {
    return ValueArbitraries.bytes(300);
  }

  @Provide
  Arbitrary<Bytes32> bytes32() {
    return ValueArbitraries.bytes32();
  }

  @Provide
  Arbitrary<EthAddress> ethAddress() {
    return ValueArbitraries.ethAddress();
  }

  @Provide
  Arbitrary<ResultMsg> resultMsg() {
    return ValueArbitraries.resultMsg();
  }

  @Provide
  Arbitrary<Felt> felt() {
    return StarknetArbitraries.felt();
  }

  @Provide
  Arbitrary<Payload> payload() {
    return StarknetArbitraries.payload(12);
  }

  @Provide
  Arbitrary<L1ToL2Message> l1ToL2Message() {
    return StarknetArbitraries.l1ToL2Message();
  }

  @Provide
  Arbitrary<L2ToL1Message> l2ToL1Message() {
    return StarknetArbitraries.l2ToL1Message();
  }

  @Provide
  Arbitrary<SubnetId> subnetId() {
    return IpcArbitraries.subnetId();
  }

  @Provide
  Arbitrary<FvmAddress> fvmAddress() {
    return IpcArbitraries.fvmAddress();
  }

  @Provide
  Arbitrary<IpcAddress> ipcAddress() {
    return IpcArbitraries.ipcAddress();
  }

  @Provide
  Arbitrary<IpcEnvelope> envelope() {
    return IpcArbitraries.envelope();
  }

  @Provide
  Arbitrary<CallMsg> callMsg() {
    return IpcArbitraries.callMsg();
  }

  @Provide
  Arbitrary<BlockInfo> blockInfo() {
    return ValueArbitraries.blockInfo();
  }

  @Provide
  Arbitrary<Log> log() {
    return ValueArbitraries.log();
  }

  @Provide
  Arbitrary<CallResult> callResult() {
    return ValueArbitraries.callResult();
  }

  @Provide
  Arbitrary<EvmRevert> revert() {
    return AbiArbitraries.revert();
  }

  @Provide
  Arbitrary<AddressWord> addressWord() {
    return StarknetArbitraries.addressWord();
  }

  @Provide
  Arbitrary<Selector> selector() {
    return StarknetArbitraries.selector();
  }

  @Provide
  Arbitrary<Int256> int256() {
    return StarknetArbitraries.int256();
  }

  @Provide
  Arbitrary<CoreEvent> coreEvent() {
    return StarknetArbitraries.coreEvent();
  }

  @Provide
  Arbitrary<L1HandlerTransaction> l1HandlerTransaction() {
    return StarknetArbitraries.l1HandlerTransaction();
  }

  @Provide
  Arbitrary<StarknetChain> starknetChain() {
    return StarknetArbitraries.chain();
  }

  @Provide
  Arbitrary<CoreRules> coreRules() {
    return StarknetArbitraries.coreRules();
  }

  @Provide
  Arbitrary<MessageId> messageId() {
    return StarknetArbitraries.messageId();
  }

  @Provide
  Arbitrary<Asset> asset() {
    return IpcArbitraries.asset();
  }

  @Provide
  Arbitrary<FilAddress> filAddress() {
    return IpcArbitraries.filAddress();
  }

  @Provide
  Arbitrary<FilSubnetId> filSubnetId() {
    return IpcArbitraries.filSubnetId();
  }

  @Provide
  Arbitrary<FilIpcAddress> filIpcAddress() {
    return IpcArbitraries.filIpcAddress();
  }

  @Provide
  Arbitrary<Subnet> subnet() {
    return GatewayArbitraries.subnet();
  }

  @Provide
  Arbitrary<ParentFinality> parentFinality() {
    return GatewayArbitraries.parentFinality();
  }

  @Provide
  Arbitrary<Validator> validator() {
    return GatewayArbitraries.validator();
  }

  @Provide
  Arbitrary<Membership> membership() {
    return GatewayArbitraries.membership();
  }

  @Provide
  Arbitrary<ActivityRollup> activityRollup() {
    return GatewayArbitraries.activityRollup();
  }

  @Provide
  Arbitrary<StateCommitment> stateCommitment() {
    return GatewayArbitraries.stateCommitment();
  }

  @Provide
  Arbitrary<BottomUpCheckpoint> bottomUpCheckpoint() {
    return GatewayArbitraries.bottomUpCheckpoint();
  }

  @Provide
  Arbitrary<BottomUpMsgBatch> bottomUpMsgBatch() {
    return GatewayArbitraries.bottomUpMsgBatch();
  }

  @Provide
  Arbitrary<BatchInclusion> batchInclusion() {
    return GatewayArbitraries.batchInclusion();
  }

  @Provide
  Arbitrary<GatewayEvent> gatewayEvent() {
    return GatewayArbitraries.gatewayEvent();
  }

  @Provide
  Arbitrary<StarknetParameters> starknetParameters() {
    return NetworkArbitraries.starknetParameters();
  }

  @Provide
  Arbitrary<SequencerPolicy> sequencerPolicy() {
    return NetworkArbitraries.sequencerPolicy();
  }

  @Provide
  Arbitrary<SubnetSettings> subnetSettings() {
    return NetworkArbitraries.subnetSettings();
  }

  @Provide
  Arbitrary<IpcTree> ipcTree() {
    return NetworkArbitraries.ipcTree();
  }

  @Provide
  Arbitrary<SimulationSettings> simulationSettings() {
    return NetworkArbitraries.simulationSettings(MOST_SIMULATED);
  }

  @Provide
  Arbitrary<Fault> fault() {
    return FaultArbitraries.fault();
  }

  @Provide
  Arbitrary<FaultProfile> faultProfile() {
    return FaultArbitraries.faultProfile();
  }

  @Provide
  Arbitrary<FaultPlan> faultPlan() {
    return FaultArbitraries.starknetPlan(FAULTS_WITHIN);
  }
}
