// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.l1.CoreCaller;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.network.NetworkListener;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The users of a simulated Starknet: they send messages of all sorts from L1, take what comes back,
 * and cancel what failed or what they regret. On a network that goes on in its store they go on
 * too, with what they still have to see to.
 */
final class StarknetTraffic implements NetworkListener {
  private static final int SENDERS = 8;
  private static final int REPAIRS_PER_BLOCK = 200;
  private static final UInt256 COINS = UInt256.parse("0xffffffffffffffffffff");
  private static final Selector DEPOSIT = Selector.ofName("deposit");
  private static final Selector FAIL = Selector.ofName("fail");
  private static final Felt NOWHERE = Felt.of(0xdead);

  private final StarknetNetwork network;
  private final Random random;
  private final boolean orderly;
  private final List<EthAddress> senders = new ArrayList<>();
  private final List<CoreCaller> callers = new ArrayList<>();
  private final Felt vault;

  private final Deque<L2ToL1Message> arrived = new ArrayDeque<>();
  private final Deque<L1ToL2Message> failed = new ArrayDeque<>();
  private final Deque<L1ToL2Message> requested = new ArrayDeque<>();
  private long sent;

  StarknetTraffic(StarknetNetwork network, SimulationSettings settings) {
    this.network = network;
    // One that goes on does something else than in the beginning.
    this.random = new Random(settings.seed() ^ network.time().toMillis());
    this.orderly = settings.isOrderly();
    for (int i = 0; i < SENDERS; i++) {
      EthAddress sender = EthAddress.of(Felt.of(0xa11ce000L + i));
      // On one that goes on they have them, unless its process ended before they were given.
      if (network.l1().balance(sender).isZero()) {
        network.account("user" + i, sender, COINS);
      }
      senders.add(sender);
      callers.add(network.core(sender));
    }
    vault = network.deploy("vault", new SimulatedVault(), roles -> {});
    network.automine(false);
    if (network.isReopened()) {
      StarknetUnfinished unfinished = new StarknetUnfinished(network);
      sent = unfinished.sent();
      arrived.addAll(unfinished.arrived());
      failed.addAll(unfinished.failed());
      requested.addAll(unfinished.requested());
    }
    network.listen(this);
  }

  List<EthAddress> senders() {
    return senders;
  }

  UInt256 coins() {
    return Stream.generate(() -> COINS).limit(SENDERS).reduce(UInt256.ZERO, UInt256::plus);
  }

  long sent() {
    return sent;
  }

  /** What users do during one block of L1: they send so many messages, and see to the old ones. */
  void block(long messages) {
    for (long i = 0; i < messages; i++) {
      send();
    }
    consume();
    repair();
  }

  /** What users do in the end: they ask to cancel what failed. Some never do. */
  void requestCancellations() {
    for (L1ToL2Message message = failed.poll(); message != null; message = failed.poll()) {
      if (random.nextInt(4) != 0) {
        request(message);
      }
    }
    requested.stream()
        .filter(message -> network.core().l1ToL2MessageCancellations(message.hash()).isZero())
        .forEach(message -> caller(message).startL1ToL2MessageCancellation(message));
    network.advance(network.parameters().l1BlockTime());
  }

  /** What users do in the end: they cancel what they asked to cancel. */
  void cancelAll() {
    List<L1ToL2Message> all = List.copyOf(requested);
    requested.clear();
    all.forEach(this::cancel);
    network.advance(network.parameters().l1BlockTime());
  }

  /** Whether somebody still wants to cancel something that can be cancelled. */
  boolean wantsToCancel() {
    return !requested.isEmpty();
  }

  private void send() {
    int who = random.nextInt(SENDERS);
    // Orderly users send nothing that fails, and regret nothing.
    int dice = orderly ? 115 + random.nextInt(855) : random.nextInt(1000);
    UInt256 fee = UInt256.of(1 + random.nextInt(1000));
    Word account = Felt.of(random.nextInt(50));
    Word amount = UInt256.of(random.nextInt(10));
    if (dice < 100) {
      send(who, vault, FAIL, Payload.cairo(account, (UInt256) amount), fee);
    } else if (dice < 110) {
      send(who, NOWHERE, DEPOSIT, Payload.cairo(account), fee);
    } else if (dice < 115) {
      // A word that is no felt: L1 takes it, L2 never will.
      send(who, vault, DEPOSIT, Payload.of(Felt.PRIME), fee).ifPresent(failed::add);
    } else {
      int answers = dice < 400 ? 1 : dice < 450 ? 2 : 0;
      send(who, vault, DEPOSIT, Payload.cairo(account, (UInt256) amount, Felt.of(answers)), fee)
          // Some regret it at once.
          .filter(message -> dice >= 970)
          .ifPresent(this::request);
    }
  }

  private Optional<L1ToL2Message> send(
      int who, Felt to, Word selector, Payload payload, UInt256 fee) {
    sent++;
    return callers
        .get(who)
        .sendMessageToL2(to, selector, payload, fee)
        .fold((result, logs) -> Optional.of(result.message()), revert -> Optional.empty());
  }

  private void consume() {
    for (int i = 0; i < REPAIRS_PER_BLOCK && !arrived.isEmpty(); i++) {
      L2ToL1Message message = arrived.remove();
      // Some leave it there.
      if (random.nextInt(10) != 0) {
        network
            .core(message.to().toEthAddress())
            .consumeMessageFromL2(message.from(), message.payloadWords());
      }
    }
  }

  private void repair() {
    for (int i = 0; i < REPAIRS_PER_BLOCK && !failed.isEmpty(); i++) {
      L1ToL2Message message = failed.remove();
      if (random.nextInt(3) == 0) {
        request(message);
      } else {
        requested.add(message);
      }
    }
    if (!requested.isEmpty() && random.nextInt(5) == 0) {
      // Far too early, or never asked for: refused.
      cancel(requested.remove());
    }
  }

  private void request(L1ToL2Message message) {
    caller(message).startL1ToL2MessageCancellation(message);
    requested.add(message);
  }

  /** Cancels a message. If that is refused because a request was lost or is young, it is made. */
  private void cancel(L1ToL2Message message) {
    Bytes32 hash = message.hash();
    boolean done = caller(message).cancelL1ToL2Message(message).isAccepted();
    if (!done && !network.core().l1ToL2Messages(hash).isZero()) {
      if (network.core().l1ToL2MessageCancellations(hash).isZero()) {
        caller(message).startL1ToL2MessageCancellation(message);
      }
      requested.add(message);
    }
  }

  private CoreCaller caller(L1ToL2Message message) {
    return callers.get(senders.indexOf(message.from()));
  }

  @Override
  public void l1Block(Block<Receipt> block) {
    if (!block.receipts().isEmpty()) {
      for (CoreEvent event : CoreEvents.decodeAll(network.parameters().core(), block.logs())) {
        if (event instanceof LogMessageToL1 log) {
          arrived.add(log.message());
        }
      }
    }
  }

  @Override
  public void l2Block(Block<L2Receipt> block, List<LeftOut> leftOut) {
    block.receipts().stream()
        .filter(receipt -> !receipt.succeeded())
        .flatMap(receipt -> receipt.handled().stream())
        .forEach(handled -> failed.add(handled.message()));
  }
}
