// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static io.crossline.ipc.gateway.GatewayFixture.ACTOR_A;
import static io.crossline.ipc.gateway.GatewayFixture.PERSON;
import static io.crossline.ipc.gateway.GatewayFixture.ROOT;
import static io.crossline.ipc.gateway.GatewayFixture.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Nothing;
import io.crossline.ipc.BottomUpMsgBatch;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.abi.GatewayGetters;
import io.crossline.ipc.abi.GatewayGetters.ConfigurationNumbers;
import io.crossline.ipc.abi.GatewayGetters.FoundNonce;
import io.crossline.ipc.abi.GatewayGetters.FoundSubnet;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.ipc.checkpoint.Membership;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gateway in the middle of a tree tells about itself, through calldata and typed. */
class GettersTest {
  private static final UInt256 EPOCH = UInt256.of(10);
  private static final ParentFinality FINALITY =
      new ParentFinality(UInt256.of(3), Bytes32.ofLimbs(1, 2, 3, 4));

  private final GatewayFixture child = GatewayFixture.child();
  private final GatewayView view = child.gateway.view();
  private IpcEnvelope stored = IpcEnvelope.EMPTY;
  private IpcEnvelope queued = IpcEnvelope.EMPTY;

  /** A message went up, one waits, one came down, and A was funded. */
  @BeforeEach
  void traffic() {
    stored =
        GatewayFixture.call(IpcAddress.of(child.childA(), SENDER), IpcAddress.of(ROOT, PERSON), 0);
    child.system().commitParentFinality(FINALITY).orThrow();
    child.system().applyCrossMessages(List.of(child.callFrom(ROOT, 0, 0))).orThrow();
    child.gateway.as(PERSON).fund(child.childA(), FvmAddress.of(PERSON), UInt256.ONE).orThrow();
    queued = view.batchMessage(EPOCH, 0);
    child.gateway.as(ACTOR_A).execBottomUpMsgBatch(List.of(stored)).orThrow();
  }

  private <R> R get(IpcFunction<Nothing, R> getter) {
    return get(getter, Nothing.NOTHING);
  }

  private <A, R> R get(IpcFunction<A, R> getter, A key) {
    return getter.decodeReturn(
        child.chain.view(PERSON, child.gateway.address(), getter.encodeCall(key)).orThrow());
  }

  @Test
  void theConfigurationIsTold() {
    assertThat(get(GatewayGetters.GET_NETWORK_NAME)).isEqualTo(child.here);
    assertThat(child.gateway.network()).isEqualTo(child.here);
    assertThat(get(GatewayGetters.BOTTOM_UP_CHECK_PERIOD)).isEqualTo(UInt256.of(10));
    assertThat(get(GatewayGetters.MAJORITY_PERCENTAGE)).isEqualTo(UInt64.of(66));
    assertThat(get(GatewayGetters.GET_COMMIT_SHA)).isEqualTo(Bytes32.ZERO);
  }

  @Test
  void noncesCountWhatWentAndWhatWasApplied() {
    assertThat(get(GatewayGetters.BOTTOM_UP_NONCE)).isEqualTo(UInt64.ONE);
    assertThat(view.bottomUpNonce()).isEqualTo(UInt64.ONE);
    assertThat(get(GatewayGetters.APPLIED_TOP_DOWN_NONCE)).isEqualTo(UInt64.ONE);
  }

  @Test
  void finalityIsTheLatestAndByHeight() {
    assertThat(get(GatewayGetters.GET_LATEST_PARENT_FINALITY)).isEqualTo(FINALITY);
    assertThat(view.getLatestParentFinality()).isEqualTo(FINALITY);
    assertThat(get(GatewayGetters.GET_PARENT_FINALITY, UInt256.of(3))).isEqualTo(FINALITY);
    assertThat(get(GatewayGetters.GET_PARENT_FINALITY, UInt256.of(4)))
        .isEqualTo(ParentFinality.NONE);
  }

  @Test
  void aBatchIsFoundByItsEpoch() {
    BottomUpMsgBatch batch = new BottomUpMsgBatch(child.here, EPOCH, List.of(queued));
    assertThat(get(GatewayGetters.BOTTOM_UP_MSG_BATCH, EPOCH)).isEqualTo(batch);
    assertThat(get(GatewayGetters.BOTTOM_UP_MSG_BATCH, UInt256.of(20)))
        .isEqualTo(BottomUpMsgBatch.NONE);
    assertThat(view.batchSize(EPOCH)).isEqualTo(1);
    assertThat(view.batchSize(UInt256.of(20))).isEqualTo(0);
    assertThat(queued.to().subnetId()).isEqualTo(ROOT);
  }

  @Test
  void thePostboxIsFoundByItsKeys() {
    Bytes32 key = stored.hash();
    assertThat(get(GatewayGetters.POSTBOX_MSGS)).containsExactly(key);
    assertThat(get(GatewayGetters.POSTBOX, key)).isEqualTo(stored);
    assertThat(get(GatewayGetters.POSTBOX, Bytes32.ZERO)).isEqualTo(IpcEnvelope.EMPTY);
    assertThat(view.postbox(key)).contains(stored);
    child.gateway.as(PERSON).propagateAll(UInt256.ZERO).orThrow();
    assertThat(view.postbox(key)).isEmpty();
    assertThat(get(GatewayGetters.POSTBOX, key)).isEqualTo(IpcEnvelope.EMPTY);
  }

  @Test
  void childrenAreListedAndFoundByTheirIdAndHash() {
    Subnet a = view.subnet(child.childA()).orElseThrow();
    Subnet b = view.subnet(child.childB()).orElseThrow();
    assertThat(get(GatewayGetters.TOTAL_SUBNETS)).isEqualTo(UInt64.of(2));
    assertThat(get(GatewayGetters.LIST_SUBNETS)).containsExactly(a, b);
    assertThat(get(GatewayGetters.GET_SUBNET_KEYS))
        .containsExactly(child.childA().hash(), child.childB().hash());
    assertThat(get(GatewayGetters.SUBNETS, child.childB().hash())).isEqualTo(b);
    assertThat(get(GatewayGetters.SUBNETS, Bytes32.ZERO)).isEqualTo(Subnet.NONE);
    assertThat(get(GatewayGetters.GET_SUBNET, child.childA())).isEqualTo(new FoundSubnet(true, a));
    assertThat(get(GatewayGetters.GET_SUBNET, ROOT)).isEqualTo(new FoundSubnet(false, Subnet.NONE));
  }

  @Test
  void noncesOfAChildAreFoundByItsId() {
    SubnetId a = child.childA();
    FoundNonce one = new FoundNonce(true, UInt64.ONE);
    FoundNonce none = new FoundNonce(false, UInt64.ZERO);
    assertThat(get(GatewayGetters.GET_TOP_DOWN_NONCE, a)).isEqualTo(one);
    assertThat(get(GatewayGetters.GET_TOP_DOWN_NONCE, ROOT)).isEqualTo(none);
    assertThat(get(GatewayGetters.GET_APPLIED_BOTTOM_UP_NONCE, a)).isEqualTo(one);
    assertThat(get(GatewayGetters.GET_APPLIED_BOTTOM_UP_NONCE, ROOT)).isEqualTo(none);
    assertThat(get(GatewayGetters.GET_SUBNET_TOP_DOWN_MSGS_LENGTH, a)).isEqualTo(UInt256.ONE);
    assertThat(get(GatewayGetters.GET_SUBNET_TOP_DOWN_MSGS_LENGTH, child.childB()))
        .isEqualTo(UInt256.ZERO);
  }

  @Test
  void validatorsAreThoseOfANewGateway() {
    assertThat(get(GatewayGetters.GET_CURRENT_MEMBERSHIP)).isEqualTo(Membership.NONE);
    assertThat(get(GatewayGetters.GET_CURRENT_CONFIGURATION_NUMBER)).isEqualTo(UInt64.ZERO);
    assertThat(get(GatewayGetters.GET_LAST_CONFIGURATION_NUMBER)).isEqualTo(UInt64.ZERO);
    assertThat(get(GatewayGetters.GET_VALIDATOR_CONFIGURATION_NUMBERS))
        .isEqualTo(new ConfigurationNumbers(UInt64.ONE, UInt64.ONE));
  }
}
