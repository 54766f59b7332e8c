// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

/** A block does not fit what a {@link MessageTracker} has seen. The tracker is unchanged. */
public abstract class TrackingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Layer layer;

  TrackingException(Layer layer, String message) {
    super(layer + ": " + message);
    this.layer = layer;
  }

  /**
   * The chain that the block is of.
   *
   * @return the layer
   */
  public final Layer layer() {
    return layer;
  }
}
