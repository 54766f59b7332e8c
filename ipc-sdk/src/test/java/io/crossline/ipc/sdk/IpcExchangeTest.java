// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Chain;
import io.crossline.ipc.Asset;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcReverts;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.GatewayConfig;
import io.crossline.ipc.gateway.HandlerContract;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.Slot;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IpcExchangeTest {
  private static final SubnetId ROOT = SubnetId.root(7);
  private static final EthAddress GATEWAY = EthAddress.of(UInt256.of(1));
  private static final EthAddress OWNER = EthAddress.of(UInt256.of(2));
  private static final EthAddress ACTOR = EthAddress.of(UInt256.of(3));
  private static final EthAddress AT = EthAddress.of(UInt256.of(4));
  private static final EthAddress STRANGER = EthAddress.of(UInt256.of(5));
  private static final IpcAddress THERE = IpcAddress.of(ROOT.child(ACTOR), STRANGER);
  private static final CallMsg PING = new CallMsg(Bytes.utf8("ping"), Bytes.utf8("!"));

  /**
   * Echoes calls, counts results, and does what the parameters of a call or the ret of a result
   * say.
   */
  static final class Scripted extends IpcExchange {
    private final Slot<UInt256> results = slot("results", UInt256.ZERO);

    @Override
    protected Bytes handleIpcCall(IpcEnvelope envelope, CallMsg call) {
      return call.params();
    }

    @Override
    protected void handleIpcResult(IpcEnvelope original, IpcEnvelope result, ResultMsg msg) {
      results.update(n -> n.plus(UInt256.ONE));
      if (msg.ret().equals(Bytes.utf8("fail"))) {
        throw new IllegalStateException("told to fail");
      }
      if (msg.ret().equals(Bytes.utf8("again"))) {
        perform(UInt256.ZERO);
      }
    }

    IpcEnvelope perform(UInt256 value) {
      return performIpcCall(THERE, PING, value);
    }
  }

  private final Chain chain = new Chain("root", new BlockInfo(UInt64.ONE, UInt64.ONE));
  private final Gateway gateway =
      Gateway.deploy(chain, GATEWAY, GatewayConfig.of(ROOT, UInt256.of(10), OWNER));
  private final HandlerContract<Scripted> exchange =
      new HandlerContract<>(new Scripted(), ROOT, GATEWAY);

  @BeforeEach
  void deploy() {
    chain.deploy(ACTOR, (frame, calldata) -> Asset.NATIVE.encoded());
    gateway.as(OWNER).approveSubnet(ACTOR).orThrow();
    gateway.as(ACTOR).register(UInt256.ZERO, UInt256.ZERO, UInt256.ZERO).orThrow();
    chain.deploy(AT, exchange);
    chain
        .execute(
            OWNER,
            AT,
            UInt256.ZERO,
            exchange.operation(
                (handler, context) -> {
                  handler.construct(context);
                  return true;
                }))
        .orThrow();
  }

  private <T> Outcome<T> ask(EthAddress caller, Function<Scripted, T> body) {
    return chain.execute(
        caller, AT, UInt256.ZERO, exchange.operation((handler, context) -> body.apply(handler)));
  }

  private Outcome<Bytes> arrives(EthAddress caller, IpcEnvelope envelope) {
    return chain.transact(
        caller, AT, UInt256.ZERO, ContractFunctions.HANDLE_IPC_MESSAGE.encodeCall(envelope));
  }

  private static IpcEnvelope resultOf(IpcEnvelope call, String ret) {
    return IpcEnvelope.createResultMsg(call, OutcomeType.OK, Bytes.utf8(ret));
  }

  private boolean waits(IpcEnvelope call) {
    return ask(OWNER, e -> e.inflightMsg(call.tracingId())).orThrow().isPresent();
  }

  private UInt256 results() {
    return ask(OWNER, e -> e.results.get()).orThrow();
  }

  private static void refused(Outcome<?> outcome, EvmRevert revert) {
    assertThat(IpcReverts.decode(data(outcome))).isEqualTo(revert);
  }

  private static Bytes data(Outcome<?> outcome) {
    return outcome.fold(
        (result, logs) -> {
          throw new AssertionError("accepted: " + result);
        },
        revert -> revert.data());
  }

  @Test
  void aCallWaitsUntilItsResultIsTaken() {
    IpcEnvelope call = ask(OWNER, e -> e.perform(UInt256.ZERO)).orThrow();
    assertThat(waits(call)).isTrue();
    Bytes returned = arrives(GATEWAY, resultOf(call, "done")).orThrow();
    assertThat(ContractFunctions.HANDLE_IPC_MESSAGE.decodeReturn(returned)).isEqualTo(Bytes.EMPTY);
    assertThat(waits(call)).isFalse();
    assertThat(results()).isEqualTo(UInt256.ONE);
    refused(arrives(GATEWAY, resultOf(call, "done")), IpcError.UNRECOGNIZED_RESULT.revert());
  }

  @Test
  void aCallIsAnsweredByItsHandler() {
    IpcEnvelope call =
        IpcEnvelope.createCallMsg(THERE, IpcAddress.of(ROOT, AT), UInt256.ZERO, PING);
    Bytes returned = arrives(GATEWAY, call).orThrow();
    assertThat(ContractFunctions.HANDLE_IPC_MESSAGE.decodeReturn(returned))
        .isEqualTo(Bytes.utf8("!"));
  }

  @Test
  void onlyTheGatewayBringsMessages() {
    IpcEnvelope transfer =
        IpcEnvelope.createTransferMsg(THERE, IpcAddress.of(ROOT, AT), UInt256.ONE);
    refused(arrives(STRANGER, transfer), IpcError.CALLER_IS_NOT_GATEWAY.revert());
    refused(arrives(GATEWAY, transfer), IpcError.UNSUPPORTED_MSG_KIND.revert());
  }

  @Test
  void aResultMustComeFromWhoWasCalled() {
    IpcEnvelope call = ask(OWNER, e -> e.perform(UInt256.ZERO)).orThrow();
    IpcEnvelope result = resultOf(call, "done");
    IpcEnvelope forged =
        new IpcEnvelope(
            EnvelopeKind.RESULT,
            result.localNonce(),
            result.originalNonce(),
            result.value(),
            result.to(),
            IpcAddress.of(THERE.subnetId(), OWNER),
            result.message());
    refused(arrives(GATEWAY, forged), IpcError.UNRECOGNIZED_RESULT.revert());
    assertThat(waits(call)).isTrue();
  }

  @Test
  void aResultHandlerThatFailsLeavesTheEntry() {
    IpcEnvelope call = ask(OWNER, e -> e.perform(UInt256.ZERO)).orThrow();
    assertThat(
            IpcReverts.describe(IpcReverts.decode(data(arrives(GATEWAY, resultOf(call, "fail"))))))
        .isEqualTo("told to fail");
    assertThat(waits(call)).isTrue();
    assertThat(results()).isEqualTo(UInt256.ZERO);
  }

  @Test
  void trap1AnEqualCallFromTheResultHandlerIsForgottenWithTheFirst() {
    IpcEnvelope call = ask(OWNER, e -> e.perform(UInt256.ZERO)).orThrow();
    arrives(GATEWAY, resultOf(call, "again")).orThrow();
    // The handler's call has the same tracing id; the entry is deleted after the handler.
    assertThat(waits(call)).isFalse();
    assertThat(gateway.view().subnet(THERE.subnetId()).orElseThrow().topDownNonce().bits())
        .isEqualTo(2);
  }

  @Test
  void onlyTheOwnerDropsMessages() {
    IpcEnvelope call = ask(STRANGER, e -> e.perform(UInt256.ZERO)).orThrow();
    List<Bytes32> ids = List.of(Bytes32.ZERO, call.tracingId());
    refused(
        ask(STRANGER, e -> drop(e, ids)),
        IpcError.OWNABLE_UNAUTHORIZED_ACCOUNT.revert(AbiValue.address(STRANGER)));
    assertThat(waits(call)).isTrue();
    ask(OWNER, e -> drop(e, ids)).orThrow();
    assertThat(waits(call)).isFalse();
    refused(arrives(GATEWAY, resultOf(call, "late")), IpcError.UNRECOGNIZED_RESULT.revert());
  }

  private static boolean drop(Scripted exchange, List<Bytes32> ids) {
    exchange.dropMessages(ids);
    return true;
  }

  @Test
  void theValueIsPaidByTheContract() {
    refused(ask(OWNER, e -> e.perform(UInt256.ONE)), RawRevert.EMPTY);
    chain.mint(AT, UInt256.ONE);
    ask(OWNER, e -> e.perform(UInt256.ONE)).orThrow();
    assertThat(chain.balance(GATEWAY)).isEqualTo(UInt256.ONE);
  }

  @Test
  void whatTheGatewayRefusesIsPassedOnAndNothingWaits() {
    IpcAddress nowhere = IpcAddress.of(ROOT.child(STRANGER), STRANGER);
    Outcome<IpcEnvelope> refused = ask(OWNER, e -> e.performIpcCall(nowhere, PING, UInt256.ZERO));
    refused(refused, IpcError.invalidXnetMessage(InvalidXnetMessageReason.DST_SUBNET));
    // The guard is open again, because the frame was undone.
    ask(OWNER, e -> e.perform(UInt256.ZERO)).orThrow();
  }

  @Test
  void callsMustNotNest() {
    EthAddress hook = EthAddress.of(UInt256.of(6));
    HandlerContract<Scripted> nested = new HandlerContract<>(new Scripted(), ROOT, hook);
    EthAddress nestedAt = EthAddress.of(UInt256.of(7));
    chain.deploy(nestedAt, nested);
    // A gateway that calls back before it answers.
    chain.deploy(
        hook,
        (frame, calldata) ->
            frame
                .enter(
                    nestedAt,
                    UInt256.ZERO,
                    nested.operation((handler, context) -> handler.perform(UInt256.ZERO)))
                .orBubble()
                .encoded());
    refused(
        chain.execute(
            OWNER,
            nestedAt,
            UInt256.ZERO,
            nested.operation((handler, context) -> handler.perform(UInt256.ZERO))),
        IpcError.REENTRANCY_GUARD_REENTRANT_CALL.revert());
  }

  @Test
  void otherContractsReachItByCalldata() {
    Bytes owner = Signature.parse("owner()").selector();
    assertThat(chain.view(STRANGER, AT, owner).orThrow()).isEqualTo(OWNER.toBytes32().toBytes());
    IpcEnvelope call = ask(OWNER, e -> e.perform(UInt256.ZERO)).orThrow();
    Bytes drop =
        AbiCoder.encodeCall(
            Signature.parse("dropMessages(bytes32[])"),
            AbiValue.array(AbiValue.fixed(call.tracingId())));
    refused(
        chain.transact(STRANGER, AT, UInt256.ZERO, drop),
        IpcError.OWNABLE_UNAUTHORIZED_ACCOUNT.revert(AbiValue.address(STRANGER)));
    chain.transact(OWNER, AT, UInt256.ZERO, drop).orThrow();
    assertThat(waits(call)).isFalse();
    refused(chain.transact(OWNER, AT, UInt256.ZERO, Bytes.utf8("what")), RawRevert.EMPTY);
  }

  @Test
  void plainCoinsAreRefused() {
    chain.mint(OWNER, UInt256.ONE);
    refused(chain.transact(OWNER, AT, UInt256.ONE, Bytes.EMPTY), RawRevert.EMPTY);
  }

  @Test
  void outsideACallThereIsNoContext() {
    assertThatThrownBy(() -> exchange.handler().owner())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no call is running");
    assertThat(ask(STRANGER, IpcExchange::owner).orThrow()).isEqualTo(OWNER);
  }
}
