// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import io.crossline.core.chain.Nothing;
import io.crossline.ipc.BottomUpMsgBatch;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.checkpoint.Membership;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;

/**
 * The functions of a gateway that only read, of upstream's {@code GatewayGetterFacet}. What was
 * dropped before this commit, such as {@code maxMsgsPerBottomUpBatch}, reverts with {@code
 * FunctionNotFound}.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class GatewayGetters {
  /**
   * A child, if it is registered.
   *
   * @param found whether it is
   * @param subnet the child, empty if not
   */
  public record FoundSubnet(boolean found, Subnet subnet) {}

  /**
   * A nonce of a child, if it is registered.
   *
   * @param found whether it is
   * @param nonce the nonce, 0 if not
   */
  public record FoundNonce(boolean found, UInt64 nonce) {}

  /**
   * The numbers of validator changes.
   *
   * @param next the number that the next change gets
   * @param start the first change that is not confirmed
   */
  public record ConfigurationNumbers(UInt64 next, UInt64 start) {}

  private static final AbiArguments<FoundNonce> FOUND_NONCE = AbiArguments.of(FoundNonce.class);

  /** {@code bottomUpNonce()}: the local nonce of the next message up. */
  public static final IpcFunction<Nothing, UInt64> BOTTOM_UP_NONCE =
      constant("bottomUpNonce", UInt64.class);

  /**
   * {@code appliedTopDownNonce()}: the local nonce expected of the next message from the parent.
   */
  public static final IpcFunction<Nothing, UInt64> APPLIED_TOP_DOWN_NONCE =
      constant("appliedTopDownNonce", UInt64.class);

  /** {@code totalSubnets()}: how many children are registered. */
  public static final IpcFunction<Nothing, UInt64> TOTAL_SUBNETS =
      constant("totalSubnets", UInt64.class);

  /** {@code bottomUpCheckPeriod()}: how many blocks make an epoch. */
  public static final IpcFunction<Nothing, UInt256> BOTTOM_UP_CHECK_PERIOD =
      constant("bottomUpCheckPeriod", UInt256.class);

  /** {@code getNetworkName()}: this network's id. */
  public static final IpcFunction<Nothing, SubnetId> GET_NETWORK_NAME =
      constant("getNetworkName", SubnetId.class);

  /** {@code majorityPercentage()}: how much of the validators' weight decides. */
  public static final IpcFunction<Nothing, UInt64> MAJORITY_PERCENTAGE =
      constant("majorityPercentage", UInt64.class);

  /** {@code getCommitSha()}: the commit that the gateway was built from. */
  public static final IpcFunction<Nothing, Bytes32> GET_COMMIT_SHA =
      constant("getCommitSha", Bytes32.class);

  /** {@code bottomUpMsgBatch(e)}: the batch of an epoch. */
  public static final IpcFunction<UInt256, BottomUpMsgBatch> BOTTOM_UP_MSG_BATCH =
      lookup("bottomUpMsgBatch", UInt256.class, "e", BottomUpMsgBatch.class);

  /** {@code getParentFinality(blockNumber)}: what was committed for a height of the parent. */
  public static final IpcFunction<UInt256, ParentFinality> GET_PARENT_FINALITY =
      lookup("getParentFinality", UInt256.class, "blockNumber", ParentFinality.class);

  /** {@code getLatestParentFinality()}: what was committed last. */
  public static final IpcFunction<Nothing, ParentFinality> GET_LATEST_PARENT_FINALITY =
      constant("getLatestParentFinality", ParentFinality.class);

  /** {@code getSubnet(subnetId)}: a child by its id. */
  public static final IpcFunction<SubnetId, FoundSubnet> GET_SUBNET =
      IpcFunction.of(
          "getSubnet",
          AbiArguments.one(IpcForms.SUBNET_ID),
          AbiArguments.of(FoundSubnet.class),
          "subnetId");

  /** {@code subnets(h)}: a child by the hash of its id. */
  public static final IpcFunction<Bytes32, Subnet> SUBNETS =
      lookup("subnets", Bytes32.class, "h", Subnet.class).returning("subnet");

  /** {@code getSubnetTopDownMsgsLength(subnetId)}: the top-down nonce under an older name. */
  public static final IpcFunction<SubnetId, UInt256> GET_SUBNET_TOP_DOWN_MSGS_LENGTH =
      lookup("getSubnetTopDownMsgsLength", SubnetId.class, "subnetId", UInt256.class);

  /** {@code getTopDownNonce(subnetId)}: the local nonce of the next message down to a child. */
  public static final IpcFunction<SubnetId, FoundNonce> GET_TOP_DOWN_NONCE =
      IpcFunction.of(
          "getTopDownNonce", AbiArguments.one(IpcForms.SUBNET_ID), FOUND_NONCE, "subnetId");

  /**
   * {@code getAppliedBottomUpNonce(subnetId)}: the local nonce expected of the next message from a
   * child.
   */
  public static final IpcFunction<SubnetId, FoundNonce> GET_APPLIED_BOTTOM_UP_NONCE =
      IpcFunction.of(
          "getAppliedBottomUpNonce", AbiArguments.one(IpcForms.SUBNET_ID), FOUND_NONCE, "subnetId");

  /** {@code listSubnets()}: all children. */
  public static final IpcFunction<Nothing, List<Subnet>> LIST_SUBNETS =
      IpcFunction.of(
          "listSubnets",
          AbiArguments.none(),
          AbiArguments.one(AbiForm.listOf(AbiForm.of(Subnet.class))));

  /** {@code getSubnetKeys()}: the hashes of the ids of all children. */
  public static final IpcFunction<Nothing, List<Bytes32>> GET_SUBNET_KEYS =
      IpcFunction.of("getSubnetKeys", AbiArguments.none(), AbiArguments.one(IpcForms.HASHES));

  /** {@code postbox(id)}: a message that waits, by its envelope hash. */
  public static final IpcFunction<Bytes32, IpcEnvelope> POSTBOX =
      lookup("postbox", Bytes32.class, "id", IpcEnvelope.class).returning("storableMsg");

  /** {@code postboxMsgs()}: the envelope hashes of all messages that wait. */
  public static final IpcFunction<Nothing, List<Bytes32>> POSTBOX_MSGS =
      IpcFunction.of("postboxMsgs", AbiArguments.none(), AbiArguments.one(IpcForms.HASHES));

  /** {@code getCurrentMembership()}: who validates this network. */
  public static final IpcFunction<Nothing, Membership> GET_CURRENT_MEMBERSHIP =
      constant("getCurrentMembership", Membership.class);

  /** {@code getCurrentConfigurationNumber()}: the change of validators in force. */
  public static final IpcFunction<Nothing, UInt64> GET_CURRENT_CONFIGURATION_NUMBER =
      constant("getCurrentConfigurationNumber", UInt64.class);

  /** {@code getLastConfigurationNumber()}: the change of validators in force before it. */
  public static final IpcFunction<Nothing, UInt64> GET_LAST_CONFIGURATION_NUMBER =
      constant("getLastConfigurationNumber", UInt64.class);

  /** {@code getValidatorConfigurationNumbers()}: how far changes of validators have come. */
  public static final IpcFunction<Nothing, ConfigurationNumbers>
      GET_VALIDATOR_CONFIGURATION_NUMBERS =
          IpcFunction.of(
              "getValidatorConfigurationNumbers",
              AbiArguments.none(),
              AbiArguments.of(ConfigurationNumbers.class));

  private static final List<IpcFunction<?, ?>> ALL =
      List.of(
          BOTTOM_UP_NONCE,
          APPLIED_TOP_DOWN_NONCE,
          TOTAL_SUBNETS,
          BOTTOM_UP_CHECK_PERIOD,
          GET_NETWORK_NAME,
          MAJORITY_PERCENTAGE,
          GET_COMMIT_SHA,
          BOTTOM_UP_MSG_BATCH,
          GET_PARENT_FINALITY,
          GET_LATEST_PARENT_FINALITY,
          GET_SUBNET,
          SUBNETS,
          GET_SUBNET_TOP_DOWN_MSGS_LENGTH,
          GET_TOP_DOWN_NONCE,
          GET_APPLIED_BOTTOM_UP_NONCE,
          LIST_SUBNETS,
          GET_SUBNET_KEYS,
          POSTBOX,
          POSTBOX_MSGS,
          GET_CURRENT_MEMBERSHIP,
          GET_CURRENT_CONFIGURATION_NUMBER,
          GET_LAST_CONFIGURATION_NUMBER,
          GET_VALIDATOR_CONFIGURATION_NUMBERS);

  private GatewayGetters() {}

  /**
   * All getters of this list.
   *
   * @return the functions
   */
  public static List<IpcFunction<?, ?>> all() {
    return ALL;
  }

  private static <R> IpcFunction<Nothing, R> constant(String name, Class<R> type) {
    return IpcFunction.of(name, AbiArguments.none(), AbiArguments.one(AbiForm.of(type)));
  }

  private static <A, R> IpcFunction<A, R> lookup(
      String name, Class<A> key, String keyName, Class<R> type) {
    return IpcFunction.of(
        name, AbiArguments.one(AbiForm.of(key)), AbiArguments.one(AbiForm.of(type)), keyName);
  }
}
