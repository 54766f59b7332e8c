// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Slot;
import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;
import io.crossline.starknet.l2.Roles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The conformance classes against what is right, and against what breaks one rule each. */
class ConformanceClassesTest {
  /** The tests of a class that fail. */
  static List<String> failures(Class<?> type) {
    List<String> failed = new ArrayList<>();
    EngineTestKit.engine("junit-jupiter")
        .selectors(DiscoverySelectors.selectClass(type))
        .execute()
        .testEvents()
        .finished()
        .stream()
        .filter(
            event ->
                event.getRequiredPayload(TestExecutionResult.class).getStatus()
                    == TestExecutionResult.Status.FAILED)
        .forEach(event -> failed.add(event.getTestDescriptor().getDisplayName()));
    failed.sort(null);
    return failed;
  }

  private static Slot<UInt256> sum(Storage storage) {
    return storage.slot("sum", Codec.UINT256, UInt256.ZERO);
  }

  /** Adds up what it is sent. */
  static class Adding {
    @L1Handler(from = "owner")
    void add(L2Context ctx, EthAddress from, Felt by) {
      sum(ctx.storage()).update(n -> n.plus(by.toUInt256()));
      ctx.sendMessageToL1(from, Payload.of(by));
    }
  }

  static class GoodStarknet extends StarknetHandlerConformance {
    @Override
    protected Object handler() {
      return new Adding();
    }

    @Override
    protected void bind(Roles roles) {
      roles.bind("owner", sender());
    }

    @Override
    protected String function() {
      return "add";
    }

    @Override
    protected Payload payload() {
      return Payload.of(Felt.of(3));
    }

    @Override
    protected String observe(Storage storage) {
      return sum(storage).get().toString();
    }
  }

  static class RefusesAll extends GoodStarknet {
    @Override
    protected String function() {
      return "subtract";
    }
  }

  static class Random extends GoodStarknet {
    private static final java.util.concurrent.atomic.AtomicInteger CALLS =
        new java.util.concurrent.atomic.AtomicInteger();

    static class Handler {
      @L1Handler(from = "owner", name = "add")
      void add(L2Context ctx, EthAddress from, Felt by) {
        sum(ctx.storage()).set(UInt256.of(CALLS.incrementAndGet()));
      }
    }

    @Override
    protected Object handler() {
      return new Handler();
    }
  }

  static class TakesAnything extends GoodStarknet {
    static class Handler {
      @L1Handler(from = "owner", name = "add")
      void add(L2Context ctx, EthAddress from, Payload all) {
        sum(ctx.storage()).set(UInt256.ONE);
      }
    }

    @Override
    protected Object handler() {
      return new Handler();
    }
  }

  static class TakesStrangers extends GoodStarknet {
    static class Handler {
      @L1Handler(anyone = true, name = "add")
      void add(L2Context ctx, EthAddress from, Felt by) {
        sum(ctx.storage()).set(UInt256.ONE);
      }
    }

    @Override
    protected Object handler() {
      return new Handler();
    }

    @Override
    protected void bind(Roles roles) {}
  }

  @Test
  void starknetHandlers() {
    assertThat(failures(GoodStarknet.class)).isEmpty();
    assertThat(failures(RefusesAll.class)).containsExactly("h1TakesAGoodMessage()");
    assertThat(failures(Random.class)).containsExactly("h2DoesTheSameEachTime()");
    assertThat(failures(TakesAnything.class))
        .containsExactly("h3RefusesWhatIsMalformedAndKeepsNothingOfIt()");
    assertThat(failures(TakesStrangers.class))
        .containsExactly("h4RefusesStrangersAndKeepsNothingOfThem()");
  }

  static class GoodIpc extends IpcHandlerConformance {
    @Override
    protected IpcHandler handler() {
      return (envelope, context) -> {
        UInt256 by = CallMsg.decode(envelope.message()).params().getUInt256(0);
        sum(context.storage()).update(n -> n.plus(by));
        return Bytes.EMPTY;
      };
    }

    @Override
    protected CallMsg call() {
      return new CallMsg(Bytes.utf8("add"), UInt256.of(3).toBytes32().toBytes());
    }

    @Override
    protected String observe(Storage storage) {
      return sum(storage).get().toString();
    }
  }

  static class SwallowsTheMalformed extends GoodIpc {
    static final class Handler implements IpcHandler {
      @Override
      public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
        sum(context.storage()).set(UInt256.ONE);
        return Bytes.EMPTY;
      }
    }

    @Override
    protected IpcHandler handler() {
      return new Handler();
    }
  }

  @Test
  void contractsOfIpc() {
    assertThat(failures(GoodIpc.class)).isEmpty();
    assertThat(failures(SwallowsTheMalformed.class))
        .containsExactly("h3RefusesWhatIsMalformedAndKeepsNothingOfIt()");
  }
}
