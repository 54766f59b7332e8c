// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.demo;

import io.crossline.messaging.spi.HandlerType;
import io.crossline.messaging.spi.MessageHandlerProvider;
import java.util.List;

/** Brings the handlers of the demo. */
public final class DemoHandlers implements MessageHandlerProvider {
  /** Creates the provider; ServiceLoader does that. */
  public DemoHandlers() {}

  @Override
  public String id() {
    return "crossline.demo";
  }

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public List<HandlerType> handlerTypes() {
    return List.of(
        new HandlerType(HandlerType.STARKNET_L2, "tokenBridge", TokenBridge::new),
        new HandlerType(HandlerType.STARKNET_L2, "pausedBridge", PausedBridge::new),
        new HandlerType(HandlerType.IPC, "counter", Counter::new),
        new HandlerType(HandlerType.IPC, "closedCounter", ClosedCounter::new),
        new HandlerType(HandlerType.IPC, "player", Player::new));
  }
}
