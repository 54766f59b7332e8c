// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Contract;
import io.crossline.ipc.Asset;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A chain with one gateway, two native children, a contract that sends and one that answers. */
final class GatewayFixture {
  static final SubnetId ROOT = SubnetId.root(7);
  static final EthAddress OWNER = address(0x0e);
  static final EthAddress ACTOR_A = address(0xa1);
  static final EthAddress ACTOR_B = address(0xb1);
  static final EthAddress SENDER = address(0x5e);
  static final EthAddress RECEIVER = address(0x4e);
  static final EthAddress PERSON = address(0x9e);
  static final UInt256 SUPPLY = UInt256.of(1_000);
  static final UInt256 RICH = UInt256.of(1_000_000);

  final Chain chain = new Chain("test", new BlockInfo(UInt64.of(5), UInt64.of(1_000)));
  final List<IpcEnvelope> received = new ArrayList<>();
  final Gateway gateway;
  final SubnetId here;

  private GatewayFixture(SubnetId here) {
    this.here = here;
    gateway = Gateway.deploy(chain, address(0x6a), GatewayConfig.of(here, UInt256.of(10), OWNER));
    chain.deploy(ACTOR_A, actor(Asset.NATIVE));
    chain.deploy(ACTOR_B, actor(Asset.NATIVE));
    chain.deploy(SENDER, (frame, calldata) -> Bytes.EMPTY);
    deploy(
        RECEIVER,
        (envelope, context) -> {
          received.add(envelope);
          return Bytes.utf8("thanks");
        });
    for (EthAddress account : List.of(ACTOR_A, ACTOR_B, SENDER, PERSON)) {
      chain.mint(account, RICH);
    }
    register(ACTOR_A);
    register(ACTOR_B);
  }

  static GatewayFixture root() {
    return new GatewayFixture(ROOT);
  }

  /** The gateway of the root's child that an actor elsewhere governs. */
  static GatewayFixture child() {
    return new GatewayFixture(ROOT.child(address(0xc1)));
  }

  static EthAddress address(int number) {
    return EthAddress.of(UInt256.of(number));
  }

  static Contract actor(Asset supply) {
    return (frame, calldata) ->
        calldata.truncate(4).equals(ContractFunctions.SUPPLY_SOURCE.selector())
            ? supply.encoded()
            : Asset.NATIVE.encoded();
  }

  <H extends IpcHandler> HandlerContract<H> deploy(EthAddress at, H handler) {
    HandlerContract<H> contract = new HandlerContract<>(handler, here, gateway.address());
    chain.deploy(at, contract);
    return contract;
  }

  void register(EthAddress actor) {
    gateway.as(OWNER).approveSubnet(actor).orThrow();
    gateway.as(actor).register(SUPPLY, UInt256.ZERO, SUPPLY).orThrow();
  }

  SubnetId childA() {
    return here.child(ACTOR_A);
  }

  SubnetId childB() {
    return here.child(ACTOR_B);
  }

  static IpcEnvelope call(IpcAddress from, IpcAddress to, long value) {
    return IpcEnvelope.createCallMsg(
        from, to, UInt256.of(value), new CallMsg(Bytes.utf8("ping"), Bytes.EMPTY));
  }

  /** A call from the sending contract to somebody in a network. */
  IpcEnvelope callTo(SubnetId network, long value) {
    return call(IpcAddress.of(here, SENDER), IpcAddress.of(network, RECEIVER), value);
  }

  /** A call for the receiver of this network. */
  IpcEnvelope callFrom(SubnetId network, long value, long nonce) {
    return call(IpcAddress.of(network, SENDER), IpcAddress.of(here, RECEIVER), value)
        .withNonces(UInt64.of(nonce), UInt64.ZERO);
  }

  static IpcEnvelope with(IpcEnvelope envelope, EnvelopeKind kind, Bytes message) {
    return new IpcEnvelope(
        kind,
        envelope.localNonce(),
        envelope.originalNonce(),
        envelope.value(),
        envelope.to(),
        envelope.from(),
        message);
  }

  GatewayCaller system() {
    return gateway.as(SystemActors.SYSTEM_ACTOR);
  }

  static List<GatewayEvent> events(Outcome<?> outcome) {
    return outcome.logs().stream().flatMap(log -> GatewayEvent.parse(log).stream()).toList();
  }

  static Bytes revert(Outcome<?> outcome) {
    return outcome.fold(
        (result, logs) -> {
          throw new AssertionError("accepted: " + result);
        },
        reason -> reason.data());
  }

  /** Asserts that an operation is refused with exactly these data, and that it changed nothing. */
  void refuses(Supplier<Outcome<?>> operation, Bytes data) {
    String before = everything();
    Outcome<?> outcome = operation.get();
    assertThat(revert(outcome)).isEqualTo(data);
    assertThat(outcome.logs()).isEmpty();
    assertThat(everything()).isEqualTo(before);
  }

  void refuses(Supplier<Outcome<?>> operation, IpcError error) {
    refuses(operation, error.revert().data());
  }

  /** Everything that an operation can change, as text. */
  String everything() {
    GatewayView view = gateway.view();
    TreeMap<EthAddress, UInt256> balances = new TreeMap<>();
    for (EthAddress account :
        List.of(
            gateway.address(),
            ACTOR_A,
            ACTOR_B,
            SENDER,
            RECEIVER,
            PERSON,
            SystemActors.BURNT_FUNDS_ACTOR)) {
      balances.put(account, chain.balance(account));
    }
    return view.bottomUpNonce()
        + " "
        + view.appliedTopDownNonce()
        + " "
        + view.listSubnets()
        + " "
        + view.postboxMsgs()
        + " "
        + view.bottomUpMsgBatch(UInt256.of(10))
        + " "
        + view.getLatestParentFinality()
        + " "
        + view.lastCheckpointHeight()
        + " "
        + balances;
  }
}
