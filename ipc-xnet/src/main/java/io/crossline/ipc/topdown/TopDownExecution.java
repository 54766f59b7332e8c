// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.topdown;

import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Operation;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.GatewayOperation;
import io.crossline.ipc.gateway.SystemActors;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;

/**
 * What the node of a subnet does when the parent got further: commits the finality, mints the sum
 * of the messages' values to the gateway, and applies the messages, also if there are none, because
 * that propagates the postbox. It is one transaction of the system actor, all or nothing: if
 * applying reverts, nothing is committed and the range comes again.
 *
 * <p>Not thread-safe: one thread uses a chain at a time.
 */
public final class TopDownExecution {
  private final Chain chain;
  private final Gateway gateway;
  private final ParentView parent;
  private final EthAddress parentGateway;
  private final UInt64 genesisEpoch;

  /**
   * Ties a subnet to its parent.
   *
   * @param chain the subnet's chain
   * @param gateway the subnet's gateway
   * @param parent the parent's chain
   * @param parentGateway the parent's gateway
   * @param genesisEpoch the parent's block in which the subnet registered: where the first range
   *     begins
   */
  public TopDownExecution(
      Chain chain,
      Gateway gateway,
      ParentView parent,
      EthAddress parentGateway,
      UInt64 genesisEpoch) {
    this.chain = chain;
    this.gateway = gateway;
    this.parent = parent;
    this.parentGateway = parentGateway;
    this.genesisEpoch = genesisEpoch;
  }

  /**
   * Takes in the parent's messages up to a new finality.
   *
   * @param finality up to where the parent is final now
   * @return what became of each message, or why nothing was applied
   * @throws NonSequentialNonceException if the parent's logs have gaps
   */
  public Outcome<List<Delivery>> run(ParentFinality finality) {
    List<IpcEnvelope> messages =
        TopDownMessages.fetch(
            parent,
            parentGateway,
            gateway.network().actor(),
            firstOfRange(),
            UInt64.of(finality.height()));
    UInt256 total = UInt256.ZERO;
    for (IpcEnvelope message : messages) {
      total = total.plus(message.value());
    }
    UInt256 minted = total;
    return chain.execute(
        SystemActors.SYSTEM_ACTOR,
        gateway.address(),
        UInt256.ZERO,
        Operation.calling(
            () -> calldata(finality, messages), frame -> apply(frame, finality, minted, messages)));
  }

  /** That of the two messages of the node which this is in one: first the finality, then these. */
  private static Bytes calldata(ParentFinality finality, List<IpcEnvelope> messages) {
    return Bytes.concat(
        GatewayOperation.commitParentFinality(finality).calldata(),
        GatewayOperation.applyCrossMessages(messages).calldata());
  }

  private UInt64 firstOfRange() {
    UInt256 last = gateway.view().getLatestParentFinality().height();
    return last.isZero() ? genesisEpoch : UInt64.of(last).plus(UInt64.ONE);
  }

  private List<Delivery> apply(
      Frame frame, ParentFinality finality, UInt256 minted, List<IpcEnvelope> messages) {
    gateway.run(frame, GatewayOperation.commitParentFinality(finality));
    chain.mint(gateway.address(), minted);
    return gateway.run(frame, GatewayOperation.applyCrossMessages(messages));
  }
}
