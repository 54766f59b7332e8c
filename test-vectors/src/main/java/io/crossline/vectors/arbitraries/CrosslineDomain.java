// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.arbitraries;

import io.crossline.core.abi.EvmRevert;
import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.ipc.ActivityRollup;
import io.crossline.ipc.Asset;
import io.crossline.ipc.BottomUpCheckpoint;
import io.crossline.ipc.BottomUpMsgBatch;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.address.FilAddress;
import io.crossline.ipc.address.FilIpcAddress;
import io.crossline.ipc.address.FilSubnetId;
import io.crossline.ipc.checkpoint.BatchInclusion;
import io.crossline.ipc.checkpoint.Membership;
import io.crossline.ipc.checkpoint.Validator;
import io.crossline.ipc.event.GatewayEvent;
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
import io.crossline.starknet.CairoResult;
import io.crossline.starknet.CairoText;
import io.crossline.starknet.CairoValue;
import io.crossline.starknet.CairoVariant;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Int256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.EventBeforeNonces;
import io.crossline.starknet.l2.L1HandlerTransaction;
import io.crossline.starknet.l2.SequencerPolicy;
import io.crossline.starknet.network.StarknetParameters;
import io.crossline.starknet.tracking.MessageId;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.domains.DomainContextBase;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/**
 * Crossline's types for {@code @ForAll}: put {@code @Domain(CrosslineDomain.class)} and
 * {@code @Domain(DomainContext.Global.class)} on a test class.
 *
 * <p>A {@link FaultPlan} is one for Starknet; one for IPC depends on the tree, see {@link
 * FaultArbitraries#ipcPlan}.
 *
 * <p>Not thread-safe: jqwik makes one for a property.
 */
@SuppressWarnings("exports") // jqwik is required statically, see module-info
public final class CrosslineDomain extends DomainContextBase {
  private static final long MOST_SIMULATED = 200;
  private static final Duration FAULTS_WITHIN = Duration.ofHours(1);

  private final Map<Class<?>, ArbitraryProvider> providers = new LinkedHashMap<>();

  /** Creates the domain. */
  public CrosslineDomain() {
    make(UInt256.class, ValueArbitraries::uint256);
    make(UInt64.class, ValueArbitraries::uint64);
    make(Bytes.class, () -> ValueArbitraries.bytes(300));
    make(Bytes32.class, ValueArbitraries::bytes32);
    make(EthAddress.class, ValueArbitraries::ethAddress);
    make(ResultMsg.class, ValueArbitraries::resultMsg);
    make(Felt.class, StarknetArbitraries::felt);
    make(Payload.class, () -> StarknetArbitraries.payload(12));
    make(L1ToL2Message.class, StarknetArbitraries::l1ToL2Message);
    make(L2ToL1Message.class, StarknetArbitraries::l2ToL1Message);
    make(SubnetId.class, IpcArbitraries::subnetId);
    make(FvmAddress.class, IpcArbitraries::fvmAddress);
    make(IpcAddress.class, IpcArbitraries::ipcAddress);
    make(IpcEnvelope.class, IpcArbitraries::envelope);
    make(CallMsg.class, IpcArbitraries::callMsg);
    make(BlockInfo.class, ValueArbitraries::blockInfo);
    make(Log.class, ValueArbitraries::log);
    make(CallResult.class, ValueArbitraries::callResult);
    make(EvmRevert.class, AbiArbitraries::revert);
    make(AddressWord.class, StarknetArbitraries::addressWord);
    make(Selector.class, StarknetArbitraries::selector);
    make(CairoValue.class, CairoArbitraries::value);
    make(CairoVariant.class, CairoArbitraries::variant);
    make(CairoResult.class, CairoArbitraries::result);
    make(CairoText.class, CairoArbitraries::text);
    make(Int256.class, StarknetArbitraries::int256);
    make(CoreEvent.class, StarknetArbitraries::coreEvent);
    make(EventBeforeNonces.class, StarknetArbitraries::eventBeforeNonces);
    make(L1HandlerTransaction.class, StarknetArbitraries::l1HandlerTransaction);
    make(StarknetChain.class, StarknetArbitraries::chain);
    make(CoreRules.class, StarknetArbitraries::coreRules);
    make(MessageId.class, StarknetArbitraries::messageId);
    make(Asset.class, IpcArbitraries::asset);
    make(FilAddress.class, IpcArbitraries::filAddress);
    make(FilSubnetId.class, IpcArbitraries::filSubnetId);
    make(FilIpcAddress.class, IpcArbitraries::filIpcAddress);
    make(Subnet.class, GatewayArbitraries::subnet);
    make(ParentFinality.class, GatewayArbitraries::parentFinality);
    make(Validator.class, GatewayArbitraries::validator);
    make(Membership.class, GatewayArbitraries::membership);
    make(ActivityRollup.class, GatewayArbitraries::activityRollup);
    make(StateCommitment.class, GatewayArbitraries::stateCommitment);
    make(BottomUpCheckpoint.class, GatewayArbitraries::bottomUpCheckpoint);
    make(BottomUpMsgBatch.class, GatewayArbitraries::bottomUpMsgBatch);
    make(BatchInclusion.class, GatewayArbitraries::batchInclusion);
    make(GatewayEvent.class, GatewayArbitraries::gatewayEvent);
    make(StarknetParameters.class, NetworkArbitraries::starknetParameters);
    make(SequencerPolicy.class, NetworkArbitraries::sequencerPolicy);
    make(SubnetSettings.class, NetworkArbitraries::subnetSettings);
    make(IpcTree.class, NetworkArbitraries::ipcTree);
    make(SimulationSettings.class, () -> NetworkArbitraries.simulationSettings(MOST_SIMULATED));
    make(Fault.class, FaultArbitraries::fault);
    make(FaultProfile.class, FaultArbitraries::faultProfile);
    make(FaultPlan.class, () -> FaultArbitraries.starknetPlan(FAULTS_WITHIN));
  }

  private <T> void make(Class<T> type, Supplier<Arbitrary<T>> arbitrary) {
    providers.put(
        type,
        new ArbitraryProvider() {
          @Override
          public boolean canProvideFor(TypeUsage wanted) {
            return TypeUsage.of(type).canBeAssignedTo(wanted);
          }

          @Override
          public Set<Arbitrary<?>> provideFor(TypeUsage wanted, SubtypeProvider subtypes) {
            return Set.of(arbitrary.get());
          }
        });
  }

  @Override
  public Collection<ArbitraryProvider> getArbitraryProviders() {
    return List.copyOf(providers.values());
  }

  /**
   * The types that a parameter {@code @ForAll} may have.
   *
   * @return the types
   */
  public Set<Class<?>> types() {
    return Set.copyOf(providers.keySet());
  }
}
