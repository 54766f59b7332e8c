// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package com.example.crossline;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.spi.MessageHandlerProvider;
import io.crossline.starknet.l2.Roles;
import io.crossline.vectors.conformance.MessageHandlerProviderConformance;

/** The provider keeps the rules of providers. */
class ExampleProviderTest extends MessageHandlerProviderConformance {
  @Override
  protected MessageHandlerProvider provider() {
    return new ExampleProvider();
  }

  @Override
  protected void bind(Roles roles) {
    roles.bind("etherBridge", EthAddress.parse("0x00000000000000000000000000000000000000b1"));
  }
}
