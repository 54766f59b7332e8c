// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb.crash;

import io.crossline.core.chain.Chain;
import io.crossline.ethereum.Erc20Token;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.sdk.IpcExchange;
import io.crossline.messaging.Bytes;
import io.crossline.simulation.Simulation;
import io.crossline.starknet.l1.StarknetCore;
import io.crossline.store.rocksdb.RocksDbStore;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.rocksdb.RocksDB;
import org.slf4j.LoggerFactory;
import org.slf4j.nop.NOPServiceProvider;

/** What the killed program runs on, however the tests were started. */
final class ClassPath {
  private ClassPath() {}

  /** Whoever runs the tests may hide the class path behind one jar, so classes are asked. */
  static String joined() {
    Set<String> parts = new LinkedHashSet<>();
    for (Class<?> one :
        List.of(
            KilledSimulation.class,
            RocksDbStore.class,
            Simulation.class,
            IpcExchange.class,
            Gateway.class,
            StarknetCore.class,
            Chain.class,
            Erc20Token.class,
            Bytes.class,
            RocksDB.class,
            LoggerFactory.class,
            NOPServiceProvider.class,
            NullMarked.class)) {
      try {
        parts.add(
            Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(one + " comes from a place that is no file", e);
      }
    }
    return parts.stream().collect(Collectors.joining(File.pathSeparator));
  }
}
