// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package com.example.crossline;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.messaging.UInt256;
import io.crossline.testkit.CrosslineTest;
import io.crossline.testkit.Subnets;
import org.junit.jupiter.api.Test;

/** Two counters, two subnets apart. */
@CrosslineTest
class SharedCounterTest {
  @Test
  void oneCountsForTheOther(@Subnets({"games", "games/chess"}) IpcNetwork net) {
    Deployed<SharedCounter> here = net.root().deploy("here", new SharedCounter());
    Deployed<SharedCounter> there = net.at("games/chess").deploy("there", new SharedCounter());

    IpcEnvelope call = here.transact(counter -> counter.addThere(there.address(), 3)).orThrow();
    assertThat(net.await(call).asUInt256()).isEqualTo(UInt256.of(3));
    assertThat(here.transact(counter -> counter.answer.get()).orThrow()).isEqualTo(UInt256.of(3));
    assertThat(there.transact(counter -> counter.count.get()).orThrow()).isEqualTo(UInt256.of(3));
  }
}
