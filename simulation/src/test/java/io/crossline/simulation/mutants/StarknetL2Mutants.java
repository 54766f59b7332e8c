// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.mutants;

import static io.crossline.simulation.mutants.Mutant.starknet;

import java.util.List;

/** Broken parts of L2, of the prover, and of the nodes between the layers. */
final class StarknetL2Mutants {
  private StarknetL2Mutants() {}

  static List<Mutant> sequencer() {
    return List.of(
        starknet(
            "lost relay",
            "l2/Sequencer",
            "if (over.get(hash).isPresent()) {",
            "if (over.get(hash).isPresent() || message.nonce().limb(3) % 16 == 7) {",
            "S22"),
        starknet(
            "left out for a made-up reason",
            "l2/KnownMessage",
            "if (!message.isFelts()) {",
            "if (!message.isFelts() || nonce().limb(3) % 16 == 7) {",
            "S22"),
        starknet(
            "failed handler executed twice",
            "l2/Sequencer",
            "waiting.remove();\n      next.ran",
            """
            waiting.remove();
            receipt
                .filter(done -> done.revertReason().orElse("").contains("NOT_TODAY"))
                .ifPresent(done -> chain.execute(L1HandlerTransaction.of(next.message(), chain.network())));
            next.ran\
            """,
            "S9"),
        starknet(
            "executed again when read again",
            "l2/Sequencer",
            "if (known == null) {",
            "if (known == null || known.ran()) {",
            "S9"),
        starknet(
            "executed in the wrong order",
            "l2/Sequencer",
            "waiting.add(known);",
            "waiting.addFirst(known);",
            "S11"),
        starknet(
                "lost messages stay in the queue",
                "l2/KnownMessage",
                "sentIn = kept(sentIn, number);",
                "",
                "S8")
            .and(
                "l1/StateUpdate",
                """
                  Guards.require(!pending.isZero(), "INVALID_MESSAGE_TO_CONSUME");
                  if (\
            """,
                """
                  if (!pending.isZero() && \
            """),
        starknet(
            "nothing is executed again after a rollback",
            "l2/Sequencer",
            "known(undone.get(i)).ifPresent(this::takenBack);",
            "known(undone.get(i)).ifPresent(this::isOver);",
            "S22"),
        starknet(
            "what stood in a lost open block is forgotten",
            "l2/Sequencer",
            "KnownMessage known = open.get(message.hash());",
            "KnownMessage known = null;",
            "S22"),
        starknet(
            "cancelled message executed",
            "network/L1Scraper",
            "sequencer.cancelled(cancelled.message().hash(), info);",
            "sequencer.seen(cancelled.message(), info);",
            "S7"));
  }

  static List<Mutant> execution() {
    return List.of(
        starknet(
                "failed handler's messages to L1 kept",
                "l2/L2Execution",
                "messages.subList(messagesBefore, messages.size()).clear();",
                "",
                "S23")
            .and(
                "tracking/ObservedReceipt",
                "if (revertReason.isPresent() && !messagesSent.isEmpty()) {",
                "if (messagesSent.size() > 1000) {"),
        starknet(
            "transaction has another nonce",
            "l2/L1HandlerTransaction",
            "Felt.of(message.nonce())",
            "Felt.of(message.nonce().plus(io.crossline.messaging.UInt256.ONE))",
            "S22"),
        starknet(
            "failed transaction stands in no block",
            "l2/L2Chain",
            "failure.isEmpty() || rules.includesFailing()",
            "failure.isEmpty()",
            "S22"));
  }

  static List<Mutant> settlement() {
    return List.of(
        starknet(
            "failed message settled",
            "network/Prover",
            "if (receipt.succeeded()) {",
            "if (!receipt.handled().orElseThrow().calldata().isEmpty()) {",
            "S10"),
        starknet(
            "message that went through not settled",
            "network/Prover",
            "if (receipt.succeeded()) {",
            "if (receipt.succeeded() && receipt.messagesSent().isEmpty()) {",
            "S10"),
        starknet(
            "messages settled in reverse",
            "network/Prover",
            "toL2.add(handled.message())",
            "toL2.add(0, handled.message())",
            "S10"),
        starknet(
            "last message to L1 not proven",
            "network/Prover",
            "toL1.addAll(receipt.messagesSent());",
            "toL1.addAll(receipt.messagesSent().stream().limit(1).toList());",
            "S14"),
        starknet(
                "settled blocks rolled back",
                "network/L2Layer",
                "List<Block<L2Receipt>> unsettled = unsettled();",
                "List<Block<L2Receipt>> unsettled = List.copyOf(recent);",
                "S18")
            .and(
                "network/L2Layer",
                "return block.info().number().compareTo(prover.fixedTo()) <= 0",
                "return block.receipts().isEmpty()")
            .and(
                "network/OperatorNode",
                "if (!blocks.isEmpty()) {",
                """
                if (blocks.isEmpty()) {
                  l2.rollBack("nothing to settle", timestamp.get(), time.now());
                } else {
                """),
        starknet(
            "rollback does not give messages back",
            "network/L2Layer",
            "sequencer.rolledBack(unsettled.get(i).receipts());",
            "",
            "S22"),
        starknet(
            "a reorganisation leaves coins twice",
            "network/L1Layer",
            "gifts.getLast().block.compareTo(first) >= 0",
            "gifts.getLast().block.compareTo(UInt64.ZERO) >= 0",
            "S19"));
  }
}
