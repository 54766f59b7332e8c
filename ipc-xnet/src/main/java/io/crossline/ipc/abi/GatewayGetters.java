// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import static io.crossline.ipc.abi.IpcForms.BATCH;
import static io.crossline.ipc.abi.IpcForms.BOOL;
import static io.crossline.ipc.abi.IpcForms.BYTES32;
import static io.crossline.ipc.abi.IpcForms.ENVELOPE;
import static io.crossline.ipc.abi.IpcForms.FINALITY;
import static io.crossline.ipc.abi.IpcForms.HASHES;
import static io.crossline.ipc.abi.IpcForms.MEMBERSHIP;
import static io.crossline.ipc.abi.IpcForms.SUBNET;
import static io.crossline.ipc.abi.IpcForms.SUBNET_ID;
import static io.crossline.ipc.abi.IpcForms.UINT256;
import static io.crossline.ipc.abi.IpcForms.UINT64;

import io.crossline.ipc.BottomUpMsgBatch;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.Membership;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;

/**
 * The functions of a gateway that only read, of upstream's {@code GatewayGetterFacet}. What was
 * dropped before this commit, such as {@code maxMsgsPerBottomUpBatch}, reverts with {@code
 * FunctionNotFound}.
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

  private static final AbiArguments<FoundNonce> FOUND_NONCE =
      AbiArguments.of(BOOL, UINT64, FoundNonce::new, FoundNonce::found, FoundNonce::nonce);

  /** {@code bottomUpNonce()}: the local nonce of the next message up. */
  public static final IpcFunction<Nothing, UInt64> BOTTOM_UP_NONCE =
      constant("bottomUpNonce", UINT64);

  /**
   * {@code appliedTopDownNonce()}: the local nonce expected of the next message from the parent.
   */
  public static final IpcFunction<Nothing, UInt64> APPLIED_TOP_DOWN_NONCE =
      constant("appliedTopDownNonce", UINT64);

  /** {@code totalSubnets()}: how many children are registered. */
  public static final IpcFunction<Nothing, UInt64> TOTAL_SUBNETS = constant("totalSubnets", UINT64);

  /** {@code bottomUpCheckPeriod()}: how many blocks make an epoch. */
  public static final IpcFunction<Nothing, UInt256> BOTTOM_UP_CHECK_PERIOD =
      constant("bottomUpCheckPeriod", UINT256);

  /** {@code getNetworkName()}: this network's id. */
  public static final IpcFunction<Nothing, SubnetId> GET_NETWORK_NAME =
      constant("getNetworkName", SUBNET_ID);

  /** {@code majorityPercentage()}: how much of the validators' weight decides. */
  public static final IpcFunction<Nothing, UInt64> MAJORITY_PERCENTAGE =
      constant("majorityPercentage", UINT64);

  /** {@code getCommitSha()}: the commit that the gateway was built from. */
  public static final IpcFunction<Nothing, Bytes32> GET_COMMIT_SHA =
      constant("getCommitSha", BYTES32);

  /** {@code bottomUpMsgBatch(e)}: the batch of an epoch. */
  public static final IpcFunction<UInt256, BottomUpMsgBatch> BOTTOM_UP_MSG_BATCH =
      lookup("bottomUpMsgBatch", UINT256, "e", BATCH);

  /** {@code getParentFinality(blockNumber)}: what was committed for a height of the parent. */
  public static final IpcFunction<UInt256, ParentFinality> GET_PARENT_FINALITY =
      lookup("getParentFinality", UINT256, "blockNumber", FINALITY);

  /** {@code getLatestParentFinality()}: what was committed last. */
  public static final IpcFunction<Nothing, ParentFinality> GET_LATEST_PARENT_FINALITY =
      constant("getLatestParentFinality", FINALITY);

  /** {@code getSubnet(subnetId)}: a child by its id. */
  public static final IpcFunction<SubnetId, FoundSubnet> GET_SUBNET =
      IpcFunction.of(
          "getSubnet",
          AbiArguments.one(SUBNET_ID),
          AbiArguments.of(BOOL, SUBNET, FoundSubnet::new, FoundSubnet::found, FoundSubnet::subnet),
          "subnetId");

  /** {@code subnets(h)}: a child by the hash of its id. */
  public static final IpcFunction<Bytes32, Subnet> SUBNETS =
      lookup("subnets", BYTES32, "h", SUBNET).returning("subnet");

  /** {@code getSubnetTopDownMsgsLength(subnetId)}: the top-down nonce under an older name. */
  public static final IpcFunction<SubnetId, UInt256> GET_SUBNET_TOP_DOWN_MSGS_LENGTH =
      lookup("getSubnetTopDownMsgsLength", SUBNET_ID, "subnetId", UINT256);

  /** {@code getTopDownNonce(subnetId)}: the local nonce of the next message down to a child. */
  public static final IpcFunction<SubnetId, FoundNonce> GET_TOP_DOWN_NONCE =
      IpcFunction.of("getTopDownNonce", AbiArguments.one(SUBNET_ID), FOUND_NONCE, "subnetId");

  /**
   * {@code getAppliedBottomUpNonce(subnetId)}: the local nonce expected of the next message from a
   * child.
   */
  public static final IpcFunction<SubnetId, FoundNonce> GET_APPLIED_BOTTOM_UP_NONCE =
      IpcFunction.of(
          "getAppliedBottomUpNonce", AbiArguments.one(SUBNET_ID), FOUND_NONCE, "subnetId");

  /** {@code listSubnets()}: all children. */
  public static final IpcFunction<Nothing, List<Subnet>> LIST_SUBNETS =
      constant("listSubnets", AbiForm.listOf(SUBNET));

  /** {@code getSubnetKeys()}: the hashes of the ids of all children. */
  public static final IpcFunction<Nothing, List<Bytes32>> GET_SUBNET_KEYS =
      constant("getSubnetKeys", HASHES);

  /** {@code postbox(id)}: a message that waits, by its envelope hash. */
  public static final IpcFunction<Bytes32, IpcEnvelope> POSTBOX =
      lookup("postbox", BYTES32, "id", ENVELOPE).returning("storableMsg");

  /** {@code postboxMsgs()}: the envelope hashes of all messages that wait. */
  public static final IpcFunction<Nothing, List<Bytes32>> POSTBOX_MSGS =
      constant("postboxMsgs", HASHES);

  /** {@code getCurrentMembership()}: who validates this network. */
  public static final IpcFunction<Nothing, Membership> GET_CURRENT_MEMBERSHIP =
      constant("getCurrentMembership", MEMBERSHIP);

  /** {@code getCurrentConfigurationNumber()}: the change of validators in force. */
  public static final IpcFunction<Nothing, UInt64> GET_CURRENT_CONFIGURATION_NUMBER =
      constant("getCurrentConfigurationNumber", UINT64);

  /** {@code getLastConfigurationNumber()}: the change of validators in force before it. */
  public static final IpcFunction<Nothing, UInt64> GET_LAST_CONFIGURATION_NUMBER =
      constant("getLastConfigurationNumber", UINT64);

  /** {@code getValidatorConfigurationNumbers()}: how far changes of validators have come. */
  public static final IpcFunction<Nothing, ConfigurationNumbers>
      GET_VALIDATOR_CONFIGURATION_NUMBERS =
          IpcFunction.of(
              "getValidatorConfigurationNumbers",
              AbiArguments.none(),
              AbiArguments.of(
                  UINT64,
                  UINT64,
                  ConfigurationNumbers::new,
                  ConfigurationNumbers::next,
                  ConfigurationNumbers::start));

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

  private static <R> IpcFunction<Nothing, R> constant(String name, AbiForm<R> form) {
    return IpcFunction.of(name, AbiArguments.none(), AbiArguments.one(form));
  }

  private static <A, R> IpcFunction<A, R> lookup(
      String name, AbiForm<A> key, String keyName, AbiForm<R> form) {
    return IpcFunction.of(name, AbiArguments.one(key), AbiArguments.one(form), keyName);
  }
}
