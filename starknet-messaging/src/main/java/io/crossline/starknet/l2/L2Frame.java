// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.messaging.Address;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.Envelope;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Message;
import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import java.util.List;
import java.util.function.Supplier;

/** One call of a contract on L2, as the contract sees it. */
final class L2Frame implements L2Context {
  private final L2Execution execution;
  private final Felt self;
  private final Felt caller;
  private final int depth;

  L2Frame(L2Execution execution, Felt self, Felt caller, int depth) {
    this.execution = execution;
    this.self = self;
    this.caller = caller;
    this.depth = depth;
  }

  @Override
  public Felt self() {
    return self;
  }

  @Override
  public Felt caller() {
    return caller;
  }

  @Override
  public EthAddress l1Sender() {
    if (execution.transaction() instanceof L1HandlerTransaction handled) {
      return EthAddress.of(handled.fromAddress());
    }
    throw new HandlerFailure("l1Sender: no message from L1 is being handled");
  }

  @Override
  public UInt256 nonce() {
    return execution.transaction().nonce().toUInt256();
  }

  /** Always 0: a message from L1 carries no coins. */
  @Override
  public UInt256 value() {
    return UInt256.ZERO;
  }

  @Override
  public BlockInfo block() {
    return execution.chain().block();
  }

  @Override
  public Storage storage() {
    return execution.chain().storageOf(self);
  }

  /** Sends a message to L1: its receiver is an L1 address, its payload felts, its value 0. */
  @Override
  public Envelope send(Message message, UInt256 value) {
    requireNoCoins(value);
    if (!(message.to() instanceof Word to)) {
      throw new HandlerFailure("a message to L1 goes to an L1 address, found " + message.to());
    }
    return sendMessageToL1Syscall(Felt.of(to), Payload.ofBytes(message.payload()));
  }

  @Override
  public L2ToL1Message sendMessageToL1Syscall(Felt to, Payload payload) {
    if (execution.chain().rules().checksL1Address() && !EthAddress.fits(to)) {
      throw new CairoPanic("L1_ADDRESS_OUT_OF_RANGE");
    }
    if (!payload.isFelts()) {
      throw new CairoPanic("PAYLOAD_WORD_NOT_A_FELT");
    }
    L2ToL1Message message = L2ToL1Message.of(self, to, payload);
    execution.messages().add(message);
    return message;
  }

  /**
   * Calls an {@link External} method. The calldata is words of 32 bytes: the selector, then the
   * arguments; so is what it returns. A failure of the called contract is given back with its panic
   * data, and what it did is undone.
   */
  @Override
  public CallResult call(Address target, UInt256 value, Bytes calldata) {
    requireNoCoins(value);
    if (!(target instanceof Felt address)) {
      throw new HandlerFailure("a contract on L2 is called by its felt address, found " + target);
    }
    List<Felt> words = words(calldata);
    L2Frame inner = new L2Frame(execution, address, self, depth + 1);
    return run(inner, () -> execution.contract(address), words);
  }

  @Override
  public CallResult libraryCall(Felt classHash, Bytes calldata) {
    L2Frame inner = new L2Frame(execution, self, caller, depth + 1);
    return run(
        inner,
        () ->
            execution
                .chain()
                .declared(classHash)
                .orElseThrow(() -> new CairoPanic("CLASS_NOT_DECLARED")),
        words(calldata));
  }

  private static List<Felt> words(Bytes calldata) {
    List<Felt> words = Payload.ofBytes(calldata).felts();
    if (words.isEmpty()) {
      throw new HandlerFailure("calldata is empty, must begin with a selector");
    }
    return words;
  }

  /** Runs code in a frame; what it did is undone if it fails. */
  private CallResult run(L2Frame inner, Supplier<L2Contract> code, List<Felt> words) {
    L2Execution.Ending ending =
        execution.attempt(
            () -> {
              if (inner.depth >= L2Execution.MAX_CALL_DEPTH) {
                throw new CairoPanic("CALL_DEPTH_EXCEEDED");
              }
              List<Felt> result =
                  code.get()
                      .requiredExternal(Selector.of(words.get(0)))
                      .call(words.subList(1, words.size()), () -> {}, inner);
              return Payload.of(result).toBytes();
            });
    return ending
        .failure()
        .map(panic -> new CallResult(false, panic.data()))
        .orElseGet(() -> new CallResult(true, ending.result()));
  }

  @Override
  public void emit(Log log) {
    if (!log.emitter().equals(self)) {
      throw new HandlerFailure("event: emitter is " + log.emitter() + ", but " + self + " runs");
    }
    if (!log.topics().stream().allMatch(Felt::fits) || !Payload.ofBytes(log.data()).isFelts()) {
      throw new HandlerFailure(
          "event: found a word that is no felt in " + log + "; keys and data must be felts");
    }
    execution.events().add(log);
  }

  private static void requireNoCoins(UInt256 value) {
    if (!value.isZero()) {
      throw new HandlerFailure("nothing on L2 carries coins with a call, found value " + value);
    }
  }
}
