// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.network.NetworkSetup;
import io.crossline.core.network.Outbox;
import io.crossline.core.network.StoredMessage;
import io.crossline.core.state.State;
import io.crossline.core.store.StoreUpgrade;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.store.StateStore;
import io.crossline.starknet.Felt;
import io.crossline.starknet.tracking.MessageId;
import io.crossline.starknet.tracking.MessageStatus;
import io.crossline.starknet.tracking.MessageTracker;
import io.crossline.starknet.tracking.Reached;
import io.crossline.starknet.tracking.StatusChange;
import io.crossline.starknet.tracking.TrackerListener;
import io.crossline.starknet.tracking.TrackerSettings;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What a store says of a network without opening it: for who looks at a store.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class StoredNetwork {
  private static final TrackerListener NOBODY =
      new TrackerListener() {
        @Override
        public void changed(StatusChange change) {}

        @Override
        public void retracted(StatusChange change) {}
      };

  private StoredNetwork() {}

  /**
   * Whether a store holds a Starknet network, in whatever format.
   *
   * @param store the store, which is only read
   * @return true if it does
   */
  public static boolean isIn(StateStore store) {
    return SetupTexts.isIn(store);
  }

  /**
   * How a store of format 1 that holds a Starknet network becomes one of today.
   *
   * @return the rules, to be given to {@link StoreUpgrade#run}
   */
  public static List<StoreUpgrade.Rule> upgradeRules() {
    return StarknetUpgrade.rules();
  }

  /**
   * Counts the messages of the network that a store holds, in both directions. Costs the reading of
   * all of them.
   *
   * @param store the store, which is only read
   * @return how many there are with each status; empty if the store holds no such network
   * @throws MalformedInputException if a row is not what a network wrote
   */
  public static Map<MessageStatus, Long> messagesByStatus(StateStore store) {
    Map<MessageStatus, Long> counts = new EnumMap<>(MessageStatus.class);
    paths(store, (id, path) -> counts.merge(last(path).status(), 1L, Long::sum));
    return counts;
  }

  /**
   * Reads the messages of the network that a store holds, in both directions.
   *
   * @param store the store, which is only read
   * @param reader is given each message
   * @throws MalformedInputException if a row is not what a network wrote
   */
  public static void messages(StateStore store, Consumer<StoredMessage> reader) {
    paths(
        store,
        (id, path) ->
            reader.accept(
                new StoredMessage(
                    "starknet",
                    id.direction() + (id.copy() == 0 ? "" : " copy " + id.copy()),
                    id.hash(),
                    last(path).status(),
                    last(path).toString())));
  }

  private static Reached last(List<Reached> path) {
    return path.get(path.size() - 1);
  }

  private static void paths(StateStore store, BiConsumer<MessageId, List<Reached>> reader) {
    State state = new State(store, "network");
    NetworkSetup setup = new NetworkSetup(state);
    if (!setup.get(SetupTexts.CONFIRMATIONS).isEmpty()) {
      MessageTracker tracker =
          new MessageTracker(settings(setup), NOBODY, state, message -> Felt.ZERO);
      new TrackerFeed(tracker).catchUp(new Outbox(store));
      tracker.paths(reader::accept);
    }
  }

  private static TrackerSettings settings(NetworkSetup setup) {
    try {
      return TrackerSettings.of(EthAddress.parse(setup.get(SetupTexts.CORE)))
          .withConfirmations(Integer.parseInt(setup.get(SetupTexts.CONFIRMATIONS)))
          .withCancellationDelay(Duration.parse(setup.get(SetupTexts.CANCELLATION_DELAY)))
          .withUndoableBlocks(StarknetNetwork.MAX_L1_REORG, Integer.MAX_VALUE);
    } catch (DateTimeParseException | NumberFormatException e) {
      throw new MalformedInputException("the setup of the network: " + e.getMessage());
    }
  }
}
