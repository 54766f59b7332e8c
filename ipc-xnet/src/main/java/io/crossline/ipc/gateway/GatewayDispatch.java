// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.abi.GatewayFunctions;
import io.crossline.ipc.abi.GatewayFunctions.CommittedFinality;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.ipc.abi.Nothing;
import io.crossline.messaging.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * The calldata face of a gateway: finds the function by its selector, as upstream's diamond does.
 */
final class GatewayDispatch {
  private static final int SELECTOR_BYTES = 4;

  /**
   * A function with the code behind it; its arguments are decoded only after the question for
   * coins.
   */
  private record Entry(boolean payable, BiFunction<Frame, Bytes, Bytes> code) {}

  private final Map<Bytes, Entry> entries = new HashMap<>();

  GatewayDispatch(GatewayState state, GatewayOperations operations, GatewayView view) {
    messages(operations);
    node(operations);
    funds(operations);
    subnets(operations);
    new GetterDispatch(state, view).addTo(this);
  }

  Bytes call(Frame frame, Bytes calldata) {
    Bytes selector =
        Bytes.concat(calldata, Bytes.of(new byte[SELECTOR_BYTES])).slice(0, SELECTOR_BYTES);
    Entry entry = entries.get(selector);
    if (entry == null) {
      throw new RevertSignal(IpcError.FUNCTION_NOT_FOUND.revert(AbiValue.fixed(selector)));
    }
    if (!entry.payable && !frame.value().isZero()) {
      throw new RevertSignal(RawRevert.EMPTY);
    }
    try {
      return entry.code.apply(frame, calldata);
    } catch (AbiDecodeException malformed) {
      throw new RevertSignal(malformed.revert());
    }
  }

  private void messages(GatewayOperations operations) {
    add(true, GatewayFunctions.SEND_CONTRACT_XNET_MESSAGE, operations::sendContractXnetMessage);
    action(true, GatewayFunctions.PROPAGATE_ALL, (frame, none) -> operations.propagateAll(frame));
    action(false, GatewayFunctions.EXEC_BOTTOM_UP_MSG_BATCH, operations::execBottomUpMsgBatch);
  }

  private void node(GatewayOperations operations) {
    action(false, GatewayFunctions.APPLY_CROSS_MESSAGES, operations::applyCrossMessages);
    add(
        false,
        GatewayFunctions.COMMIT_PARENT_FINALITY,
        (frame, finality) -> {
          var previous = operations.commitParentFinality(frame, finality);
          return new CommittedFinality(!previous.height().isZero(), previous);
        });
    action(false, GatewayFunctions.COMMIT_CHECKPOINT, operations::commitCheckpoint);
  }

  private void funds(GatewayOperations operations) {
    action(
        true,
        GatewayFunctions.FUND,
        (frame, fund) -> operations.fund(frame, fund.subnetId(), fund.to()));
    action(
        false,
        GatewayFunctions.FUND_WITH_TOKEN,
        (frame, fund) ->
            operations.fundWithToken(frame, fund.subnetId(), fund.to(), fund.amount()));
    action(true, GatewayFunctions.RELEASE, operations::release);
  }

  private void subnets(GatewayOperations operations) {
    action(
        true,
        GatewayFunctions.REGISTER,
        (frame, register) ->
            operations.register(frame, register.genesisCircSupply(), register.collateral()));
    action(false, GatewayFunctions.KILL, (frame, none) -> operations.kill(frame));
    action(false, GatewayFunctions.APPROVE_SUBNET, operations::approveSubnet);
    action(false, GatewayFunctions.REJECT_APPROVED_SUBNET, operations::rejectApprovedSubnet);
    action(true, GatewayFunctions.ADD_STAKE, operations::addStake);
    action(false, GatewayFunctions.RELEASE_STAKE, operations::releaseStake);
  }

  private <A> void action(
      boolean payable, IpcFunction<A, Nothing> function, BiConsumer<Frame, A> body) {
    add(
        payable,
        function,
        (frame, arguments) -> {
          body.accept(frame, arguments);
          return Nothing.NOTHING;
        });
  }

  <A, R> void add(boolean payable, IpcFunction<A, R> function, BiFunction<Frame, A, R> body) {
    entries.put(
        function.selector(),
        new Entry(
            payable,
            (frame, calldata) ->
                function.encodeReturn(body.apply(frame, function.decodeCall(calldata)))));
  }
}
