// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.core.chain.Block;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.LayersAudit;
import io.crossline.simulation.StarknetFeed;
import io.crossline.simulation.StarknetFinalState;
import io.crossline.simulation.audit.starknet.StarknetAuditor;
import io.crossline.starknet.Felt;
import io.crossline.starknet.l1.CoreCaller;
import io.crossline.starknet.l2.L1HandlerTransaction;
import io.crossline.starknet.l2.L2Chain;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.l2.SequencerPolicy;
import io.crossline.starknet.network.NetworkListener;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.network.StarknetParameters;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.MessageStatus;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import io.crossline.vectors.conformance.FaultRun.Handled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One run of a handler on a Starknet in which things go wrong; audited from its first block. */
final class StarknetFaultRun implements NetworkListener {
  private static final long FEE_WEI = 1000;
  private static final UInt256 FEE = UInt256.of(FEE_WEI);
  private static final int MOST_PER_BLOCK = 2;

  /** Settles every two minutes, so that a short run has blocks of L2 to be taken back. */
  private static final StarknetParameters PARAMETERS =
      StarknetParameters.builder()
          .sequencer(new SequencerPolicy(3, Duration.ofMinutes(1), Duration.ofMinutes(5)))
          .settlementInterval(Duration.ofMinutes(2))
          .build();

  private static final Set<MessageStatus> UNDERWAY =
      Set.of(
          MessageStatus.SENT,
          MessageStatus.CONFIRMED,
          MessageStatus.ACCEPTED_ON_L2,
          MessageStatus.CANCELLATION_REQUESTED);

  private final StarknetHandlerFaultConformance test;
  private final long seed;
  private final StarknetNetwork net;
  private final Felt address;
  private final StarknetAuditor auditor = LayersAudit.of(PARAMETERS);
  private final List<Ran> ran = new ArrayList<>();
  private final StateTrail trail = new StateTrail();
  private int undone;

  /** A message that the handler took in a block that stands. */
  private record Ran(Handled handled, L1HandlerTransaction transaction) {
    /** Nobody but the sequencer sends transactions in such a run. */
    static Ran of(BlockInfo block, L2Receipt receipt) {
      L1HandlerTransaction transaction = receipt.handled().orElseThrow();
      String answer =
          receipt.revertReason().map(reason -> "reverted: " + reason).orElse("")
              + receipt.messagesSent()
              + receipt.events();
      String message = "message " + transaction.nonce().toUInt256();
      return new Ran(new Handled(message, block, answer), transaction);
    }
  }

  StarknetFaultRun(StarknetHandlerFaultConformance test, long seed) {
    this.test = test;
    this.seed = seed;
    net = StarknetNetwork.builder(PARAMETERS).faults(test.faults(seed)).start();
    address = net.deploy("handler", test.handler(), test::bind);
    UInt256 coins = UInt256.of(FEE_WEI * test.messages());
    net.account("sender", test.sender(), coins);
    auditor.minted(coins);
    net.automine(false);
    net.listen(new StarknetFeed(auditor));
    net.listen(this);
  }

  /** Sends the messages while things go wrong, then waits until everything has ended. */
  FaultRun run() {
    Random random = new Random(seed);
    CoreCaller core = net.core(test.sender());
    for (int sent = 0; sent < test.messages(); ) {
      for (int i = random.nextInt(MOST_PER_BLOCK + 1); i > 0 && sent < test.messages(); i--) {
        core.sendMessageToL2(address, test.function(sent), test.payload(sent), FEE).orThrow();
        sent++;
      }
      step(PARAMETERS.l1BlockTime());
    }
    net.faults().stop();
    Duration end = net.time().plus(drained());
    while (net.time().compareTo(end) < 0) {
      step(PARAMETERS.settlementInterval());
    }
    return report();
  }

  /** The longest absence, what L1 and the sequencer wait for, and some settlements. */
  private Duration drained() {
    return test.faults(seed)
        .profile()
        .longest()
        .multipliedBy(2)
        .plus(PARAMETERS.l1BlockTime().multipliedBy(StarknetNetwork.MAX_L1_REORG))
        .plus(PARAMETERS.sequencer().cooldown())
        .plus(PARAMETERS.settlementInterval().multipliedBy(4));
  }

  private void step(Duration by) {
    net.advance(by);
    trail.look(handled(ran), state());
  }

  private String state() {
    return test.observe(net.l2().storageOf(address));
  }

  private static List<Handled> handled(List<Ran> ran) {
    return ran.stream().map(Ran::handled).toList();
  }

  private FaultRun report() {
    L2Chain quiet =
        new L2Chain(PARAMETERS.chain(), new BlockInfo(UInt64.ONE, genesis()), PARAMETERS.l2Rules());
    quiet.deploy("handler", test.handler(), test::bind);
    String state = state();
    List<Handled> quietly = replay(quiet);
    List<String> open =
        net.messages().stream()
            .filter(message -> UNDERWAY.contains(message.status()))
            .map(message -> message.name() + " is " + message.status())
            .toList();
    return new FaultRun(
        seed,
        handled(ran),
        state,
        quietly,
        test.observe(quiet.storageOf(address)),
        trail.traces(),
        open,
        undone,
        net.faults().injected(),
        auditor.finish(new StarknetFinalState(net, List.of(test.sender())), true));
  }

  private static UInt64 genesis() {
    return UInt64.of(PARAMETERS.genesis().getEpochSecond());
  }

  /** Runs the messages that stand, each in the block that it was in, and nothing else. */
  private List<Handled> replay(L2Chain quiet) {
    List<Handled> all = new ArrayList<>();
    for (Ran one : ran) {
      BlockInfo block = one.handled.block();
      if (!block.equals(quiet.block())) {
        quiet.seal(block);
      }
      all.add(Ran.of(block, quiet.execute(one.transaction)).handled());
    }
    return all;
  }

  @Override
  public void l2Block(Block<L2Receipt> block, List<LeftOut> leftOut) {
    for (L2Receipt receipt : block.receipts()) {
      if (receipt.succeeded()) {
        ran.add(Ran.of(block.info(), receipt));
      }
    }
  }

  @Override
  public void takenBack(Layer layer, UInt64 last) {
    if (layer == Layer.L1) {
      return;
    }
    int before = ran.size();
    ran.removeIf(one -> one.handled.block().number().compareTo(last) > 0);
    undone += before - ran.size();
  }
}
