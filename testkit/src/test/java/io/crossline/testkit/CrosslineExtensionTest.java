// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.ipc.network.IpcNetwork;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.network.StarknetNetwork;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

class CrosslineExtensionTest {
  private static final EthAddress SENDER =
      EthAddress.parse("0x00000000000000000000000000000000000000e1");

  @CrosslineTest
  static class Examples {
    @Test
    void passes(StarknetNetwork net, @Subnets({"games", "games/chess"}) IpcNetwork tree) {
      assertThat(net.timeline().size()).isZero();
      assertThat(tree.subnets()).hasSize(3);
      send(net);
    }

    @Test
    void fails(StarknetNetwork net) {
      assertThat(net.timeline().size()).isZero();
      send(net);
      OutcomeAssert.assertThat(net.core(SENDER).consumeMessageFromL2(Felt.ONE, Payload.EMPTY))
          .revertedWith("MADE_UP");
    }

    private static void send(StarknetNetwork net) {
      net.account("sender", SENDER, UInt256.ONE);
      OutcomeAssert.assertThat(
              net.core(SENDER).sendMessageToL2(Felt.ONE, "deposit", Payload.EMPTY, UInt256.ONE))
          .accepted();
    }
  }

  @Test
  void everyTestGetsAFreshNetworkAndAFailedOnePrintsItsTimeline() {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      EngineTestKit.engine("junit-jupiter")
          .selectors(DiscoverySelectors.selectClass(Examples.class))
          .execute()
          .testEvents()
          .assertStatistics(events -> events.succeeded(1).failed(1));
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("timeline of Examples#fails")
        .contains("sender → ")
        .contains("m1 SENT")
        .contains("rerun: mvn test -Dtest=Examples#fails")
        .doesNotContain("Examples#passes");
  }
}
