// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Nothing;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.abi.FunctionTable;
import io.crossline.ipc.abi.GatewayGetters;
import io.crossline.ipc.abi.GatewayGetters.ConfigurationNumbers;
import io.crossline.ipc.abi.GatewayGetters.FoundNonce;
import io.crossline.ipc.abi.GatewayGetters.FoundSubnet;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.ipc.checkpoint.Membership;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.util.function.Supplier;

/**
 * The getters of the calldata face. What this gateway does not keep, validators, reads as it does
 * before any change.
 */
final class GetterDispatch {
  private final GatewayState state;
  private final GatewayView view;

  GetterDispatch(GatewayState state, GatewayView view) {
    this.state = state;
    this.view = view;
  }

  void addTo(FunctionTable table) {
    constant(table, GatewayGetters.GET_NETWORK_NAME, () -> state.network);
    constant(
        table, GatewayGetters.BOTTOM_UP_CHECK_PERIOD, () -> state.config.bottomUpCheckPeriod());
    constant(
        table,
        GatewayGetters.MAJORITY_PERCENTAGE,
        () -> UInt64.of(state.config.majorityPercentage()));
    constant(table, GatewayGetters.BOTTOM_UP_NONCE, view::bottomUpNonce);
    constant(table, GatewayGetters.APPLIED_TOP_DOWN_NONCE, view::appliedTopDownNonce);
    constant(table, GatewayGetters.GET_LATEST_PARENT_FINALITY, view::getLatestParentFinality);
    table.addView(GatewayGetters.GET_PARENT_FINALITY, view::getParentFinality);
    table.addView(GatewayGetters.BOTTOM_UP_MSG_BATCH, view::bottomUpMsgBatch);
    constant(table, GatewayGetters.POSTBOX_MSGS, view::postboxMsgs);
    table.addView(GatewayGetters.POSTBOX, key -> view.postbox(key).orElse(IpcEnvelope.EMPTY));
    subnets(table);
    validators(table);
    versions(table);
  }

  private void subnets(FunctionTable table) {
    constant(table, GatewayGetters.TOTAL_SUBNETS, () -> UInt64.of(view.totalSubnets()));
    constant(table, GatewayGetters.LIST_SUBNETS, view::listSubnets);
    constant(
        table,
        GatewayGetters.GET_SUBNET_KEYS,
        () -> view.listSubnets().stream().map(child -> child.id().hash()).toList());
    table.addView(GatewayGetters.SUBNETS, this::byHash);
    table.addView(GatewayGetters.GET_SUBNET, id -> new FoundSubnet(known(id), state.child(id)));
    table.addView(
        GatewayGetters.GET_TOP_DOWN_NONCE,
        id -> new FoundNonce(known(id), state.child(id).topDownNonce()));
    table.addView(
        GatewayGetters.GET_APPLIED_BOTTOM_UP_NONCE,
        id -> new FoundNonce(known(id), state.child(id).appliedBottomUpNonce()));
    table.addView(
        GatewayGetters.GET_SUBNET_TOP_DOWN_MSGS_LENGTH,
        id -> state.child(id).topDownNonce().toUInt256());
  }

  private static void validators(FunctionTable table) {
    constant(table, GatewayGetters.GET_CURRENT_MEMBERSHIP, () -> Membership.NONE);
    constant(table, GatewayGetters.GET_CURRENT_CONFIGURATION_NUMBER, () -> UInt64.ZERO);
    constant(table, GatewayGetters.GET_LAST_CONFIGURATION_NUMBER, () -> UInt64.ZERO);
  }

  private static void versions(FunctionTable table) {
    constant(table, GatewayGetters.GET_COMMIT_SHA, () -> Bytes32.ZERO);
    constant(
        table,
        GatewayGetters.GET_VALIDATOR_CONFIGURATION_NUMBERS,
        () -> new ConfigurationNumbers(UInt64.ONE, UInt64.ONE));
  }

  private boolean known(SubnetId id) {
    return GatewayState.registered(state.child(id));
  }

  private Subnet byHash(Bytes32 hash) {
    return view.listSubnets().stream()
        .filter(child -> child.id().hash().equals(hash))
        .findFirst()
        .orElse(Subnet.NONE);
  }

  private static <R> void constant(
      FunctionTable table, IpcFunction<Nothing, R> getter, Supplier<R> value) {
    table.addView(getter, none -> value.get());
  }
}
