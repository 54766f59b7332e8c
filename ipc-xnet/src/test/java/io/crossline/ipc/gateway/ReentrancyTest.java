// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static io.crossline.ipc.gateway.GatewayFixture.ACTOR_A;
import static io.crossline.ipc.gateway.GatewayFixture.OWNER;
import static io.crossline.ipc.gateway.GatewayFixture.SENDER;
import static io.crossline.ipc.gateway.GatewayFixture.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.Asset;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.event.GatewayEvent.SubnetDestroyed;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contracts that call back into the gateway. */
class ReentrancyTest {
  private static final EthAddress AT = GatewayFixture.address(0xe1);

  private final GatewayFixture root = GatewayFixture.root();

  private static UInt256 coins(long amount) {
    return UInt256.of(amount);
  }

  /** An actor that answers the getters and does something when it is paid. */
  private void actor(Contract whenPaid) {
    root.chain.deploy(
        AT,
        (frame, calldata) ->
            calldata.isEmpty() ? whenPaid.call(frame, calldata) : Asset.NATIVE.encoded());
    root.chain.mint(AT, coins(100));
    root.gateway.as(OWNER).approveSubnet(AT).orThrow();
    root.gateway.as(AT).register(coins(0), coins(40), coins(40)).orThrow();
  }

  @Test
  void trap33RegisteringAgainWhileBeingPaidFillsTheId() {
    Bytes again = new Register(coins(0), coins(0)).calldata();
    actor(
        (frame, calldata) -> {
          assertThat(frame.call(root.gateway.address(), coins(0), again).success()).isTrue();
          return Bytes.EMPTY;
        });
    assertThat(events(root.gateway.as(AT).kill()))
        .containsExactly(new SubnetDestroyed(root.here.child(AT)));
  }

  @Test
  void trap32AFailedStakePaymentHidesItsReason() {
    actor(
        (frame, calldata) -> {
          throw new RevertSignal(new RawRevert(Bytes.utf8("because")));
        });
    root.refuses(
        () -> root.gateway.as(AT).kill(),
        IpcError.TRANSFER_FAILED
            .revert(
                AbiValue.address(root.gateway.address()), AbiValue.address(AT), AbiValue.number(40))
            .data());
  }

  @Test
  void trap31TheGuardCoversReleasingStake() {
    Bytes again = new ReleaseStake(coins(1)).calldata();
    actor(
        (frame, calldata) -> {
          var nested = frame.call(root.gateway.address(), coins(0), again);
          assertThat(nested.data()).isEqualTo(IpcError.REENTRANCY_ERROR.revert().data());
          return Bytes.EMPTY;
        });
    root.gateway.as(AT).releaseStake(coins(10)).orThrow();
    root.gateway.as(AT).releaseStake(coins(10)).orThrow();
    assertThat(root.gateway.view().subnet(root.here.child(AT)).orElseThrow().stake())
        .isEqualTo(coins(20));
  }

  @Test
  void trap35ANestedBatchOfTheSameChildTakesTheNoncesFirst() {
    EthAddress nesting = GatewayFixture.address(0xe2);
    Bytes batch =
        new ExecBottomUpMsgBatch(List.of(root.callFrom(root.here.child(nesting), 0, 1))).calldata();
    root.chain.deploy(
        nesting,
        (frame, calldata) -> {
          if (calldata.truncate(4).equals(ContractFunctions.HANDLE_IPC_MESSAGE.selector())) {
            assertThat(frame.call(root.gateway.address(), coins(0), batch).success()).isTrue();
          }
          return Asset.NATIVE.encoded();
        });
    root.gateway.as(OWNER).approveSubnet(nesting).orThrow();
    root.gateway.as(nesting).register(coins(0), coins(0), coins(0)).orThrow();
    IpcEnvelope first =
        GatewayFixture.call(
            IpcAddress.of(root.here.child(nesting), SENDER), IpcAddress.of(root.here, nesting), 0);
    IpcEnvelope second = root.callFrom(root.here.child(nesting), 0, 1);
    List<Delivery> deliveries =
        root.gateway.as(nesting).execBottomUpMsgBatch(List.of(first, second)).orThrow();
    assertThat(deliveries)
        .extracting(Delivery::fate)
        .containsExactly(Delivery.Fate.EXECUTED, Delivery.Fate.REFUSED);
    assertThat(root.received).hasSize(1);
  }

  @Test
  void aHandlerThatPropagatesSendsWhatIsStoredSoFar() {
    EthAddress eager = GatewayFixture.address(0x77);
    Bytes propagate = new PropagateAll().calldata();
    root.deploy(
        eager,
        (envelope, context) -> {
          context.call(context.gateway(), UInt256.ZERO, propagate);
          return Bytes.EMPTY;
        });
    IpcAddress from = IpcAddress.of(root.childA(), SENDER);
    IpcAddress sibling = IpcAddress.of(root.childB(), SENDER);
    IpcEnvelope before = GatewayFixture.call(from, sibling, 0);
    IpcEnvelope trigger = nonce(GatewayFixture.call(from, IpcAddress.of(root.here, eager), 0), 1);
    IpcEnvelope after = nonce(GatewayFixture.call(from, sibling, 0), 2);
    root.gateway.as(ACTOR_A).execBottomUpMsgBatch(List.of(before, trigger, after)).orThrow();
    assertThat(root.gateway.view().postboxMsgs()).containsExactly(after.hash());
    assertThat(root.gateway.view().subnet(root.childB()).orElseThrow().topDownNonce().bits())
        .isEqualTo(1);
  }

  @Test
  void trap16PostboxKeysHaveTheIncomingNonceAndTracingIdsHaveNot() {
    IpcEnvelope first =
        GatewayFixture.call(
            IpcAddress.of(root.childA(), SENDER), IpcAddress.of(root.childB(), SENDER), 0);
    IpcEnvelope second = nonce(first, 1);
    root.gateway.as(ACTOR_A).execBottomUpMsgBatch(List.of(first, second)).orThrow();
    assertThat(root.gateway.view().postboxMsgs()).containsExactly(first.hash(), second.hash());
    assertThat(first.tracingId()).isEqualTo(second.tracingId());
  }

  private static IpcEnvelope nonce(IpcEnvelope envelope, long nonce) {
    return envelope.withNonces(UInt64.of(nonce), envelope.originalNonce());
  }
}
