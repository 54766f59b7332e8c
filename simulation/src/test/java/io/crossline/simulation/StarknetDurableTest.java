// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.core.store.HeapStore;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.AuditReport;
import io.crossline.simulation.audit.starknet.StarknetAuditSettings;
import io.crossline.simulation.audit.starknet.StarknetAuditor;
import io.crossline.starknet.Int256;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.network.NetworkListener;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.network.StarknetParameters;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Traffic and faults on a network whose process is killed again and again. An auditor that is shown
 * nothing but what the store holds in the end finds nothing wrong.
 */
class StarknetDurableTest {
  private static final StarknetParameters PARAMETERS =
      StarknetParameters.builder()
          .settlementInterval(Duration.ofMinutes(5))
          .messageCancellationDelay(Duration.ofMinutes(10))
          .build();
  private static final FaultProfile PROFILE =
      new FaultProfile("test", FaultProfile.HOSTILE.perHour(), Duration.ofMinutes(20), 40);
  private static final int BLOCKS = 100;

  private HeapStore store = new HeapStore();
  private StarknetNetwork network;
  private StarknetTraffic users;

  private void open(long seed, long life) {
    store.close();
    store = store.reopen();
    network =
        StarknetNetwork.builder(PARAMETERS)
            .faults(FaultPlan.seeded(seed, PROFILE))
            .store(store)
            .start();
    users = new StarknetTraffic(network, SimulationSettings.of(1000, 1000 * seed + life, PROFILE));
  }

  private void play(long seed) {
    open(seed, 0);
    Random random = new Random(seed);
    for (int block = 0; block < BLOCKS; block++) {
      users.block(random.nextInt(5));
      if (random.nextInt(8) == 0) {
        // In the middle of a block, as often as not.
        open(seed, block + 1);
        users.block(random.nextInt(3));
      }
      network.advance(Duration.ofSeconds(random.nextInt(60)));
    }
    network.faults().stop();
    network.advance(Duration.ofMinutes(100));
    users.requestCancellations();
    while (users.wantsToCancel()) {
      network.advance(PARAMETERS.messageCancellationDelay());
      users.cancelAll();
    }
    network.advance(Duration.ofMinutes(30));
    open(seed, BLOCKS + 1);
  }

  private StarknetAuditor auditor() {
    StarknetAuditor auditor =
        new StarknetAuditor(
            new StarknetAuditSettings(
                PARAMETERS.core(),
                PARAMETERS.firstNonce(),
                UInt256.of(PARAMETERS.messageCancellationDelay().toSeconds()),
                PARAMETERS.feeCollector(),
                UInt256.ZERO,
                UInt256.ZERO,
                Int256.of(0),
                PARAMETERS.l2Rules().includesFailing()));
    auditor.minted(users.coins());
    return auditor;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anAuditorOfTheStoreFindsNothingWrong(long seed) {
    play(seed);
    StarknetAuditor auditor = auditor();
    network.replay(0, new StarknetFeed(auditor));
    AuditReport report = auditor.finish(new StarknetFinalState(network, users.senders()), true);
    assertThat(report.violations()).isEmpty();
    assertThat(report.checked()).hasSizeGreaterThan(10);
  }

  @Test
  void oneThatIsNotShownABlockFindsThat() {
    play(4);
    StarknetAuditor auditor = auditor();
    StarknetFeed feed = new StarknetFeed(auditor);
    network.replay(
        0,
        new NetworkListener() {
          private boolean passed;

          @Override
          public void l1Block(Block<Receipt> block) {
            feed.l1Block(block);
          }

          @Override
          public void l2Block(Block<L2Receipt> block, List<LeftOut> leftOut) {
            if (!passed && !block.receipts().isEmpty()) {
              passed = true;
            } else {
              feed.l2Block(block, leftOut);
            }
          }

          @Override
          public void takenBack(Layer layer, UInt64 last) {
            feed.takenBack(layer, last);
          }
        });
    AuditReport report = auditor.finish(new StarknetFinalState(network, users.senders()), true);
    assertThat(report.holds()).isFalse();
  }
}
