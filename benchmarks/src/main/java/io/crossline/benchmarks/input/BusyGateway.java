// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.input;

import io.crossline.core.chain.Chain;
import io.crossline.ipc.Asset;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.GatewayConfig;
import io.crossline.ipc.gateway.SystemActors;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;

/**
 * A gateway between its parent and many children: calls of 200 message bytes come down from the
 * parent and pass through to a child, each in a transaction of its own. Not thread-safe.
 */
public final class BusyGateway {
  private static final SubnetId ROOT = SubnetId.root(314);
  private static final EthAddress OWNER = EthAddress.truncate(UInt256.of(0x0e));
  private static final EthAddress SENDER = EthAddress.truncate(UInt256.of(0x5e));
  private static final EthAddress CONTRACT = EthAddress.truncate(UInt256.of(0xc1));
  private static final int FIRST_ACTOR = 0x10000;
  private static final int FILL_BATCH = 500;

  private final Chain chain = new Chain("middle", block(1));
  private final SubnetId here = ROOT.child(EthAddress.truncate(UInt256.of(0xa1)));
  private final Gateway gateway;
  private final IpcEnvelope[] calls = new IpcEnvelope[Inputs.COUNT];
  private long blocks = 1;
  private long applied;

  /**
   * Deploys the gateway and registers its children.
   *
   * @param children how many
   */
  public BusyGateway(int children) {
    gateway = deploy(EthAddress.truncate(UInt256.of(0x6a)), here);
    for (int i = 0; i < children; i++) {
      register(gateway, EthAddress.truncate(UInt256.of(FIRST_ACTOR + i)));
    }
    chain.deploy(SENDER, (frame, calldata) -> Bytes.EMPTY);
    IpcEnvelope[] templates = Inputs.envelopes(1, 200);
    for (int i = 0; i < calls.length; i++) {
      SubnetId child = here.child(EthAddress.truncate(UInt256.of(FIRST_ACTOR + i % children)));
      calls[i] = call(IpcAddress.of(ROOT, SENDER), child, templates[i].message());
    }
    seal();
  }

  private static BlockInfo block(long number) {
    return new BlockInfo(UInt64.of(number), UInt64.of(1_800_000_000L + number));
  }

  private static IpcEnvelope call(IpcAddress from, SubnetId to, Bytes message) {
    return IpcEnvelope.createCallMsg(
        from, IpcAddress.of(to, CONTRACT), UInt256.ZERO, new CallMsg(message, Bytes.EMPTY));
  }

  private Gateway deploy(EthAddress address, SubnetId network) {
    return Gateway.deploy(chain, address, GatewayConfig.of(network, UInt256.of(10), OWNER));
  }

  private void register(Gateway at, EthAddress actor) {
    if (chain.contract(actor).isEmpty()) {
      chain.deploy(
          actor,
          (frame, calldata) ->
              calldata.truncate(4).equals(ContractFunctions.SUPPLY_SOURCE.selector())
                  ? Asset.NATIVE.encoded()
                  : Bytes.EMPTY);
    }
    at.as(OWNER).approveSubnet(actor).orThrow();
    at.as(actor).register(UInt256.ZERO, UInt256.ZERO, UInt256.ZERO).orThrow();
  }

  /**
   * Fills batches of the gateway with messages on their way up, and the postbox of another gateway
   * on the same chain with messages that wait.
   *
   * @param envelopes how many in all
   */
  public void fill(int envelopes) {
    Bytes message = Inputs.envelopes(1, 200)[0].message();
    for (int i = 0; i < envelopes / 2; i++) {
      gateway
          .as(SENDER)
          .sendContractXnetMessage(call(IpcAddress.EMPTY, ROOT, message), UInt256.ZERO)
          .orThrow();
      if (i % FILL_BATCH == 0) {
        seal();
      }
    }
    SubnetId elsewhere = ROOT.child(EthAddress.truncate(UInt256.of(0xa2)));
    Gateway other = deploy(EthAddress.truncate(UInt256.of(0x6b)), elsewhere);
    EthAddress actor = EthAddress.truncate(UInt256.of(0xd1));
    register(other, actor);
    SubnetId child = elsewhere.child(actor);
    for (int first = 0; first < envelopes / 2; first += FILL_BATCH) {
      List<IpcEnvelope> batch = new ArrayList<>();
      for (int i = first; i < Math.min(first + FILL_BATCH, envelopes / 2); i++) {
        batch.add(
            call(IpcAddress.of(child, CONTRACT), ROOT, message)
                .withNonces(UInt64.of(i), UInt64.of(i)));
      }
      other.as(actor).execBottomUpMsgBatch(batch).orThrow();
      seal();
    }
    int stored = other.view().postboxMsgs().size();
    if (stored != envelopes / 2) {
      throw new IllegalStateException("found " + stored + " messages in the other postbox");
    }
  }

  /**
   * The next call as it arrives.
   *
   * @return the call
   */
  public IpcEnvelope next() {
    return fresh(calls[(int) (applied & Inputs.MASK)], applied++);
  }

  /**
   * A call as it arrives, which the gateway is not given.
   *
   * @param input which, from 0
   * @return the call
   */
  public IpcEnvelope call(int input) {
    return fresh(calls[input], 0);
  }

  /** As if it were just decoded: it does not know its tracing id yet. */
  private static IpcEnvelope fresh(IpcEnvelope call, long nonce) {
    return new IpcEnvelope(
        call.kind(),
        UInt64.of(nonce),
        UInt64.ZERO,
        call.value(),
        call.to(),
        call.from(),
        call.message());
  }

  /**
   * Applies the next call, stores it in the postbox, and sends it on to the child.
   *
   * @return what became of it, and the logs
   */
  public Outcome<List<Delivery>> hop() {
    return gateway.as(SystemActors.SYSTEM_ACTOR).applyCrossMessages(List.of(next()));
  }

  /** Seals the block, which lets go of its receipts. */
  public void seal() {
    chain.seal(block(++blocks));
  }
}
