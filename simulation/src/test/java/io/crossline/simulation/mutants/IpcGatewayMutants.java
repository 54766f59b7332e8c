// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.mutants;

import static io.crossline.simulation.mutants.Mutant.ipc;

import java.util.List;

/** Broken operations of the gateway. */
final class IpcGatewayMutants {
  private IpcGatewayMutants() {}

  static List<Mutant> nonces() {
    return List.of(
        ipc(
            "nonce of messages up not advanced",
            "gateway/BottomUpCommit",
            "state.bottomUpNonce.set(Checked.next(nonce));",
            "",
            "I2"),
        ipc(
                "nonce of messages down not advanced",
                "gateway/SubnetChange",
                "Checked.next(child.topDownNonce())",
                "child.topDownNonce()",
                "I2")
            .and("topdown/TopDownMessages", "    requireSequential(messages);\n", ""),
        ipc(
            "nonce of applied messages down not advanced",
            "gateway/ApplyMessage",
            "state.appliedTopDownNonce.set(Checked.next(next));",
            "",
            "I22"),
        ipc(
            "nonce of applied messages up not advanced",
            "gateway/ApplyMessage",
            "state.put(SubnetChange.appliedOne(child));",
            "",
            "I22"),
        ipc(
            "sender's nonce not kept as the original one",
            "gateway/BottomUpCommit",
            "message.from().subnetId().equals(state.network) ? nonce : message.originalNonce()",
            "message.originalNonce()",
            "I5"),
        ipc(
            "original nonce replaced at a hop up",
            "gateway/BottomUpCommit",
            "message.from().subnetId().equals(state.network) ? nonce : message.originalNonce()",
            "nonce",
            "I9"),
        ipc(
            "original nonce replaced at a hop down",
            "gateway/TopDownCommit",
            "message.from().subnetId().equals(child.id()) ? nonce : message.originalNonce()",
            "nonce",
            "I5",
            "I9"));
  }

  static List<Mutant> hops() {
    return List.of(
        ipc(
            "swapped children",
            "gateway/TopDownCommit",
            "Subnet child = state.child(to);",
            """
            Subnet child =
                state.child(
                    state.childActors.snapshot().get(state.childActors.snapshot().size() - 1));
            """,
            "I7"),
        ipc(
            "another id told of what goes down",
            "gateway/TopDownCommit",
            "numbered.tracingId()",
            "numbered.hash()",
            "I3"),
        ipc(
            "value halved at a hop",
            "gateway/PropagateAll",
            "CommitValidated.run(state, frame, stored);",
            """
            CommitValidated.run(
                state,
                frame,
                new IpcEnvelope(
                    stored.kind(),
                    stored.localNonce(),
                    stored.originalNonce(),
                    io.crossline.messaging.UInt256.of(stored.value().limb(3) / 2),
                    stored.to(),
                    stored.from(),
                    stored.message()));
            """,
            "I9"),
        ipc(
            "stored message dropped",
            "gateway/ApplyMessage",
            """
                state.postbox.put(key, message);
                state.postboxKeys.add(key);
            """,
            "",
            "I23",
            "I29"),
        ipc(
            "message stored without a log",
            "gateway/ApplyMessage",
            "frame.emit(new MessageStoredInPostbox(message.tracingId()).toLog(frame.self()));",
            "",
            "I9"),
        ipc(
            "message stays in the postbox for a while though it went on",
            "gateway/PropagateAll",
            """
                state.postbox.remove(key);
                state.postboxKeys.remove(key);
            """,
            """
                if (stored.localNonce().bits() != 7 || frame.block().number().bits() % 2 == 0) {
                  state.postbox.remove(key);
                  state.postboxKeys.remove(key);
                }
            """,
            "I9"),
        ipc(
            "refused for another reason",
            "gateway/ApplyMessage",
            "return refuse(state, frame, message, invalid.get());",
            "return refuse(state, frame, message, InvalidXnetMessageReason.NO_ROUTE);",
            "I14"));
  }

  static List<Mutant> execution() {
    return List.of(
        ipc(
            "last message of a batch not executed",
            "gateway/ApplyMessage",
            "for (IpcEnvelope message : messages) {",
            """
            for (IpcEnvelope message :
                messages.size() < 2 ? messages : messages.subList(0, messages.size() - 1)) {
            """,
            "I29"),
        ipc(
            "message executed twice",
            "gateway/ApplyMessage",
            "ExecuteMessage.Executed executed =",
            """
            ExecuteMessage.run(state, frame, message, asset);
            ExecuteMessage.Executed executed =\
            """,
            "I17"),
        ipc(
            "Result not handed to its receiver",
            "gateway/ApplyMessage",
            "ExecuteMessage.Executed executed = ExecuteMessage.run(state, frame, message, asset);",
            """
            ExecuteMessage.Executed executed =
                message.kind() == io.crossline.ipc.EnvelopeKind.RESULT
                    ? new ExecuteMessage.Executed(true, Bytes.EMPTY)
                    : ExecuteMessage.run(state, frame, message, asset);
            """,
            "I16"),
        ipc(
            "transfer paid twice",
            "gateway/PayAsset",
            "CallResult result = pay(state, frame, asset, receiver, amount);",
            "CallResult result = pay(state, frame, asset, receiver, amount.plus(amount));",
            "I28"),
        ipc(
            "value of a call paid twice",
            "gateway/PayAsset",
            "return cut(state, frame.call(receiver, value, calldata));",
            "return cut(state, frame.call(receiver, value.plus(value), calldata));",
            "I28"));
  }

  static List<Mutant> coins() {
    return List.of(
        ipc(
            "what is released is not burnt",
            "gateway/Release",
            "BurnCoins.run(frame, frame.value());",
            "",
            "I26"),
        ipc(
            "what passes upwards is not burnt",
            "gateway/PropagateAll",
            "if (committed.mustBurn()) {",
            "if (committed.mustBurn() && stored.value().isZero()) {",
            "I26"),
        ipc(
            "value of a Result burnt",
            "gateway/SendReceipt",
            "return Optional.of(CommitValidated.run(state, frame, result).message());",
            """
            CommitValidated.Committed committed = CommitValidated.run(state, frame, result);
            if (committed.mustBurn()) {
              BurnCoins.run(frame, result.value());
            }
            return Optional.of(committed.message());
            """,
            "I26"),
        ipc(
            "circulating supply not raised",
            "gateway/SubnetChange",
            "Checked.plus(child.circSupply(), value)",
            "child.circSupply()",
            "I27"),
        ipc(
            "circulating supply not lowered",
            "gateway/ExecBottomUpMsgBatch",
            "child.circSupply().minus(total)",
            "child.circSupply()",
            "I27"),
        ipc(
            "more funded than paid",
            "gateway/Fund",
            "IpcEnvelope.createFundMsg(subnetId, frame.caller(), to, frame.value())",
            """
            IpcEnvelope.createFundMsg(
                subnetId, frame.caller(), to, frame.value().plus(frame.value()))\
            """,
            "I28"));
  }
}
