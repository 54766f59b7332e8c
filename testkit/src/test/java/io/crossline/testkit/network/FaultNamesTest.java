// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.store.HeapStore;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcHops;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.messaging.Bytes;
import io.crossline.starknet.Felt;
import io.crossline.starknet.network.StarknetHops;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.network.StarknetParameters;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fault that names what there is not is refused, and one that never struck is told. */
class FaultNamesTest {
  private static final Fault STALL = Fault.stall(Duration.ofSeconds(30));

  private static StarknetNetwork starknet(boolean durable, FaultPlan plan) {
    var builder = StarknetNetwork.builder(StarknetParameters.DEFAULT).faults(plan);
    return durable ? builder.store(new HeapStore()).start() : builder.start();
  }

  private static IpcNetwork ipc(boolean durable, FaultPlan plan) {
    var builder = IpcNetwork.root(314).subnet("games").faults(plan);
    return durable ? builder.store(new HeapStore()).start() : builder.start();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void starknet(boolean durable) {
    FaultPlan misspelt = FaultPlan.NONE.at("sequenser", Duration.ZERO, STALL);
    assertThatThrownBy(() -> starknet(durable, misspelt))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "faults: there is no hop \"sequenser\"; there is [L1, prover, reading of L1, sequencer,"
                + " state update]");
    StarknetNetwork net = starknet(durable, FaultPlan.NONE);
    assertThatThrownBy(() -> net.faults().next("sequenser", STALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no hop \"sequenser\"");
    assertThatThrownBy(() -> net.faults().at(StarknetHops.L1, Duration.ZERO, STALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("what can is [REORG]");
    Felt taker = net.deploy("taker", new EitherNetwork.Taker(), roles -> {});
    assertThatThrownBy(() -> net.faults().handler(taker, "tak").failsOnce())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no handler \"tak\"; there is [take]");
    assertThatThrownBy(() -> net.faults().handler(Felt.of(77)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no contract is deployed at 0x4d");
    net.faults().handler(taker, "take").failsOnce();
    net.faults().next(StarknetHops.SEQUENCER, STALL);
    net.faults().at(StarknetHops.PROVER, Duration.ofDays(9), STALL);
    net.advance(Duration.ofMinutes(10));
    assertThat(net.faults().unstruck())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("prover STALL") || line.startsWith("prover"))
        .anyMatch(line -> line.startsWith("handler " + taker));
    net.faults().stop();
    assertThat(net.faults().unstruck()).hasSize(2);
    net.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ipc(boolean durable) {
    FaultPlan misspelt = FaultPlan.NONE.at("relay gams", Duration.ZERO, STALL);
    assertThatThrownBy(() -> ipc(durable, misspelt))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "faults: there is no hop \"relay gams\"; there is [node games, node root, relay games,"
                + " root]");
    IpcNetwork net = ipc(durable, FaultPlan.NONE);
    assertThatThrownBy(() -> net.faults().next("nod games", STALL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> net.faults().next(IpcHops.node("games"), Fault.drop()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("what can is [CRASH, STALL, DRIFT]");
    Deployed<IpcHandler> taker =
        net.at("games").deploy("taker", (envelope, context) -> Bytes.EMPTY);
    assertThatThrownBy(() -> net.faults().handler(taker.address(), "depozit"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one handler without a name");
    IpcAddress elsewhere = IpcAddress.of(net.root().id(), taker.ethAddress());
    assertThatThrownBy(() -> net.faults().handler(elsewhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no contract is deployed at");
    net.faults().handler(taker.address()).failsAlways();
    net.faults().next(IpcHops.node("games"), STALL);
    net.advance(Duration.ofMinutes(2));
    assertThat(net.faults().unstruck()).hasSize(1).allMatch(line -> line.startsWith("handler "));
    net.close();
  }

  @Test
  void aPlanInWhichEverythingStruckHasNothingToTell() {
    StarknetNetwork net =
        starknet(false, FaultPlan.NONE.at(StarknetHops.SEQUENCER, Duration.ZERO, STALL));
    net.advance(Duration.ofMinutes(1));
    assertThat(net.faults().unstruck()).isEmpty();
  }
}
