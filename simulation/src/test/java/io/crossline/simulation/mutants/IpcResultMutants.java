// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.mutants;

import static io.crossline.simulation.mutants.Mutant.ipc;

import java.util.List;

/** Gateways that answer wrongly. */
final class IpcResultMutants {
  private IpcResultMutants() {}

  static List<Mutant> results() {
    return List.of(
        ipc(
            "Result carries the value if all went well",
            "IpcEnvelope",
            "outcome == OutcomeType.OK ? UInt256.ZERO : original.value",
            "outcome == OutcomeType.OK ? original.value : UInt256.ZERO",
            "I12"),
        ipc(
            "Result from another account than the receiver's",
            "IpcEnvelope",
            "create(EnvelopeKind.RESULT, original.to, original.from, value, message)",
            """
            create(
                EnvelopeKind.RESULT,
                new IpcAddress(original.to.subnetId(), original.from.rawAddress()),
                original.from,
                value,
                message)\
            """,
            "I11"),
        ipc(
            "Result names another message",
            "IpcEnvelope",
            "new ResultMsg(original.tracingId(), outcome, ret)",
            "new ResultMsg(original.hash(), outcome, ret)",
            "I10"),
        ipc(
            "no Result of what failed",
            "gateway/SendReceipt",
            "if (original.isEmpty()",
            "if (outcome == OutcomeType.ACTOR_ERR || original.isEmpty()",
            "I16"),
        ipc(
            "Result sent twice",
            "gateway/SendReceipt",
            "return Optional.of(",
            """
            CommitValidated.run(state, frame, result);
            return Optional.of(\
            """,
            "I10"),
        ipc(
            "Result answered by a Result",
            "gateway/SendReceipt",
            "original.kind() == EnvelopeKind.RESULT",
            "original.kind() == EnvelopeKind.RESULT && original.localNonce().bits() % 8 != 0",
            "I13"),
        ipc(
            "what failed is answered Ok",
            "gateway/ApplyMessage",
            "executed.success() ? OutcomeType.OK : OutcomeType.ACTOR_ERR",
            "executed.success() ? OutcomeType.OK : OutcomeType.OK",
            "I19"),
        ipc(
            "a contract's failure called the system's",
            "gateway/ApplyMessage",
            "executed.success() ? OutcomeType.OK : OutcomeType.ACTOR_ERR",
            "executed.success() ? OutcomeType.OK : OutcomeType.SYSTEM_ERR",
            "I14"),
        ipc(
            "message from another network than its sender's",
            "gateway/SendContractXnetMessage",
            "IpcAddress.of(state.network, frame.caller())",
            "IpcAddress.of(envelope.to().subnetId(), frame.caller())",
            "I6"));
  }
}
