// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

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
}
