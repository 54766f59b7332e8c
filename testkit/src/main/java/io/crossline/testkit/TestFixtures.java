// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import io.crossline.core.trace.Timeline;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcNetworkBuilder;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.network.StarknetParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What one test was given. JUnit closes it behind the test. */
final class TestFixtures implements AutoCloseable {
  private static final long ROOT_ID = 314;

  private final TestSettings settings;
  private final Random random;
  private final Map<List<String>, IpcNetwork> ipc = new LinkedHashMap<>();
  private final Map<String, Timeline> timelines = new LinkedHashMap<>();
  private @Nullable StarknetNetwork starknet;

  TestFixtures(TestSettings settings) {
    this.settings = settings;
    this.random = new Random(settings.seed());
  }

  TestSettings settings() {
    return settings;
  }

  Random random() {
    return random;
  }

  StarknetNetwork starknet() {
    StarknetNetwork network = starknet;
    if (network == null) {
      network = StarknetNetwork.builder(StarknetParameters.DEFAULT).faults(settings.plan()).start();
      timelines.put("Starknet", network.timeline());
      starknet = network;
    }
    return network;
  }

  IpcNetwork ipc(List<String> subnets) {
    return ipc.computeIfAbsent(subnets, this::startIpc);
  }

  private IpcNetwork startIpc(List<String> subnets) {
    IpcNetworkBuilder builder = IpcNetwork.root(ROOT_ID).faults(settings.plan());
    subnets.forEach(builder::subnet);
    IpcNetwork network = builder.start();
    String below = subnets.isEmpty() ? "" : " with " + String.join(", ", subnets);
    timelines.put("IPC" + below, network.timeline());
    return network;
  }

  /** The timelines of the networks, by what the networks are called, in the order of their use. */
  Map<String, Timeline> timelines() {
    return timelines;
  }

  @Override
  public void close() {
    ipc.values().forEach(IpcNetwork::close);
    if (starknet != null) {
      starknet.close();
    }
  }
}
