// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Envelope;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Selector;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.network.MessageReport;
import io.crossline.starknet.network.NetworkListener;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Watches the messages of a Starknet network: {@link L1ToL2Message}s and {@link
 * io.crossline.starknet.L2ToL1Message}s.
 *
 * <ul>
 *   <li>A message is <i>sent</i> when the block is finished in which the core contract took it (to
 *       L2) or in which the handler ran that sent it (to L1).
 *   <li>It is <i>handled</i> when its handler succeeded in a finished block of L2 (to L2), or its
 *       receiver consumed it on L1 (to L1). That a state update settles it makes no difference. If
 *       L1 loses the block in which it was sent, L2 keeps what its handler did until a state update
 *       is refused and takes L2 back; until then it stands as handled.
 *   <li>It <i>failed</i> when its handler did, or the sequencer left it out.
 * </ul>
 *
 * <p>Not thread-safe: use it as the network that it belongs to, one thread at a time.
 */
public final class StarknetSpy extends Spy<Envelope, StarknetMatch> {
  private final StarknetNetwork network;
  private final Sightings<Envelope> sightings = new Sightings<>();

  StarknetSpy(StarknetNetwork network) {
    this.network = network;
    network.listen(new Watcher());
  }

  private final class Watcher implements NetworkListener {
    @Override
    public void l1Block(Block<Receipt> block) {
      UInt64 number = block.info().number();
      for (CoreEvent event : CoreEvents.decodeAll(network.parameters().core(), block.logs())) {
        if (event instanceof LogMessageToL2 sent) {
          sightings.add(Layer.L1.name(), number, Sighting.What.SENT, sent.message());
        } else if (event instanceof ConsumedMessageToL1 consumed) {
          sightings.add(Layer.L1.name(), number, Sighting.What.HANDLED, consumed.message());
        }
      }
    }

    @Override
    public void l2Block(Block<L2Receipt> block, List<LeftOut> leftOut) {
      UInt64 number = block.info().number();
      block.receipts().stream().filter(L2Receipt::included).forEach(run -> ran(number, run));
      leftOut.forEach(message -> leftOut(number, message));
    }

    private void ran(UInt64 number, L2Receipt receipt) {
      receipt.handled().ifPresent(handled -> handled(number, handled.message(), receipt));
      receipt
          .messagesSent()
          .forEach(sent -> sightings.add(Layer.L2.name(), number, Sighting.What.SENT, sent));
    }

    private void handled(UInt64 number, L1ToL2Message message, L2Receipt receipt) {
      receipt
          .revertReason()
          .ifPresentOrElse(
              reason -> sightings.addFailure(Layer.L2.name(), number, message, reason),
              () -> sightings.add(Layer.L2.name(), number, Sighting.What.HANDLED, message));
    }

    private void leftOut(UInt64 number, LeftOut leftOut) {
      reports(leftOut.messageHash())
          .flatMap(report -> report.state().message().stream())
          .filter(L1ToL2Message.class::isInstance)
          .findFirst()
          .ifPresent(
              message -> sightings.addFailure(Layer.L2.name(), number, message, leftOut.reason()));
    }

    @Override
    public void takenBack(Layer layer, UInt64 last) {
      sightings.takenBack(layer.name(), last);
    }
  }

  private Stream<MessageReport> reports(Bytes32 hash) {
    return network.messages().stream().filter(report -> report.hash().equals(hash));
  }

  @Override
  List<Sighting<Envelope>> seen() {
    return sightings.list();
  }

  @Override
  Criteria<Envelope> criteria(UnaryOperator<StarknetMatch> which) {
    return which.apply(new StarknetMatch(network::labelOf, Criteria.none())).criteria();
  }

  @Override
  String describe(Envelope message) {
    String names =
        reports(message.hash()).map(MessageReport::name).collect(Collectors.joining("/"));
    String way =
        network.labelOf(StarknetMatch.from(message))
            + " → "
            + network.labelOf(StarknetMatch.to(message));
    String function = message instanceof L1ToL2Message toL2 ? "." + functionOf(toL2) : "";
    return (names + " " + way + function + " " + StarknetMatch.payload(message)).strip();
  }

  private String functionOf(L1ToL2Message message) {
    if (!message.to().isFelt() || !Felt.fits(message.selector())) {
      return message.selector().toHexString();
    }
    Selector selector = Selector.of(message.selector());
    Optional<String> name =
        network
            .l2()
            .contract(message.to().toFelt())
            .flatMap(contract -> contract.handlerName(selector));
    return name.orElseGet(selector::toString);
  }
}
