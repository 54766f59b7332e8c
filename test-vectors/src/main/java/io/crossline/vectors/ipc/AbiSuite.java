// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.vectors.suite.Suite;
import java.util.Map;

/**
 * {@code ipc.abi}: calldata, return data, reverts and logs of the gateway and of contracts that it
 * calls, each in both directions.
 *
 * <p>What is compared: signatures and declared outputs with IPC's own declarations, selectors and
 * topics with their hashes, calldata and {@code decoded}, {@code returnData} and {@code returns},
 * topics, data and arguments with one another. What a case does not determine is input: which child
 * called ({@code child}), what a contract of the test answered (its {@code returnData} must be
 * canonical, its {@code revertData} is free), and the arguments of errors as far as they depend on
 * the state.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class AbiSuite {
  /** The suite. */
  public static final Suite SUITE =
      Suite.of(
          "ipc.abi",
          "kind",
          Map.of(
              "calldata", AbiCalldata::run,
              "view", AbiView::run,
              "log", AbiLog::run,
              "selector", AbiSignatures::selector,
              "topic", AbiSignatures::topic));

  private AbiSuite() {}
}
