// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.mutants;

import io.crossline.core.chain.Chain;
import io.crossline.ethereum.Erc20Token;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.sdk.IpcExchange;
import io.crossline.messaging.UInt256;
import io.crossline.simulation.Simulation;
import io.crossline.starknet.l1.StarknetCore;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** The class path that the engines stand on, however the tests were started. */
final class EnginePath {
  private static final Set<Path> PARTS = parts();

  private EnginePath() {}

  private static Set<Path> parts() {
    Set<Path> parts = new LinkedHashSet<>();
    // Whoever runs the tests may hide the class path behind one jar, so classes are asked.
    for (Class<?> one :
        List.of(
            AuditedRun.class,
            Simulation.class,
            IpcExchange.class,
            Gateway.class,
            StarknetCore.class,
            Chain.class,
            Erc20Token.class,
            UInt256.class,
            NullMarked.class)) {
      try {
        parts.add(Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI()));
      } catch (URISyntaxException e) {
        throw new IllegalStateException(one + " comes from a place that is no file", e);
      }
    }
    return parts;
  }

  /** As an option of a compiler. */
  static String joined() {
    return PARTS.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * A loader that has the engines and their auditors anew, the classes in a folder in the places of
   * their namesakes. What does not know the engines is shared.
   */
  static Loader loader(Path first) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    urls.add(first.toUri().toURL());
    for (Path part : PARTS) {
      urls.add(part.toUri().toURL());
    }
    return new Loader(urls.toArray(new URL[0]));
  }

  /** Looks by itself before it asks its parent. */
  static final class Loader extends URLClassLoader {
    private static final List<String> OWN =
        List.of("io.crossline.starknet.", "io.crossline.ipc.", "io.crossline.simulation.");

    Loader(URL[] urls) {
      super(urls, EnginePath.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known == null && OWN.stream().anyMatch(name::startsWith)) {
          known = findClass(name);
        }
        return known == null ? super.loadClass(name, resolve) : known;
      }
    }
  }
}
