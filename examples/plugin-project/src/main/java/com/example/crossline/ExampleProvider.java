// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package com.example.crossline;

import io.crossline.messaging.UInt256;
import io.crossline.messaging.spi.HandlerType;
import io.crossline.messaging.spi.MessageHandlerProvider;
import io.crossline.messaging.spi.PluginConfig;
import java.util.List;

/**
 * What this plugin brings. {@code com.example.bridge.properties} may set {@code maxDeposit}, in
 * wei.
 */
public final class ExampleProvider implements MessageHandlerProvider {
  private static final UInt256 TEN_ETHER = UInt256.parse("10000000000000000000");

  private UInt256 maxDeposit = TEN_ETHER;

  @Override
  public String id() {
    return "com.example.bridge";
  }

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void start(PluginConfig config) {
    maxDeposit = config.number("maxDeposit").orElse(TEN_ETHER);
  }

  @Override
  public List<HandlerType> handlerTypes() {
    return List.of(
        new HandlerType(HandlerType.STARKNET_L1, "etherBridge", () -> new EtherBridge(maxDeposit)),
        new HandlerType(HandlerType.STARKNET_L2, "etherLedger", EtherLedger::new),
        new HandlerType(HandlerType.IPC, "sharedCounter", SharedCounter::new));
  }
}
