// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.handler.HandlerRegistry;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.store.StateStore;
import io.crossline.starknet.cairo.CairoAbis;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A scenario that was read whole and is ready to run.
 *
 * <p>Not thread-safe: a scenario is run by one thread.
 */
public interface Scenario {
  /** The format that this version reads: {@value}. */
  String FORMAT = "crossline-scenario/1";

  /**
   * Its name.
   *
   * @return the name that the file gives it
   */
  String name();

  /**
   * What it runs on, in words.
   *
   * @return such as {@code rules v0.13.4}
   */
  String setting();

  /**
   * The chains that lines of its timeline are of.
   *
   * @return their names
   */
  List<String> chains();

  /**
   * Tells messages in the words of ABIs from now on.
   *
   * @param abis ABIs of contracts on L2 of Starknet
   * @return this scenario; one of another system takes no notice
   */
  default Scenario toldBy(CairoAbis abis) {
    return this;
  }

  /**
   * Runs it from the beginning.
   *
   * @param handlers where its contracts' handlers come from
   * @param until where virtual time ends at the latest; empty for the end of the last step
   * @param lines takes each line of the timeline as it is written
   * @return how it ended
   * @throws ScenarioFailedException if an expectation differs or a status is not reached
   * @throws io.crossline.core.handler.HandlerException if a handler that it needs cannot be used
   */
  default ScenarioEnd run(
      HandlerRegistry handlers, Optional<Duration> until, Consumer<TimelineEntry> lines) {
    return run(handlers, Optional.empty(), until, lines, Optional.empty());
  }

  /**
   * Runs it on a network that a store keeps. If there is one already, from an earlier run, all
   * steps run on it as it is: its clock goes on, and accounts are given their coins once more.
   *
   * @param handlers where its contracts' handlers come from
   * @param store where the network is kept; nothing for one that ends with the run
   * @param until where virtual time ends at the latest; empty for the end of the last step
   * @param lines takes each line of the timeline as it is written
   * @param recorder is shown the finished blocks, if one is to be
   * @return how it ended
   * @throws ScenarioFailedException if an expectation differs or a status is not reached
   * @throws io.crossline.core.handler.HandlerException if a handler that it needs cannot be used
   * @throws io.crossline.messaging.store.StoreException if the store fails
   */
  ScenarioEnd run(
      HandlerRegistry handlers,
      Optional<StateStore> store,
      Optional<Duration> until,
      Consumer<TimelineEntry> lines,
      Optional<ChainRecorder> recorder);
}
