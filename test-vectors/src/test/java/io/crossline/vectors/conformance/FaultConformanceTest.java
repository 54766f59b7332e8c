// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.Signature;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.sdk.IpcMethod;
import io.crossline.ipc.sdk.TypedExchange;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Slot;
import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.ipc.HandledLog;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l2.CairoPanic;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Right handlers keep the rules whatever goes wrong; each wrong one breaks those that it should.
 */
class FaultConformanceTest {
  private static final String F1 = "f1DependsOnWhatWasCommittedAlone()";
  private static final String F2 = "f2LeavesNoTraceOfWhatWasUndone()";
  private static final String F5 = "f5BreaksNoInvariant()";

  /** The tests of faults that fail, and what they say. */
  private static Map<String, String> failures(Class<?> type) {
    Map<String, String> failed = new TreeMap<>();
    EngineTestKit.engine("junit-jupiter")
        .selectors(DiscoverySelectors.selectClass(type))
        .execute()
        .testEvents()
        .failed()
        .stream()
        .filter(event -> event.getTestDescriptor().getDisplayName().startsWith("f"))
        .forEach(
            event ->
                failed.put(
                    event.getTestDescriptor().getDisplayName(),
                    event
                        .getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .map(Throwable::getMessage)
                        .orElse("")));
    return failed;
  }

  private static Slot<UInt256> sum(Storage storage) {
    return storage.slot("sum", Codec.UINT256, UInt256.ZERO);
  }

  /** Adds up what it is sent, and answers; refuses every fifth number. */
  static class Adding {
    @L1Handler(anyone = true)
    void add(L2Context ctx, EthAddress from, Felt number) {
      UInt256 now = sum(ctx.storage()).update(n -> n.plus(number.toUInt256()));
      ctx.sendMessageToL1(from, Payload.of(now));
      if (number.toUInt256().longValueExact() % 5 == 4) {
        throw new CairoPanic("every fifth");
      }
    }
  }

  static class RightOnStarknet extends StarknetHandlerFaultConformance {
    @Override
    protected Object handler() {
      return new Adding();
    }

    @Override
    protected String function() {
      return "add";
    }

    @Override
    protected Payload payload() {
      return payload(0);
    }

    @Override
    protected Payload payload(int number) {
      return Payload.of(Felt.of(number));
    }

    @Override
    protected String observe(Storage storage) {
      return sum(storage).get().toString();
    }
  }

  static class StaticOnStarknet extends RightOnStarknet {
    private static final AtomicLong TOTAL = new AtomicLong();

    static class Handler {
      @L1Handler(anyone = true)
      void add(L2Context ctx, EthAddress from, Felt number) {
        TOTAL.addAndGet(number.toUInt256().longValueExact());
      }
    }

    @Override
    protected Object handler() {
      return new Handler();
    }

    @Override
    protected String observe(Storage storage) {
      return TOTAL.toString();
    }
  }

  /** Reckons outside of its storage, and writes the outcome into it. */
  static class CachesOnStarknet extends RightOnStarknet {
    private static final AtomicLong TOTAL = new AtomicLong();

    static class Handler {
      @L1Handler(anyone = true)
      void add(L2Context ctx, EthAddress from, Felt number) {
        long now = TOTAL.addAndGet(number.toUInt256().longValueExact());
        sum(ctx.storage()).set(UInt256.of(now));
      }
    }

    @Override
    protected Object handler() {
      return new Handler();
    }
  }

  static class ClockOnStarknet extends RightOnStarknet {
    static class Handler {
      @L1Handler(anyone = true)
      void add(L2Context ctx, EthAddress from, Felt number) {
        sum(ctx.storage()).set(UInt256.of(System.nanoTime()));
      }
    }

    @Override
    protected Object handler() {
      return new Handler();
    }
  }

  /** Answers with a number of its own, and keeps nothing. */
  static class ClockInAnswersOnStarknet extends RightOnStarknet {
    static class Handler {
      @L1Handler(anyone = true)
      void add(L2Context ctx, EthAddress from, Felt number) {
        ctx.sendMessageToL1(from, Payload.of(UInt256.of(System.nanoTime())));
      }
    }

    @Override
    protected Object handler() {
      return new Handler();
    }
  }

  static class RefusesOnStarknet extends RightOnStarknet {
    @Override
    protected String function() {
      return "subtract";
    }
  }

  @Test
  void handlersOnStarknet() {
    assertThat(failures(RightOnStarknet.class)).isEmpty();
    assertThat(failures(StaticOnStarknet.class))
        .containsOnlyKeys(F1, F2)
        .hasEntrySatisfying(F1, said -> assertThat(said).contains("seed 1", "no static"))
        .hasEntrySatisfying(F2, said -> assertThat(said).contains("seed 1", "it kept", "undone"));
    assertThat(failures(CachesOnStarknet.class)).containsOnlyKeys(F1);
    assertThat(failures(ClockOnStarknet.class))
        .containsOnlyKeys(F1)
        .hasEntrySatisfying(F1, said -> assertThat(said).contains("keeps something else"));
    assertThat(failures(ClockInAnswersOnStarknet.class))
        .containsOnlyKeys(F1)
        .hasEntrySatisfying(F1, said -> assertThat(said).contains("answered otherwise", "block"));
    assertThat(failures(RefusesOnStarknet.class))
        .containsOnlyKeys(F1)
        .hasEntrySatisfying(F1, said -> assertThat(said).contains("took no message"));
  }

  /** Adds up what it is sent, and calls back; refuses every fifth number. */
  static class Summing implements IpcHandler {
    @Override
    public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
      if (envelope.kind() == EnvelopeKind.RESULT) {
        context
            .storage()
            .slot("results", Codec.UINT256, UInt256.ZERO)
            .update(n -> n.plus(UInt256.ONE));
        return Bytes.EMPTY;
      }
      UInt256 number = CallMsg.decode(envelope.message()).params().getUInt256(0);
      UInt256 now = sum(context.storage()).update(n -> n.plus(number));
      long rest = number.longValueExact() % 5;
      if (rest == 3) {
        context.send(
            envelope.from(),
            CallMsg.decode(envelope.message()),
            UInt256.of(envelope.value().isZero() ? 0 : 1));
      }
      if (rest == 4) {
        throw context.revert("every fifth");
      }
      return now.toBytes32().toBytes();
    }
  }

  static class RightOnIpc extends IpcHandlerFaultConformance {
    @Override
    protected IpcHandler handler() {
      return new Summing();
    }

    @Override
    protected CallMsg call() {
      return call(0);
    }

    @Override
    protected CallMsg call(int number) {
      return new CallMsg(Bytes.utf8("add"), UInt256.of(number).toBytes32().toBytes());
    }

    @Override
    protected UInt256 value() {
      return UInt256.of(3);
    }

    @Override
    protected String observe(Storage storage) {
      return sum(storage).get() + " " + storage.slot("results", Codec.UINT256, UInt256.ZERO).get();
    }
  }

  interface Counter {
    @IpcMethod
    UInt64 increment(UInt64 by);
  }

  /** With the typed face, whose base class keeps state of its own. */
  static class TypedCounter extends TypedExchange implements Counter {
    private final Slot<UInt64> sum = slot("sum", UInt64.ZERO);

    @Override
    public UInt64 increment(UInt64 by) {
      return sum.update(n -> n.plus(by));
    }
  }

  static class TypedOnIpc extends RightOnIpc {
    @Override
    protected IpcHandler handler() {
      return new TypedCounter();
    }

    @Override
    protected CallMsg call(int number) {
      Bytes selector = Signature.parse("increment(uint64)").selector();
      return new CallMsg(selector, UInt256.of(number).toBytes32().toBytes());
    }

    @Override
    protected String observe(Storage storage) {
      return storage.slot("sum", Codec.UINT64, UInt64.ZERO).get().toString();
    }
  }

  @Test
  void contractsWithTheTypedFace() {
    assertThat(failures(TypedOnIpc.class)).isEmpty();
    assertThat(new IpcFaultRun(new TypedOnIpc(), 1).run().state()).isNotEqualTo("0");
  }

  static class StaticOnIpc extends RightOnIpc {
    private static final AtomicLong TOTAL = new AtomicLong();

    static class Handler implements IpcHandler {
      @Override
      public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
        TOTAL.incrementAndGet();
        return Bytes.EMPTY;
      }
    }

    @Override
    protected IpcHandler handler() {
      return new Handler();
    }

    @Override
    protected String observe(Storage storage) {
      return TOTAL.toString();
    }
  }

  static class ClockOnIpc extends RightOnIpc {
    static class Handler implements IpcHandler {
      @Override
      public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
        sum(context.storage()).set(UInt256.of(System.nanoTime()));
        return Bytes.EMPTY;
      }
    }

    @Override
    protected IpcHandler handler() {
      return new Handler();
    }
  }

  static class ClockInAnswersOnIpc extends RightOnIpc {
    static class Handler implements IpcHandler {
      @Override
      public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
        return UInt256.of(System.nanoTime()).toBytes32().toBytes();
      }
    }

    @Override
    protected IpcHandler handler() {
      return new Handler();
    }
  }

  /** Says of each message twice that it has taken it. */
  static class ReportsTwice extends RightOnIpc {
    static class Handler implements IpcHandler {
      @Override
      public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
        context.emit(HandledLog.of(envelope).toLog(context.self()));
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
    assertThat(failures(RightOnIpc.class)).isEmpty();
    assertThat(failures(StaticOnIpc.class))
        .containsOnlyKeys(F1, F2)
        .hasEntrySatisfying(F1, said -> assertThat(said).contains("seed 1", "no static"))
        .hasEntrySatisfying(F2, said -> assertThat(said).contains("seed 1", "it kept", "undone"));
    assertThat(failures(ClockOnIpc.class))
        .containsKey(F1)
        .hasEntrySatisfying(F1, said -> assertThat(said).contains("keeps something else"));
    assertThat(failures(ClockInAnswersOnIpc.class))
        .containsOnlyKeys(F1)
        .hasEntrySatisfying(F1, said -> assertThat(said).contains("answered otherwise", "block"));
    assertThat(failures(ReportsTwice.class))
        .containsOnlyKeys(F5)
        .hasEntrySatisfying(F5, said -> assertThat(said).contains("seed 1", "violations"));
  }
}
