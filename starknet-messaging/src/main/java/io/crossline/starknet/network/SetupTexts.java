// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.network.NetworkSetup;
import io.crossline.core.reflect.RecordShape;
import io.crossline.core.state.State;
import io.crossline.messaging.store.StateStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a network is set up with, in the form in which a store keeps it. */
final class SetupTexts {
  static final String CORE = "core";
  static final String CONFIRMATIONS = "confirmations";
  static final String CANCELLATION_DELAY = "messageCancellationDelay";

  static final List<String> TABLES = List.of("network/", "outbox/", "L1/", "L2/");

  private static final RecordShape<StarknetParameters> SHAPE =
      RecordShape.of(StarknetParameters.class);

  private SetupTexts() {}

  /** Whether a store holds a Starknet network. */
  static boolean isIn(StateStore store) {
    return new NetworkSetup(new State(store, "network")).get("system").equals("starknet");
  }

  /** The parameters as texts, by the names of the components: a store keeps them under these. */
  static Map<String, String> of(StarknetParameters parameters) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("system", "starknet");
    Object[] values = SHAPE.split(parameters);
    for (int i = 0; i < values.length; i++) {
      texts.put(SHAPE.names().get(i), values[i].toString());
    }
    texts.put(CONFIRMATIONS, Integer.toString(parameters.sequencer().confirmations()));
    return texts;
  }
}
