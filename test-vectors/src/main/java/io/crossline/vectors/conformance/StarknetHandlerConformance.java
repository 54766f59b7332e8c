// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.core.chain.Block;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.l2.Roles;
import io.crossline.starknet.network.NetworkListener;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a handler on Starknet's L2. Extend it in a test:
 *
 * <pre>{@code
 * class TokenBridgeTest extends StarknetHandlerConformance {
 *   protected Object handler() { return new TokenBridge(); }
 *   protected void bind(Roles roles) { roles.bind("l1Bridge", sender()); }
 *   protected String function() { return "deposit"; }
 *   protected Payload payload() { return Payload.cairo(ALICE, UInt256.of(5)); }
 *   protected String observe(Storage storage) { return balances(storage).get(ALICE).toString(); }
 * }
 * }</pre>
 *
 * <p>Not thread-safe: JUnit makes one for each test.
 */
public abstract class StarknetHandlerConformance extends MessageHandlerConformance {
  private static final EthAddress SENDER = EthAddress.truncate(UInt256.of(0x5e4de4));
  private static final EthAddress STRANGER = EthAddress.truncate(UInt256.of(0x57a46e4));
  private static final UInt256 FEE = UInt256.of(30_000);
  private static final Duration LIMIT = Duration.ofHours(1);

  /** For subclasses. */
  protected StarknetHandlerConformance() {}

  /**
   * Makes the handler.
   *
   * @return a new one
   */
  protected abstract Object handler();

  /**
   * The handler method that is called.
   *
   * @return its name
   */
  protected abstract String function();

  /**
   * A payload that it takes.
   *
   * @return the payload
   */
  protected abstract Payload payload();

  /**
   * A payload that does not decode: the good one without its last word, unless overridden.
   *
   * @return the payload
   */
  protected Payload malformed() {
    return payload().isEmpty() ? Payload.of(Felt.ONE) : payload().slice(0, payload().size() - 1);
  }

  /**
   * What the handler keeps, as text.
   *
   * @param storage its storage
   * @return all that a message may change
   */
  protected abstract String observe(Storage storage);

  /**
   * Binds the roles that the handler names, one of them to {@link #sender}.
   *
   * @param roles takes the bindings
   */
  protected void bind(Roles roles) {}

  /**
   * Who sends the good message.
   *
   * @return the address
   */
  protected EthAddress sender() {
    return SENDER;
  }

  @Override
  protected boolean knowsStrangers() {
    return true;
  }

  /** Notes the receipts of a network. */
  private static final class Receipts implements NetworkListener {
    private final List<L2Receipt> all = new ArrayList<>();
    private boolean leftOut;

    @Override
    public void l2Block(Block<L2Receipt> block, List<LeftOut> out) {
      all.addAll(block.receipts());
      leftOut |= !out.isEmpty();
    }
  }

  @Override
  final Ending deliver(Sample sample) {
    try (StarknetNetwork net = StarknetNetwork.create()) {
      Receipts receipts = new Receipts();
      net.listen(receipts);
      Felt address = net.deploy("handler", handler(), this::bind);
      EthAddress from = sample == Sample.FROM_A_STRANGER ? STRANGER : sender();
      net.account("from", from, FEE);
      Payload payload = sample == Sample.MALFORMED ? malformed() : payload();
      net.core(from).sendMessageToL2(address, function(), payload, FEE).orThrow();
      net.runUntil(() -> !receipts.all.isEmpty() || receipts.leftOut, LIMIT);
      String state = observe(net.l2().storageOf(address));
      if (receipts.all.isEmpty()) {
        return new Ending(false, "no transaction within " + LIMIT, state);
      }
      L2Receipt receipt = receipts.all.get(0);
      String answer =
          receipt.revertReason().map(reason -> "reverted: " + reason).orElse("")
              + receipt.messagesSent()
              + receipt.events();
      return new Ending(receipt.succeeded(), answer, state);
    }
  }

  @Override
  final String untouched() {
    try (StarknetNetwork net = StarknetNetwork.create()) {
      Felt address = net.deploy("handler", handler(), this::bind);
      return observe(net.l2().storageOf(address));
    }
  }
}
