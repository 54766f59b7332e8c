// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import io.crossline.core.abi.Signature;
import io.crossline.messaging.Bytes32;
import java.util.List;

/**
 * Topic 0 of each event of the core contract, to ask a node for its logs.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class EventTopics {
  /** LogMessageToL2 with the fee, since v0.10.0. */
  public static final Bytes32 LOG_MESSAGE_TO_L2 =
      topic("LogMessageToL2(address,uint256,uint256,uint256[],uint256,uint256)");

  /** LogMessageToL2 without a fee, before v0.10.0. */
  public static final Bytes32 LOG_MESSAGE_TO_L2_WITHOUT_FEE =
      topic("LogMessageToL2(address,uint256,uint256,uint256[],uint256)");

  /** LogMessageToL2 without a nonce, before v0.7. */
  public static final Bytes32 LOG_MESSAGE_TO_L2_WITHOUT_NONCE =
      topic("LogMessageToL2(address,uint256,uint256,uint256[])");

  /** ConsumedMessageToL2 without a nonce, before v0.7. */
  public static final Bytes32 CONSUMED_MESSAGE_TO_L2_WITHOUT_NONCE =
      topic("ConsumedMessageToL2(address,uint256,uint256,uint256[])");

  /** LogMessageToL1. */
  public static final Bytes32 LOG_MESSAGE_TO_L1 =
      topic("LogMessageToL1(uint256,address,uint256[])");

  /** ConsumedMessageToL1. */
  public static final Bytes32 CONSUMED_MESSAGE_TO_L1 =
      topic("ConsumedMessageToL1(uint256,address,uint256[])");

  /** ConsumedMessageToL2. */
  public static final Bytes32 CONSUMED_MESSAGE_TO_L2 =
      topic("ConsumedMessageToL2(address,uint256,uint256,uint256[],uint256)");

  /** MessageToL2CancellationStarted. */
  public static final Bytes32 MESSAGE_TO_L2_CANCELLATION_STARTED =
      topic("MessageToL2CancellationStarted(address,uint256,uint256,uint256[],uint256)");

  /** MessageToL2Canceled. */
  public static final Bytes32 MESSAGE_TO_L2_CANCELED =
      topic("MessageToL2Canceled(address,uint256,uint256,uint256[],uint256)");

  /** LogStateTransitionFact. */
  public static final Bytes32 LOG_STATE_TRANSITION_FACT = topic("LogStateTransitionFact(bytes32)");

  /** LogStateUpdate. */
  public static final Bytes32 LOG_STATE_UPDATE = topic("LogStateUpdate(uint256,int256,uint256)");

  static final List<Bytes32> LOG_STATE_TRANSITION_FACT_ALONE = List.of(LOG_STATE_TRANSITION_FACT);
  static final List<Bytes32> LOG_STATE_UPDATE_ALONE = List.of(LOG_STATE_UPDATE);

  private EventTopics() {}

  private static Bytes32 topic(String signature) {
    return Signature.parse(signature).topic();
  }
}
