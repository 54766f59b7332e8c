// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.core.chain.RevertSignal;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.state.Journal;
import io.crossline.core.state.State;
import io.crossline.ipc.BatchCommitment;
import io.crossline.ipc.bottomup.PendingBatch;
import io.crossline.ipc.bottomup.PendingBatches;
import io.crossline.ipc.checkpoint.BatchInclusion;
import io.crossline.ipc.merkle.EnvelopeLeaf;
import io.crossline.ipc.merkle.StandardMerkleTree;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * {@code ipc.bottom-up-batch}: the trees of batches with their proofs, and sequences of what a
 * subnet actor does with batches. A step that fails changes nothing.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class BottomUpBatchSuite {
  /** The suite. */
  public static final Suite SUITE = Suite.of("ipc.bottom-up-batch", BottomUpBatchSuite::run);

  private static final Shape TREE = Shape.of().in("op", "input").expect("expect");
  private static final Shape TREE_INPUT = Shape.of().optionalIn("envelopes").both("leaves");
  private static final Shape STEPS = Shape.of().in("steps");

  private static final Form<List<Bytes32>> HASHES = Forms.list(Forms.BYTES32);
  private static final Form<BatchCommitment> COMMITMENT =
      ObjectForm.record(BatchCommitment.class, Forms.UINT64, Forms.BYTES32);
  private static final Form<BatchInclusion> INCLUSION =
      ObjectForm.record(BatchInclusion.class, EnvelopeForms.ENVELOPE, HASHES);
  private static final Form<PendingBatch> PENDING =
      ObjectForm.<PendingBatch>of()
          .field("height", Forms.UINT64, PendingBatch::height)
          .field("totalNumMsgs", Forms.UINT64, pending -> pending.commitment().totalNumMsgs())
          .field("msgsRoot", Forms.BYTES32, pending -> pending.commitment().msgsRoot())
          .field("executed", HASHES, PendingBatch::executed)
          .build(
              read ->
                  new PendingBatch(
                      read.get("height", UInt64.class),
                      new BatchCommitment(
                          read.get("totalNumMsgs", UInt64.class),
                          read.get("msgsRoot", Bytes32.class)),
                      read.list("executed", Bytes32.class)));

  private static final Map<String, Consumer<VectorCase>> TREES =
      Map.of("tree", BottomUpBatchSuite::tree);
  private static final Map<String, StepKind> OPERATIONS =
      Map.of(
          "record", new StepKind(step("commitment"), BottomUpBatchSuite::record),
          "process", new StepKind(step("envelope", "proof"), BottomUpBatchSuite::process),
          "processMany", new StepKind(step("inclusions"), BottomUpBatchSuite::processMany));

  private BottomUpBatchSuite() {}

  private static void run(VectorCase vector) {
    if (vector.json().fields().containsKey("steps")) {
      steps(vector);
    } else {
      vector.named("op", TREES).accept(vector);
    }
  }

  private static void tree(VectorCase vector) {
    Fields fields = vector.fields(TREE);
    fields.input("op");
    Fields input = fields.fields("input", TREE_INPUT);
    List<Bytes32> leaves = input.in("leaves", HASHES);
    input
        .optionalIn("envelopes", Forms.list(EnvelopeForms.ENVELOPE))
        .ifPresentOrElse(
            envelopes ->
                input.expect("leaves", HASHES, envelopes.stream().map(EnvelopeLeaf::of).toList()),
            () -> input.compared("leaves"));
    StandardMerkleTree tree = StandardMerkleTree.ofLeaves(leaves);
    Fields expect = fields.fields("expect", Shape.of().expect("root", "proofs"));
    expect.expect("root", Forms.BYTES32, tree.root());
    expect.expect(
        "proofs",
        Forms.list(HASHES),
        IntStream.range(0, tree.leaves().size()).mapToObj(tree::proof).toList());
  }

  private static void steps(VectorCase vector) {
    State state = new State();
    PendingBatches batches = new PendingBatches(state);
    for (JsonValue item : vector.fields(STEPS).input("steps").asArray().items()) {
      step(vector, item.asObject(), state, batches);
    }
  }

  private static void step(
      VectorCase vector, JsonObject json, State state, PendingBatches batches) {
    StepKind kind = vector.named(json, "op", OPERATIONS);
    Fields step = vector.track(json, kind.shape());
    step.input("op");
    UInt64 height = step.in("height", Forms.UINT64);
    Runnable run = kind.operation().prepare(step, batches, height);
    boolean revertExpected = RevertExpectation.isRevert(json.required("expect").asObject());
    Fields expect = step.fields("expect", expected(json.required("expect").asObject()));
    Journal.Mark mark = state.journal().mark();
    try {
      run.run();
      if (revertExpected) {
        RevertExpectation.missing(expect, "no revert");
      }
    } catch (RevertSignal e) {
      state.journal().revertTo(mark);
      if (revertExpected) {
        RevertExpectation.compare(expect, e.revert());
      } else {
        expect.differs("pending", "reverted: " + e.revert().description());
      }
    }
    expect.expect("pending", Forms.list(PENDING), batches.list());
  }

  private static Shape expected(JsonObject expect) {
    Shape outcome =
        RevertExpectation.isRevert(expect) ? RevertExpectation.shape(expect) : Shape.of();
    return outcome.expect("pending");
  }

  private static Shape step(String... inputs) {
    return Shape.of().in("op", "height").in(inputs).expect("expect");
  }

  private static Runnable record(Fields step, PendingBatches batches, UInt64 height) {
    BatchCommitment commitment = step.in("commitment", COMMITMENT);
    return () -> batches.record(height, commitment);
  }

  private static Runnable process(Fields step, PendingBatches batches, UInt64 height) {
    BatchInclusion inclusion =
        new BatchInclusion(step.in("envelope", EnvelopeForms.ENVELOPE), step.in("proof", HASHES));
    return () -> batches.process(height, inclusion);
  }

  private static Runnable processMany(Fields step, PendingBatches batches, UInt64 height) {
    List<BatchInclusion> inclusions = step.in("inclusions", Forms.list(INCLUSION));
    return () -> inclusions.forEach(inclusion -> batches.process(height, inclusion));
  }

  /** What a step does and which fields it has. */
  private record StepKind(Shape shape, StepOperation operation) {}

  /** Takes the inputs of a step and gives what it does. */
  private interface StepOperation {
    Runnable prepare(Fields step, PendingBatches batches, UInt64 height);
  }
}
