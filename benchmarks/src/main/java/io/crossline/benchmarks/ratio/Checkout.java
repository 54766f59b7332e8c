// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/**
 * The checkout that has the launcher.
 *
 * @param root its folder
 */
record Checkout(Path root) {
  /** Looks in the folders above the jar or folder that this class comes from. */
  static Optional<Checkout> aboveThisProgram() {
    CodeSource source = Checkout.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      Path folder = Path.of(source.getLocation().toURI()).toAbsolutePath();
      while (folder != null) {
        Checkout checkout = new Checkout(folder);
        if (checkout.isOne()) {
          return Optional.of(checkout);
        }
        folder = folder.getParent();
      }
      return Optional.empty();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isOne() {
    return Files.isRegularFile(launcher()) && Files.isRegularFile(root.resolve("pom.xml"));
  }

  Path launcher() {
    return root.resolve("crossline");
  }

  boolean isBuilt() {
    return Files.isRegularFile(root.resolve(Path.of("cli", "target", "app", "current")));
  }
}
