// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.state.Journal;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Log;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One transaction while it runs: what all its calls share. */
final class L2Execution {
  /** How deep calls may nest; Starknet bounds a transaction by its steps instead. */
  static final int MAX_CALL_DEPTH = 256;

  private final L2Chain chain;
  private final L2Transaction transaction;
  private final List<L2ToL1Message> messages = new ArrayList<>();
  private final List<Log> events = new ArrayList<>();

  L2Execution(L2Chain chain, L2Transaction transaction) {
    this.chain = chain;
    this.transaction = transaction;
  }

  /** Runs a handler; gives the reason if it failed, and undoes what it did then. */
  Optional<PanicData> handle(L1HandlerTransaction handled) {
    Felt target = handled.contractAddress();
    L2Frame frame = new L2Frame(this, target, Felt.ZERO, 0);
    return attempt(
            () -> {
              Selector selector = Selector.of(handled.entryPointSelector());
              L2Contract contract = contract(target);
              L1HandlerEntry handler =
                  contract
                      .l1Handler(selector)
                      .orElseThrow(() -> new CairoPanic("ENTRYPOINT_NOT_FOUND"));
              chain
                  .gate()
                  .apply(target, contract.handlerName(selector).orElseThrow())
                  .ifPresent(
                      reason -> {
                        throw new CairoPanic(reason);
                      });
              handler.run(frame, handled.calldata());
              return Bytes.EMPTY;
            })
        .failure();
  }

  /**
   * Runs the calls of an account, one after the other; gives the reason if one failed, and undoes
   * what all did then.
   */
  Optional<PanicData> invoke(Felt account, List<InvokeTransaction.Call> calls) {
    return attempt(
            () -> {
              calls.forEach(call -> call(account, call));
              return Bytes.EMPTY;
            })
        .failure();
  }

  /** Runs an external function that is called from outside. */
  List<Felt> call(Felt caller, InvokeTransaction.Call call) {
    L2Frame frame = new L2Frame(this, call.to(), caller, 0);
    return contract(call.to())
        .requiredExternal(call.selector())
        .call(call.calldata(), () -> {}, frame);
  }

  /** How a part of the transaction ended: the words that it returned, or its panic. */
  record Ending(Bytes result, Optional<PanicData> failure) {}

  interface Part {
    Bytes run();
  }

  /**
   * Runs a part. What it throws fails this part and nothing else, and what it did is undone. An
   * error of the host, such as a failed assertion or the lack of memory, comes out as it is; what
   * the part did is undone then, too.
   */
  Ending attempt(Part part) {
    Journal.Mark mark = chain.journal().mark();
    int messagesBefore = messages.size();
    int eventsBefore = events.size();
    try {
      return new Ending(part.run(), Optional.empty());
    } catch (RuntimeException | StackOverflowError thrown) {
      undoTo(mark, messagesBefore, eventsBefore);
      return new Ending(Bytes.EMPTY, Optional.of(PanicData.of(thrown)));
    } catch (Error trouble) {
      undoTo(mark, messagesBefore, eventsBefore);
      throw trouble;
    }
  }

  private void undoTo(Journal.Mark mark, int messagesBefore, int eventsBefore) {
    chain.journal().revertTo(mark);
    messages.subList(messagesBefore, messages.size()).clear();
    events.subList(eventsBefore, events.size()).clear();
  }

  L2Contract contract(Felt address) {
    return chain.contract(address).orElseThrow(() -> new CairoPanic("CONTRACT_NOT_FOUND"));
  }

  L2Chain chain() {
    return chain;
  }

  L2Transaction transaction() {
    return transaction;
  }

  List<L2ToL1Message> messages() {
    return messages;
  }

  List<Log> events() {
    return events;
  }
}
