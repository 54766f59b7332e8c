// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.network.ToldBlock;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link NetworkListener} is told, as a value: what the outbox of a network on a store
 * holds. See {@link StarknetNetwork#outbox}.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public sealed interface NetworkEvent {
  /**
   * The block that it tells of.
   *
   * @return the block, if it says that one is finished
   */
  default Optional<ToldBlock> toldBlock() {
    if (this instanceof L1BlockFinished finished) {
      return Optional.of(new ToldBlock(Layer.L1.name(), finished.block().info().number()));
    }
    return this instanceof L2BlockFinished finished
        ? Optional.of(new ToldBlock(Layer.L2.name(), finished.block().info().number()))
        : Optional.empty();
  }

  /**
   * A block of L1 is finished.
   *
   * @param block the block
   */
  record L1BlockFinished(Block<Receipt> block) implements NetworkEvent {
    @Override
    public void tell(NetworkListener listener) {
      listener.l1Block(block);
    }
  }

  /**
   * A block of L2 is finished.
   *
   * @param block the block
   * @param leftOut the messages that the sequencer decided not to include, and why
   */
  record L2BlockFinished(Block<L2Receipt> block, List<LeftOut> leftOut) implements NetworkEvent {
    /** Copies the list. */
    public L2BlockFinished {
      leftOut = List.copyOf(leftOut);
    }

    @Override
    public void tell(NetworkListener listener) {
      listener.l2Block(block, leftOut);
    }
  }

  /**
   * The latest blocks of a layer are no longer on the chain.
   *
   * @param layer which chain
   * @param last the number of the last block that stays
   */
  record BlocksTakenBack(Layer layer, UInt64 last) implements NetworkEvent {
    @Override
    public void tell(NetworkListener listener) {
      listener.takenBack(layer, last);
    }
  }

  /**
   * Blocks of a layer cannot be taken back any more.
   *
   * @param layer which chain
   * @param last the number of the last final block
   */
  record BlocksFinalized(Layer layer, UInt64 last) implements NetworkEvent {
    @Override
    public void tell(NetworkListener listener) {
      listener.finalized(layer, last);
    }
  }

  /**
   * The operator sent a state update.
   *
   * @param output the program output that it carries
   * @param outcome what the core contract made of it
   */
  record StateUpdateSent(ProgramOutput output, Outcome<LogStateUpdate> outcome)
      implements NetworkEvent {
    @Override
    public void tell(NetworkListener listener) {
      listener.stateUpdate(output, outcome);
    }
  }

  /**
   * Tells somebody.
   *
   * @param listener who is told
   */
  void tell(NetworkListener listener);

  /**
   * The event as the outbox holds it.
   *
   * @return a record for {@link #decode}
   */
  default Bytes encode() {
    return NetworkEventCodec.EVENT.encode(this);
  }

  /**
   * Reads an event of the outbox.
   *
   * @param event what the outbox holds
   * @return the event; its block, if it has one, cannot be undone
   * @throws MalformedInputException if it is no such event
   */
  static NetworkEvent decode(Bytes event) {
    return NetworkEventCodec.EVENT.decode(event);
  }
}
