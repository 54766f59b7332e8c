// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.abi.Require;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Bytes;
import java.util.Optional;
import java.util.function.Function;

/**
 * A contract of a case that follows a script: whatever it is called with, a message or anything
 * else, it does the same. Those that are subnet actors answer for their assets besides.
 */
final class ScriptedContract implements Contract {
  /** What becomes of plain coins. */
  enum PlainTransfers {
    ACCEPTED(""),
    REFUSED("reject"),
    CALLS("calls");

    private final String written;

    PlainTransfers(String written) {
      this.written = written;
    }

    String written() {
      return written;
    }
  }

  /**
   * How a contract behaves.
   *
   * @param script chooses what to do by the calldata
   * @param plainTransfers what becomes of plain coins
   */
  record Behaviour(Function<Bytes, Script> script, PlainTransfers plainTransfers) {}

  private static final Require NO_PLAIN_TRANSFERS = new Require("no plain transfers");

  private final Behaviour behaviour;
  private final Optional<ActorAssets> actor;

  ScriptedContract(Behaviour behaviour, Optional<ActorAssets> actor) {
    this.behaviour = behaviour;
    this.actor = actor;
  }

  @Override
  public Bytes call(Frame frame, Bytes calldata) {
    if (calldata.isEmpty()) {
      takeCoins(frame);
      return Bytes.EMPTY;
    }
    return actor
        .flatMap(assets -> assets.answer(calldata))
        .orElseGet(() -> behaviour.script().apply(calldata).run(frame));
  }

  private void takeCoins(Frame frame) {
    if (behaviour.plainTransfers() == PlainTransfers.REFUSED) {
      throw new RevertSignal(NO_PLAIN_TRANSFERS);
    } else if (behaviour.plainTransfers() == PlainTransfers.CALLS) {
      behaviour.script().apply(Bytes.EMPTY).makeCalls(frame);
    }
  }
}
