// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of the ratios program.
 *
 * @param effort how long to measure
 * @param json whether the report is for machines
 * @param durable whether the lines about durable stores are measured, and no others
 * @param checkout the checkout to measure, if it was named
 */
record RatiosOptions(Effort effort, boolean json, boolean durable, Optional<Checkout> checkout) {
  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if one is unknown or wrong, with a message for people
   */
  static RatiosOptions parse(List<String> args) {
    Effort effort = Effort.FULL;
    boolean json = false;
    boolean durable = false;
    Optional<Checkout> checkout = Optional.empty();
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String arg = rest.next();
      switch (arg) {
        case "--quick" -> effort = Effort.QUICK;
        case "--json" -> json = true;
        case "--durable" -> durable = true;
        case "--root" -> checkout = Optional.of(root(rest));
        default ->
            throw new IllegalArgumentException(
                "found " + arg + ", must be --quick, --json, --durable, --root DIR or --help");
      }
    }
    return new RatiosOptions(effort, json, durable, checkout);
  }

  private static Checkout root(Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("--root must be followed by the folder of a checkout");
    }
    Checkout checkout = new Checkout(Path.of(rest.next()).toAbsolutePath());
    if (!checkout.isOne()) {
      throw new IllegalArgumentException(
          "--root " + checkout.root() + " is no checkout: it must have crossline and pom.xml");
    }
    return checkout;
  }
}
