// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.network.NetworkSetup;
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

  private SetupTexts() {}

  /** Whether a store holds a Starknet network. */
  static boolean isIn(StateStore store) {
    return new NetworkSetup(new State(store, "network")).get("system").equals("starknet");
  }

  /** The parameters as texts, by their names. */
  static Map<String, String> of(StarknetParameters parameters) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("system", "starknet");
    texts.put("chain", parameters.chain().toString());
    texts.put("rules", parameters.rules().toString());
    texts.put(CORE, parameters.core().toString());
    texts.put("firstNonce", parameters.firstNonce().toString());
    texts.put(CANCELLATION_DELAY, parameters.messageCancellationDelay().toString());
    texts.put("l2Rules", parameters.l2Rules().toString());
    texts.put("genesis", parameters.genesis().toString());
    texts.put("l1BlockTime", parameters.l1BlockTime().toString());
    texts.put("l2BlockTime", parameters.l2BlockTime().toString());
    texts.put("sequencer", parameters.sequencer().toString());
    texts.put(CONFIRMATIONS, Integer.toString(parameters.sequencer().confirmations()));
    texts.put("settlementInterval", parameters.settlementInterval().toString());
    texts.put("operator", parameters.operator().toString());
    texts.put("feeCollector", parameters.feeCollector().toString());
    return texts;
  }
}
