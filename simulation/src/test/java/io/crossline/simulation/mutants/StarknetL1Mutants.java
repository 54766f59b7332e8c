// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.mutants;

import static io.crossline.simulation.mutants.Mutant.starknet;

import java.util.List;

/** Broken operations of the core contract. */
final class StarknetL1Mutants {
  private StarknetL1Mutants() {}

  static List<Mutant> messagesToL2() {
    return List.of(
        starknet(
            "nonce not advanced",
            "l1/SendMessageToL2",
            "state.l1ToL2MessageNonce.set(Guards.plus(rules, nonce, UInt256.ONE));",
            "",
            "S2"),
        starknet(
            "nonce advanced by two",
            "l1/SendMessageToL2",
            "Guards.plus(rules, nonce, UInt256.ONE)",
            "Guards.plus(rules, nonce, UInt256.of(2))",
            "S2"),
        starknet(
            "a pending message counts for its fee alone, plus two",
            "l1/SendMessageToL2",
            "fee.plusWrapping(UInt256.ONE)",
            "fee.plusWrapping(UInt256.of(2))",
            "S4",
            "S21"),
        starknet(
            "selector hashed before nonce (trap 1)",
            "MessageHash",
            "keccak.absorb(to).absorb(nonce).absorb(selector);",
            "keccak.absorb(to).absorb(selector).absorb(nonce);",
            "S3"),
        starknet(
            "consumed message stays pending",
            "l1/StateUpdate",
            "state.l1ToL2Messages.put(hash, rules.consumeLeaves().of(pending));",
            "",
            "S5"),
        starknet(
            "settlement takes what is not pending",
            "l1/StateUpdate",
            """
                  Guards.require(!pending.isZero(), "INVALID_MESSAGE_TO_CONSUME");
                  if (\
            """,
            """
                  if (!pending.isZero() && \
            """,
            "S6"));
  }

  static List<Mutant> fees() {
    return List.of(
        starknet(
            "fees not paid",
            "l1/StateUpdate",
            "if (!fees.isZero()) {",
            "if (fees.isZero()) {",
            "S20",
            "S21"),
        starknet(
            "first fee of an update paid twice",
            "l1/StateUpdate",
            "fees = Guards.plus(rules, fees, pending.minus(UInt256.ONE));",
            """
            if (fees.isZero()) {
              fees = pending.minus(UInt256.ONE);
            }
            fees = Guards.plus(rules, fees, pending.minus(UInt256.ONE));
            """,
            "S20",
            "S21"),
        starknet(
            "fees paid to the operator, not to the collector",
            "l1/StateUpdate",
            "processMessagesToL2(offset, collector);",
            "processMessagesToL2(offset, EthAddress.truncate(frame.caller().toUInt256()));",
            "S21"),
        starknet(
            "fee refunded by a cancellation",
            "l1/CancelL1ToL2Message",
            "state.l1ToL2Messages.put(hash, rules.cancelLeaves().of(pending));",
            """
            state.l1ToL2Messages.put(hash, rules.cancelLeaves().of(pending));
            frame.call(
                frame.caller(), pending.minus(UInt256.ONE), io.crossline.messaging.Bytes.EMPTY);
            """,
            "S20"));
  }

  static List<Mutant> cancellation() {
    return List.of(
        starknet(
            "cancelled at once",
            "l1/CancelL1ToL2Message",
            "Guards.plus(rules, requested, state.messageCancellationDelay.get())",
            "requested",
            "S13"),
        starknet(
            "delay of cancellation taken for milliseconds",
            "l1/CancelL1ToL2Message",
            "frame.block().timestamp().toUInt256().compareTo(allowed) >= 0",
            """
            UInt256.of((frame.block().timestamp().bits() - requested.limb(3)) * 1000)
                    .compareTo(state.messageCancellationDelay.get())
                >= 0\
            """,
            "S13"),
        starknet(
            "cancelled without a request",
            "l1/CancelL1ToL2Message",
            "Guards.require(!requested.isZero(), \"MESSAGE_CANCELLATION_NOT_REQUESTED\");",
            "",
            "S13"),
        starknet(
            "cancelled message stays pending",
            "l1/CancelL1ToL2Message",
            "state.l1ToL2Messages.put(hash, rules.cancelLeaves().of(pending));",
            "",
            "S5"),
        starknet(
            "request to cancel taken for any message",
            "l1/StartL1ToL2MessageCancellation",
            "Guards.require(!state.l1ToL2Messages.get(hash).isZero(), \"NO_MESSAGE_TO_CANCEL\");",
            "",
            "S12"),
        starknet(
            "request keeps the block's number, not its time",
            "l1/StartL1ToL2MessageCancellation",
            "frame.block().timestamp().toUInt256()",
            "frame.block().number().toUInt256()",
            "S12",
            "S13"),
        starknet(
            "second request does not start the delay anew",
            "l1/StartL1ToL2MessageCancellation",
            "state.l1ToL2MessageCancellations.put(",
            """
            if (state.l1ToL2MessageCancellations.get(hash).isZero())
              state.l1ToL2MessageCancellations.put(\
            """,
            "S12"));
  }

  static List<Mutant> messagesToL1() {
    return List.of(
        starknet(
            "count of messages to L1 set, not raised",
            "l1/StateUpdate",
            "Guards.plus(state.rules, state.l2ToL1Messages.get(hash), UInt256.ONE)",
            "UInt256.ONE",
            "S16"),
        starknet(
            "consumed on L1 and left there",
            "l1/ConsumeMessageFromL2",
            "count.minus(UInt256.ONE)",
            "count",
            "S16"),
        starknet(
            "consumption on L1 logged twice",
            "l1/ConsumeMessageFromL2",
            "frame.emit(new ConsumedMessageToL1(message).toLog(frame.self()));",
            """
            frame.emit(new ConsumedMessageToL1(message).toLog(frame.self()));
            frame.emit(new ConsumedMessageToL1(message).toLog(frame.self()));
            """,
            "S15"),
        starknet(
            "message arrives without a log",
            "l1/StateUpdate",
            "frame.emit(new LogMessageToL1(message).toLog(frame.self()));",
            "if (hash.limb(3) % 2 == 0) frame.emit(new LogMessageToL1(message).toLog(frame.self()));",
            "S14"),
        starknet(
            "state update logged before its messages",
            "l1/StateUpdate",
            "offset = processMessagesToL2(offset, collector);",
            """
            frame.emit(
                new LogStateUpdate(
                        state.stateRoot.get(),
                        state.stateBlockNumber.get(),
                        state.stateBlockHash.get())
                    .toLog(frame.self()));
            offset = processMessagesToL2(offset, collector);\
            """,
            "S10"));
  }
}
