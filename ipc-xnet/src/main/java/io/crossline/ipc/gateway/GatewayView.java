// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.ipc.BottomUpMsgBatch;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;

/**
 * What a gateway holds, under the names of {@code GatewayGetterFacet}. Reads the present state; not
 * thread-safe.
 */
public final class GatewayView {
  private final GatewayState state;

  GatewayView(GatewayState state) {
    this.state = state;
  }

  /**
   * The local nonce of the next message up.
   *
   * @return the nonce
   */
  public UInt64 bottomUpNonce() {
    return state.bottomUpNonce.get();
  }

  /**
   * The local nonce expected of the next message from the parent.
   *
   * @return the nonce
   */
  public UInt64 appliedTopDownNonce() {
    return state.appliedTopDownNonce.get();
  }

  /**
   * A child.
   *
   * @param id its id
   * @return what is kept of it; nothing if it is not registered
   */
  public Optional<Subnet> subnet(SubnetId id) {
    return Optional.of(state.child(id)).filter(GatewayState::registered);
  }

  /**
   * All children, in upstream's order: by registration, but the last takes the place of one that
   * was killed.
   *
   * @return the children
   */
  public List<Subnet> listSubnets() {
    return state.childActors.snapshot().stream().map(state::child).toList();
  }

  /**
   * How many children there are.
   *
   * @return the number
   */
  public int totalSubnets() {
    return state.childActors.size();
  }

  /**
   * Whether an actor may register.
   *
   * @param actor the actor
   * @return true if the owner approved it and did not take that back
   */
  public boolean isApproved(EthAddress actor) {
    return state.approved.get(actor).orElse(false);
  }

  /**
   * The keys of the messages that wait to be propagated.
   *
   * @return the hashes of the envelopes as they arrived, in storage order
   */
  public List<Bytes32> postboxMsgs() {
    return state.postboxKeys.snapshot();
  }

  /**
   * A message that waits to be propagated.
   *
   * @param key its key
   * @return the message as it arrived
   */
  public Optional<IpcEnvelope> postbox(Bytes32 key) {
    return state.postbox.get(key);
  }

  /**
   * The bottom-up messages of an epoch.
   *
   * @param epoch the height at which they are cut
   * @return the batch, {@link BottomUpMsgBatch#NONE} if there is none
   */
  public BottomUpMsgBatch bottomUpMsgBatch(UInt256 epoch) {
    List<IpcEnvelope> messages = state.batches.snapshot(epoch);
    return messages.isEmpty()
        ? BottomUpMsgBatch.NONE
        : new BottomUpMsgBatch(state.network, epoch, messages);
  }

  /**
   * How many bottom-up messages an epoch has so far, without copying them.
   *
   * @param epoch the height at which they are cut
   * @return the number
   */
  public int batchSize(UInt256 epoch) {
    return state.batches.size(epoch);
  }

  /**
   * One message of an epoch's batch.
   *
   * @param epoch the height at which they are cut
   * @param index its place, from 0 and below {@link #batchSize}
   * @return the message
   */
  public IpcEnvelope batchMessage(UInt256 epoch, int index) {
    return state.batches.get(epoch, index);
  }

  /**
   * Up to where the parent is final.
   *
   * @return what was committed last, {@link ParentFinality#NONE} if nothing was
   */
  public ParentFinality getLatestParentFinality() {
    return state.latestFinality.get();
  }

  /**
   * A finality that was committed.
   *
   * @param height its height
   * @return height and hash, {@link ParentFinality#NONE} if none was committed at that height
   */
  public ParentFinality getParentFinality(UInt256 height) {
    return state
        .finalities
        .get(height)
        .map(hash -> new ParentFinality(height, hash))
        .orElse(ParentFinality.NONE);
  }

  /**
   * The block in which {@code commitCheckpoint} was called last.
   *
   * @return its number, 0 if it never was
   */
  public UInt256 lastCheckpointHeight() {
    return state.lastCheckpointHeight.get();
  }
}
