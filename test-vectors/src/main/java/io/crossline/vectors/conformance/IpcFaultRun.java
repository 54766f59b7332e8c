// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetworkListener;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.TreeAudit;
import io.crossline.simulation.TreeFinalState;
import io.crossline.simulation.audit.ipc.IpcAuditor;
import io.crossline.vectors.conformance.FaultRun.Handled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One run of a contract in a tree in which things go wrong; audited from its first block. */
final class IpcFaultRun implements IpcNetworkListener {
  private static final Duration STEP = Duration.ofSeconds(2);
  private static final Duration LONG_STEP = Duration.ofSeconds(20);
  private static final int MOST_PER_STEP = 2;
  private static final Set<MessageStatus> ENDED =
      Set.of(MessageStatus.ANSWERED, MessageStatus.LOST);

  private final IpcHandlerFaultConformance test;
  private final long seed;
  private final CalledTree tree;
  private final IpcAuditor auditor;
  private final List<Arrived> arrived = new ArrayList<>();
  private final StateTrail trail = new StateTrail();
  private int undone;

  /** A message that came to the contract's network, in a block that stands. */
  private record Arrived(Handled handled, Delivery delivery) {
    static Arrived of(BlockInfo block, Delivery delivery) {
      String message = delivery.message().kind() + " " + delivery.message().hash();
      String answer = delivery.fate() + " " + delivery.ret();
      return new Arrived(new Handled(message, block, answer), delivery);
    }

    boolean wasTaken() {
      return delivery.fate() == Delivery.Fate.EXECUTED;
    }

    BlockInfo block() {
      return handled.block();
    }
  }

  IpcFaultRun(IpcHandlerFaultConformance test, long seed) {
    this.test = test;
    this.seed = seed;
    tree = new CalledTree(test, true, seed);
    auditor = auditor();
    tree.net.listen(this);
  }

  private TreeFinalState finalState() {
    return new TreeFinalState(
        tree.net,
        subnet -> {
          Set<EthAddress> owners = tree.owners();
          owners.addAll(test.payees());
          return owners;
        });
  }

  private IpcAuditor auditor() {
    IpcAuditor fresh = TreeAudit.of(tree.net, finalState(), tree.callers);
    fresh.reportsHandling(tree.called.subnet().id(), tree.called.ethAddress(), false);
    return fresh;
  }

  /** Sends the calls while things go wrong, then waits until everything has ended. */
  FaultRun run() {
    Random random = new Random(seed);
    for (int sent = 0; sent < test.messages(); ) {
      for (int i = random.nextInt(MOST_PER_STEP + 1); i > 0 && sent < test.messages(); i--) {
        send(tree.callers.get(random.nextInt(tree.callers.size())), sent);
        sent++;
      }
      step(STEP);
    }
    tree.net.faults().stop();
    Duration longest = test.faults(seed).profile().longest();
    Duration end = tree.net.time().plus(CalledTree.drained(longest));
    while (tree.net.time().compareTo(end) < 0) {
      step(LONG_STEP);
    }
    return report();
  }

  private void send(Deployed<Reporting> caller, int number) {
    IpcAddress to = tree.called.address();
    caller
        .transact((inner, context) -> context.send(to, test.call(number), test.value()))
        .orThrow();
  }

  private void step(Duration by) {
    tree.net.advance(by);
    trail.look(taken(arrived), state(tree));
  }

  private String state(CalledTree at) {
    return at.called.transact((inner, context) -> test.observe(context.storage())).orThrow();
  }

  private static List<Handled> taken(List<Arrived> arrived) {
    return arrived.stream().filter(Arrived::wasTaken).map(Arrived::handled).toList();
  }

  private FaultRun report() {
    String state = state(tree);
    QuietHome quiet = quietHome();
    List<Handled> quietly = replay(quiet);
    List<String> open =
        tree.net.messages().stream()
            .filter(message -> message.envelope().kind() == EnvelopeKind.CALL)
            .filter(message -> tree.isCaller(message.envelope().from()))
            .filter(message -> !ENDED.contains(message.status()))
            .map(message -> message.name() + " is " + message.status())
            .toList();
    return new FaultRun(
        seed,
        taken(arrived),
        state,
        quietly,
        quiet.ask((inner, context) -> test.observe(context.storage())),
        trail.traces(),
        open,
        undone,
        tree.net.faults().injected(),
        auditor.finish(finalState(), true));
  }

  /**
   * Gives the messages to the gateway, each in the block that it was in, and nothing else. Those
   * that the contract did not take it is not shown: it fails before.
   */
  private List<Handled> replay(QuietHome quiet) {
    List<Handled> all = new ArrayList<>();
    for (Arrived one : arrived) {
      boolean fails = one.delivery.fate() == Delivery.Fate.FAILED;
      Delivery again = quiet.deliver(one.block(), one.delivery.message(), fails);
      if (one.wasTaken()) {
        all.add(Arrived.of(one.block(), again).handled());
      }
    }
    return all;
  }

  private QuietHome quietHome() {
    CalledTree fresh = new CalledTree(test, false, seed);
    QuietHome home = new QuietHome(fresh, test);
    fresh.net.close();
    return home;
  }

  @Override
  public void sealed(IpcSubnet at, Block<Receipt> block) {
    auditor.block(at.id(), block.info().number(), block.logs());
  }

  @Override
  public void delivered(IpcSubnet at, Delivery delivery) {
    if (at.equals(tree.called.subnet())) {
      arrived.add(Arrived.of(at.chain().block(), delivery));
    }
  }

  @Override
  public void takenBack(IpcSubnet at, UInt64 last) {
    auditor.takenBack(at.id(), last);
    if (at.equals(tree.called.subnet())) {
      long before = arrived.stream().filter(Arrived::wasTaken).count();
      arrived.removeIf(one -> one.block().number().compareTo(last) > 0);
      undone += (int) (before - arrived.stream().filter(Arrived::wasTaken).count());
    }
  }
}
