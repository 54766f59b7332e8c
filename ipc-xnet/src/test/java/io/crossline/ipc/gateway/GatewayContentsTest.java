// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crossline.core.chain.Chain;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayContentsTest {
  private static final SubnetId ROOT = SubnetId.root(7);
  private static final EthAddress A = address(0xa1);
  private static final EthAddress B = address(0xb1);

  private final Chain chain = new Chain("test", new BlockInfo(UInt64.of(5), UInt64.ZERO));

  private static EthAddress address(long number) {
    return EthAddress.truncate(UInt256.of(number));
  }

  private static Subnet subnet(SubnetId id) {
    return new Subnet(UInt256.of(1), UInt256.of(2), UInt256.of(3), UInt64.of(4), UInt64.of(5), id);
  }

  private Gateway deploy(Subnet... children) {
    return Gateway.deploy(
        chain,
        address(0x6a),
        GatewayConfig.of(ROOT, UInt256.of(10), address(0x0e)),
        new GatewayContents(List.of(children), List.of(B), UInt256.of(9)));
  }

  @Test
  void aGatewayHoldsWhatItIsGiven() {
    GatewayView view = deploy(subnet(ROOT.child(B)), subnet(ROOT.child(A))).view();
    assertThat(view.listSubnets()).containsExactly(subnet(ROOT.child(B)), subnet(ROOT.child(A)));
    assertThat(view.isApproved(B)).isTrue();
    assertThat(view.isApproved(A)).isFalse();
    assertThat(view.lastCheckpointHeight()).isEqualTo(UInt256.of(9));
  }

  @Test
  void childrenAreOwnAndGivenOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> deploy(subnet(ROOT.child(B)), subnet(ROOT.child(A).child(B))))
        .withMessageContaining("is not a child of");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> deploy(subnet(ROOT.child(B)), subnet(ROOT.child(B))))
        .withMessageContaining("given twice");
    assertThat(chain.contract(address(0x6a))).isEmpty();
  }
}
