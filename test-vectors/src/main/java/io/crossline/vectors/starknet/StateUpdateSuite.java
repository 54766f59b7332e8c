// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.l1.CoreOperations;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.KzgProofs;
import io.crossline.starknet.l1.PointEvaluation;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l1.UpdateState;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code starknet.state-update}: one whole call of {@code updateState} or {@code updateStateKzgDA}.
 * Compared are all events, who was paid how much, and the state after, or the revert, after which
 * the state must be the one before. The fact registry answers as the case says. The point
 * evaluation precompile accepts every proof, unless the case expects one of its two failures.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class StateUpdateSuite {
  /** The suite. */
  public static final Suite SUITE = Suite.of("starknet.state-update", StateUpdateSuite::run);

  private static final Shape SHAPE =
      Shape.of()
          .in("initial", "pendingMessages", "call")
          .optionalIn("collectorReenters")
          .expect("expect");
  private static final Shape PENDING =
      Shape.of().in("fromAddress", "toAddress", "selector", "payload", "nonce").both("fee", "hash");
  private static final Shape CALL = Shape.of().in("function", "caller", "programOutput");
  private static final Shape SUCCESS =
      Shape.of().expect("events", "feesPaidTo", "feesPaid", "state");

  private static final Map<String, Call> FUNCTIONS =
      Map.of(
          "updateState",
          new Call(CALL.in("onchainDataHash", "onchainDataSize"), StateUpdateSuite::updateState),
          "updateStateKzgDA",
          new Call(CALL.in("kzgProofs", "blobHashes"), StateUpdateSuite::updateStateKzgDA));

  private StateUpdateSuite() {}

  private static void run(VectorCase vector) {
    Fields fields = vector.fields(SHAPE);
    JsonObject expected = vector.json().required("expect").asObject();
    CoreSetup.Builder setup = CoreSetup.builder().pointEvaluation(pointEvaluation(expected));
    Optional<Payload> reentry = fields.optionalIn("collectorReenters", StarknetForms.PAYLOAD);
    UpdateInitial initial =
        UpdateInitial.read(
            vector.track(fields.input("initial").asObject(), UpdateInitial.SHAPE), setup, reentry);
    for (JsonValue item : fields.input("pendingMessages").asArray().items()) {
      pending(vector.track(item.asObject(), PENDING), initial);
    }
    TwinCores cores = new TwinCores(setup.build(), UInt64.ONE);
    initial.deploy(cores);
    JsonObject call = fields.input("call").asObject();
    Call function = vector.named(call, "function", FUNCTIONS);
    Fields arguments = vector.track(call, function.shape());
    arguments.input("function");
    EthAddress caller = arguments.in("caller", Forms.ADDRESS);
    TwinCores.Answer answer = function.run().call(arguments, caller, cores);
    TwinCores.agree(answer, call, fields.differences());
    compare(
        fields.fields("expect", CoreExpectation.shape(expected, SUCCESS)),
        answer,
        new UpdateAccounts(cores, initial, caller, vector.json()));
  }

  private static PointEvaluation pointEvaluation(JsonObject expect) {
    String reason = expect.optional("revert").map(JsonValue::asText).orElse("");
    return switch (reason) {
      case "POINT_EVALUATION_PRECOMPILE_CALL_FAILED" -> PointEvaluation.unavailable();
      case "UNEXPECTED_POINT_EVALUATION_PRECOMPILE_OUTPUT" -> input -> Optional.of(Bytes.EMPTY);
      default -> PointEvaluation.acceptAll();
    };
  }

  /** A message that was sent before: its hash follows, and what is stored under it. */
  private static void pending(Fields pending, UpdateInitial initial) {
    L1ToL2Message message =
        L1ToL2Message.of(
            pending.in("fromAddress", Forms.ADDRESS),
            pending.in("toAddress", Forms.UINT256),
            pending.in("selector", Forms.UINT256),
            pending.in("payload", StarknetForms.PAYLOAD),
            pending.in("nonce", Forms.UINT256));
    pending.input("hash");
    pending.input("fee");
    pending.expect("hash", Forms.BYTES32, message.hash());
    UInt256 stored = initial.toL2().getOrDefault(message.hash(), UInt256.ZERO);
    if (stored.isZero()) {
      pending.differs("fee", "initial.l1ToL2Messages has nothing under " + message.hash());
    } else {
      pending.expect("fee", Forms.UINT256, stored.minus(UInt256.ONE));
    }
  }

  private static TwinCores.Answer updateState(Fields call, EthAddress caller, TwinCores cores) {
    return cores.transact(
        caller,
        UInt256.ZERO,
        new UpdateState(
            output(call),
            call.in("onchainDataHash", Forms.UINT256),
            call.in("onchainDataSize", Forms.UINT256)));
  }

  private static TwinCores.Answer updateStateKzgDA(
      Fields call, EthAddress caller, TwinCores cores) {
    ProgramOutput output = output(call);
    List<Bytes> proofs = call.in("kzgProofs", Forms.list(Forms.BYTES));
    List<Bytes32> blobHashes = call.in("blobHashes", Forms.list(Forms.BYTES32));
    return cores.transact(
        core -> core.as(caller).updateStateKzgDA(output, proofs, blobHashes),
        caller,
        CoreOperations.updateStateKzgDA(output, KzgProofs.of(proofs))
            .calldata(cores.core().rules()),
        blobHashes);
  }

  private static ProgramOutput output(Fields call) {
    return new ProgramOutput(call.in("programOutput", StarknetForms.PAYLOAD));
  }

  private static void compare(Fields expect, TwinCores.Answer answer, UpdateAccounts accounts) {
    if (CoreExpectation.accepted(expect, answer.coded(), "no revert")) {
      expect.expect(
          "events",
          Forms.list(CoreEventForms.LISTED),
          CoreEvents.decodeAll(TwinCores.CORE, answer.coded().logs()));
      accounts.paid(expect);
      accounts.state(expect.fields("state", UpdateAccounts.STATE));
    } else if (!answer.coded().isAccepted()) {
      accounts.unchanged(expect);
    }
  }

  /** What a function is called with. */
  private record Call(Shape shape, Run run) {}

  /** Calls a function. */
  private interface Run {
    TwinCores.Answer call(Fields arguments, EthAddress caller, TwinCores cores);
  }
}
