// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Chain;
import io.crossline.ipc.Asset;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.GatewayConfig;
import io.crossline.ipc.gateway.GatewayOperation;
import io.crossline.ipc.gateway.HandlerContract;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * A handler that sends, has the postbox propagated, and calls others that do the same and then may
 * revert: what reverted leaves nothing, and the rest is as if it had never been tried.
 */
class ReentrantHandlerProperties {
  private static final SubnetId ROOT = SubnetId.root(7);
  private static final EthAddress OWNER = address(0x0e);
  private static final EthAddress GATEWAY = address(0x6a);
  private static final EthAddress[] ACTORS = {address(0xa1), address(0xb1)};
  private static final EthAddress[] ACTING = {address(0xc1), address(0xc2)};
  private static final EthAddress SOMEBODY = address(0x5e);

  // The letters of a script. A nested one is its length, how it ends, and its letters.
  private static final byte SEND_A = 0;
  private static final byte SEND_B = 1;
  private static final byte PROPAGATE = 2;
  private static final byte NEST = 3;
  private static final byte RETURNS = 0;
  private static final byte REVERTS = 1;

  private static EthAddress address(int number) {
    return EthAddress.of(UInt256.of(number));
  }

  /** Runs a script: as the handler of a message, or called by the other one. */
  private static final class Acting implements IpcHandler {
    private final EthAddress other;

    Acting(EthAddress other) {
      this.other = other;
    }

    @Override
    public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
      run(CallMsg.decode(envelope.message()).params(), context);
      return Bytes.EMPTY;
    }

    @Override
    public Bytes fallback(Bytes calldata, IpcContext context) {
      run(calldata.slice(1), context);
      if (calldata.get(0) == REVERTS) {
        throw context.revert("as the script says");
      }
      return Bytes.EMPTY;
    }

    private void run(Bytes script, IpcContext context) {
      int at = 0;
      while (at < script.size()) {
        byte letter = script.get(at++);
        if (letter == NEST) {
          int size = script.get(at++) & 0xff;
          context.call(other, UInt256.ZERO, script.slice(at, at + size));
          at += size;
        } else if (letter == PROPAGATE) {
          context.call(GATEWAY, UInt256.ZERO, GatewayOperation.propagateAll().calldata());
        } else {
          IpcAddress to = IpcAddress.of(ROOT.child(ACTORS[letter]), SOMEBODY);
          context.send(to, new CallMsg(Bytes.utf8("hi"), Bytes.EMPTY), UInt256.ZERO);
        }
      }
    }
  }

  /** A gateway with two children, one waiting message, and a message for the first contract. */
  private static final class World {
    final Chain chain = new Chain("root", new BlockInfo(UInt64.of(5), UInt64.of(1_000)));
    final Gateway gateway =
        Gateway.deploy(chain, GATEWAY, GatewayConfig.of(ROOT, UInt256.of(10), OWNER));

    World() {
      for (EthAddress actor : ACTORS) {
        chain.deploy(
            actor,
            (frame, calldata) ->
                calldata.truncate(4).equals(ContractFunctions.SUPPLY_SOURCE.selector())
                    ? Asset.NATIVE.encoded()
                    : Bytes.EMPTY);
        gateway.as(OWNER).approveSubnet(actor).orThrow();
        gateway.as(actor).register(UInt256.ZERO, UInt256.ZERO, UInt256.ZERO).orThrow();
      }
      chain.deploy(ACTING[0], new HandlerContract<>(new Acting(ACTING[1]), ROOT, GATEWAY));
      chain.deploy(ACTING[1], new HandlerContract<>(new Acting(ACTING[0]), ROOT, GATEWAY));
    }

    Outcome<?> run(Bytes script) {
      SubnetId below = ROOT.child(ACTORS[0]);
      IpcAddress from = IpcAddress.of(below, SOMEBODY);
      IpcEnvelope passing =
          call(from, IpcAddress.of(ROOT.child(ACTORS[1]), SOMEBODY), Bytes.EMPTY, 0);
      IpcEnvelope acting = call(from, IpcAddress.of(ROOT, ACTING[0]), script, 1);
      return gateway.as(ACTORS[0]).execBottomUpMsgBatch(List.of(passing, acting));
    }

    private static IpcEnvelope call(IpcAddress from, IpcAddress to, Bytes params, long nonce) {
      return IpcEnvelope.createCallMsg(
              from, to, UInt256.ZERO, new CallMsg(Bytes.utf8("act"), params))
          .withNonces(UInt64.of(nonce), UInt64.of(nonce));
    }

    List<Object> state() {
      return List.of(
          gateway.view().listSubnets(),
          gateway.view().postboxMsgs(),
          gateway.view().bottomUpNonce(),
          gateway.view().appliedTopDownNonce());
    }
  }

  private static Bytes script(Random random, int letters, int depth, boolean withReverts) {
    List<Bytes> parts = new ArrayList<>();
    for (int i = 0; i < letters; i++) {
      int choice = random.nextInt(depth > 2 ? 3 : 5);
      if (choice < 3) {
        parts.add(Bytes.of((byte) choice));
        continue;
      }
      // The same choices are made whether what reverts is kept or left out.
      boolean reverts = random.nextBoolean();
      Bytes nested = script(random, random.nextInt(3), depth + 1, withReverts);
      if (!reverts || withReverts) {
        parts.add(
            Bytes.concat(
                Bytes.of(NEST, (byte) (nested.size() + 1), reverts ? REVERTS : RETURNS), nested));
      }
    }
    return Bytes.concat(parts.toArray(Bytes[]::new));
  }

  @Property
  void whatRevertsInsideLeavesNothing(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 8) int letters) {
    World tried = new World();
    World never = new World();
    Bytes withReverts = script(new Random(seed), letters, 0, true);
    Bytes without = script(new Random(seed), letters, 0, false);
    Outcome<?> outcome = tried.run(withReverts);
    Outcome<?> other = never.run(without);

    assertThat(outcome.isAccepted()).isTrue();
    assertThat(shape(outcome)).isEqualTo(shape(other));
    assertThat(tried.gateway.view().bottomUpNonce())
        .isEqualTo(never.gateway.view().bottomUpNonce());
    assertThat(tried.state().get(3)).isEqualTo(never.state().get(3));
    noGaps(tried, outcome);
  }

  /** The logs without the ids, which name the script itself. */
  private static List<String> shape(Outcome<?> outcome) {
    return outcome.logs().stream()
        .map(log -> log.emitter() + " " + log.topics().get(0) + " " + log.topics().size())
        .toList();
  }

  /** Each child is sent as many messages as its nonce says. */
  private static void noGaps(World world, Outcome<?> outcome) {
    for (Subnet child : world.gateway.view().listSubnets()) {
      List<UInt64> nonces =
          outcome.logs().stream()
              .flatMap(log -> GatewayEvent.parse(log).stream())
              .filter(GatewayEvent.NewTopDownMessage.class::isInstance)
              .map(GatewayEvent.NewTopDownMessage.class::cast)
              .filter(event -> event.subnet().equals(child.id().actor()))
              .map(event -> event.message().localNonce())
              .toList();
      List<UInt64> expected = new ArrayList<>();
      for (long nonce = 0; nonce < child.topDownNonce().longValueExact(); nonce++) {
        expected.add(UInt64.of(nonce));
      }
      assertThat(nonces).isEqualTo(expected);
    }
  }
}
