// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.core.chain.Attempt;
import io.crossline.core.chain.Block;
import io.crossline.core.chain.CallObserver;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Receipt;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.l1.CoreOperation;
import io.crossline.starknet.l1.StarknetCore;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.network.StarknetParameters;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Records what the core contract of a {@link StarknetNetwork} does, as one case of the suite {@code
 * starknet.core}: every message sent, consumed and cancelled, every state update with its messages,
 * and what was refused. Steps of L1 blocks that are lost are left out, and state updates that were
 * refused for another reason than a message, which the suite cannot say.
 *
 * <p>Not thread-safe: it belongs to the network's thread.
 */
public final class CoreRecorder implements Recorder {
  private final StarknetCore core;
  private final EthAddress collector;
  private final UInt256 cancellationDelay;
  private final Tape<ObservedCoreCall, WrittenCoreStep> tape;
  private boolean running;

  private CoreRecorder(StarknetNetwork network, int mostSteps) {
    core = network.core();
    collector = network.parameters().feeCollector();
    cancellationDelay = core.messageCancellationDelay();
    tape = new Tape<>(core.address(), new Room(mostSteps), new CoreStepWriter(core));
  }

  /**
   * Begins to record.
   *
   * @param network the network; its core contract has the deployed rules, the operator and the fee
   *     collector of {@link StarknetParameters#DEFAULT}, and has done nothing yet
   * @return the recorder
   * @throws IllegalArgumentException if the network is set up otherwise
   * @throws IllegalStateException if its core contract was used already
   */
  public static CoreRecorder attach(StarknetNetwork network) {
    return attach(network, MOST_STEPS);
  }

  /**
   * Begins to record.
   *
   * @param network the network; its core contract has the deployed rules, the operator and the fee
   *     collector of {@link StarknetParameters#DEFAULT}, and has done nothing yet
   * @param mostSteps how many steps are kept at most, at least 1
   * @return the recorder
   * @throws IllegalArgumentException if the network is set up otherwise
   * @throws IllegalStateException if its core contract was used already
   */
  public static CoreRecorder attach(StarknetNetwork network, int mostSteps) {
    requireAsInVectors(network.parameters());
    if (!CoreStanding.of(network.core(), EthAddress.ZERO).nonce().isZero()
        || !network.core().stateBlockNumber().bits().isZero()) {
      throw new IllegalStateException(
          "recording: the core contract was used already; begin to record before the first message");
    }
    CoreRecorder recorder = new CoreRecorder(network, mostSteps);
    network.core().observe(recorder::runs);
    network.l1().observe(recorder.new Blocks());
    return recorder;
  }

  private static void requireAsInVectors(StarknetParameters parameters) {
    StarknetParameters known = StarknetParameters.DEFAULT;
    if (!parameters.rules().equals(CoreRules.DEPLOYED)
        || !parameters.operator().equals(known.operator())
        || !parameters.feeCollector().equals(known.feeCollector())
        || !parameters.firstNonce().isZero()) {
      throw new IllegalArgumentException(
          "recording: vectors of the suite starknet.core have the deployed rules, the operator "
              + known.operator()
              + ", the fee collector "
              + known.feeCollector()
              + " and 0 for the first nonce; the network has rules \""
              + parameters.rules().name()
              + "\", "
              + parameters.operator()
              + ", "
              + parameters.feeCollector()
              + " and "
              + parameters.firstNonce());
    }
  }

  private Consumer<Attempt<?>> runs(Frame frame, CoreOperation<?> operation) {
    if (tape.isOver()) {
      return attempt -> {};
    }
    UInt64 block = frame.block().number();
    if (running) {
      tape.end(block, "whoever was paid called the contract back there");
      return attempt -> {};
    }
    running = true;
    CoreStanding before = CoreStanding.of(core, collector).without(frame.value());
    Optional<CoreWords> words = CoreWords.of(operation, frame.caller(), before.nonce());
    CoreEntries unchanged = entries(words);
    int place = frame.transaction();
    int logs = frame.logCount();
    return attempt -> {
      running = false;
      boolean failed = attempt instanceof Attempt.Failed<?>;
      tape.add(
          new ObservedCoreCall(
              block,
              place,
              frame.block().timestamp(),
              frame.caller(),
              frame.value(),
              operation,
              words,
              attempt,
              failed
                  ? List.of()
                  : frame.logsSince(logs).stream()
                      .filter(log -> log.emitter().equals(core.address()))
                      .toList(),
              before,
              failed ? before : CoreStanding.of(core, collector),
              failed ? unchanged : entries(words)));
    };
  }

  private CoreEntries entries(Optional<CoreWords> words) {
    return words
        .map(known -> CoreEntries.of(core, known.toL2(), known.toL1()))
        .orElseGet(CoreEntries::new);
  }

  @Override
  public int steps() {
    return tape.steps().size();
  }

  @Override
  public List<String> omissions() {
    return tape.omission().stream().toList();
  }

  @Override
  public void writeTo(Appendable out, String source) throws IOException {
    tape.finished(core.chain().receiptsSince(0));
    Members head = new Members().put("id", "run");
    tape.omission().ifPresent(omission -> head.put("note", omission));
    head.put("rules", core.rules().name()).put("cancellationDelay", cancellationDelay);
    List<WrittenCoreStep> steps = tape.steps();
    CoreEntries all = new CoreEntries();
    steps.forEach(step -> all.putAll(step.entries()));
    WrittenCoreStep last = steps.isEmpty() ? WrittenCoreStep.NONE : steps.get(steps.size() - 1);
    VectorDocument.write(
        out,
        "starknet.core",
        source,
        List.of(
            new RecordedCase(
                head,
                steps.stream().map(WrittenCoreStep::text).toList(),
                new Members().put("finalState", last.state(all)))));
  }

  private final class Blocks implements CallObserver {
    @Override
    public Consumer<CallResult> calls(
        EthAddress from, EthAddress to, UInt256 coins, Bytes calldata) {
      return result -> {};
    }

    @Override
    public void sealed(Block<Receipt> block) {
      tape.finished(block.receipts());
    }

    @Override
    public void undone(UInt64 last) {
      tape.takenBack(last);
    }
  }
}
