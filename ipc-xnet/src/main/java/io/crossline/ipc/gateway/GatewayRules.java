// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import java.util.Optional;

/**
 * What a version of the protocol decides.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the version, as people name it
 * @param maxReturnBytes how much of a receiver's return or revert data a gateway looks at ({@code
 *     AssetHelper.functionCallWithValue}, trap 3)
 * @param routes which destinations are allowed
 */
public record GatewayRules(String name, int maxReturnBytes, RouteRule routes) {
  /** Upstream's contracts at commit {@code ce27bc4a}. */
  public static final GatewayRules CE27BC4A = new GatewayRules("ce27bc4a", 128, RouteRule.ANY);

  /**
   * Which destinations a version of the protocol lets a message have, beyond what the tree of
   * subnets says.
   *
   * <p>Implementations are immutable and thread-safe.
   */
  @FunctionalInterface
  public interface RouteRule {
    /** Everything that is registered can be reached, over any number of hops. */
    RouteRule ANY = (here, envelope) -> Optional.empty();

    /**
     * Asked at every gateway that a message is sent or passes through, once it is known where it
     * would go next.
     *
     * @param here the network whose gateway asks
     * @param envelope the message
     * @return why it may not go there; nothing if it may
     */
    Optional<InvalidXnetMessageReason> refuse(SubnetId here, IpcEnvelope envelope);
  }
}
