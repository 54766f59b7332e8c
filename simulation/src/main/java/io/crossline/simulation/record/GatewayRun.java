// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.core.chain.Attempt;
import io.crossline.core.chain.ChainView;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Frame;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.gateway.GatewayOperation;
import io.crossline.ipc.gateway.HandlerContract;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A call of a gateway while it runs: whose coins it moves, and whom the gateway calls. */
final class GatewayRun {
  private static final int SELECTOR_BYTES = 4;

  private final ChainView chain;
  private final EthAddress gateway;
  private final GatewayStateJson state;
  private final Set<EthAddress> contracts;
  private final Frame frame;
  private final UInt64 block;
  private final int transaction;
  private final GatewayOperation<?> call;
  private final int logsBefore;
  private final int sizeBefore;
  private final Members stateBefore;
  private final UInt256 coinsBefore;
  private final Map<EthAddress, UInt256> others = new LinkedHashMap<>();
  private final List<Members> calls = new ArrayList<>();
  private Optional<String> trouble = Optional.empty();

  /**
   * Begins, in a frame of the gateway.
   *
   * @param contracts takes the contracts of which steps show the calls
   */
  GatewayRun(
      ChainView chain,
      GatewayStateJson state,
      Set<EthAddress> contracts,
      Frame frame,
      GatewayOperation<?> call) {
    this.chain = chain;
    this.gateway = frame.self();
    this.state = state;
    this.contracts = contracts;
    this.frame = frame;
    this.call = call;
    block = frame.block().number();
    transaction = frame.transaction();
    logsBefore = frame.logCount();
    sizeBefore = state.batchSize(block);
    stateBefore = state.held(block, sizeBefore);
    coinsBefore = chain.balance(gateway).minus(frame.value());
    others.put(frame.caller(), chain.balance(frame.caller()).plus(frame.value()));
    recordable(frame.caller()).ifPresent(contract -> contracts.add(frame.caller()));
  }

  private Optional<RecordableContract> recordable(EthAddress address) {
    return chain.contract(address).flatMap(GatewayRun::recordable);
  }

  private static Optional<RecordableContract> recordable(Contract code) {
    return code instanceof HandlerContract<?> handler
            && handler.handler() instanceof RecordableContract known
        ? Optional.of(known)
        : Optional.empty();
  }

  /** A contract calls an address meanwhile. */
  Consumer<CallResult> calls(EthAddress from, EthAddress to, UInt256 coins, Bytes calldata) {
    if (!from.equals(gateway)) {
      trouble("a contract there called " + to);
      return result -> {};
    }
    if (!to.equals(gateway)) {
      others.putIfAbsent(to, chain.balance(to));
    }
    boolean handle =
        calldata.truncate(SELECTOR_BYTES).equals(ContractFunctions.HANDLE_IPC_MESSAGE.selector());
    if (chain.contract(to).isEmpty() || !(handle || calldata.isEmpty())) {
      return result -> {};
    }
    Optional<RecordableContract> contract = recordable(to);
    if (contract.isEmpty()) {
      trouble("vectors cannot tell what the contract " + to + " does");
      return result -> {};
    }
    contracts.add(to);
    Members made =
        new Members()
            .put("from", from.toString())
            .put("to", to.toString())
            .put("value", coins)
            .put("method", handle ? "handleIpcMessage" : "transfer");
    Optional<IpcEnvelope> message =
        handle
            ? Optional.of(ContractFunctions.HANDLE_IPC_MESSAGE.decodeCall(calldata))
            : Optional.empty();
    message.ifPresent(envelope -> made.put("envelopeHash", envelope.hash().toString()));
    calls.add(made);
    return result -> ended(made, result, contract.get().expected(message), to);
  }

  private void ended(Members made, CallResult result, CallResult expected, EthAddress to) {
    made.put("success", result.success()).put("output", result.data().toString());
    if (!result.equals(expected)) {
      trouble("a fault made the contract " + to + " do something else");
    }
  }

  private void trouble(String why) {
    trouble = trouble.or(() -> Optional.of(why));
  }

  /** It has ended; if it failed, what it did is not undone yet. */
  ObservedGatewayCall end(Attempt<?> outcome) {
    boolean failed = outcome instanceof Attempt.Failed<?>;
    List<Change> changes = new ArrayList<>();
    others.forEach(
        (account, before) ->
            changes.add(new Change(account, before, failed ? before : chain.balance(account))));
    return new ObservedGatewayCall(
        block,
        transaction,
        frame.caller(),
        frame.value(),
        call,
        outcome,
        failed
            ? List.of()
            : frame.logsSince(logsBefore).stream()
                .filter(log -> log.emitter().equals(gateway))
                .toList(),
        new Change(gateway, coinsBefore, failed ? coinsBefore : chain.balance(gateway)),
        changes,
        calls.stream().<Object>map(Members::toMap).toList(),
        trouble,
        failed ? stateBefore : state.held(block, sizeBefore));
  }
}
