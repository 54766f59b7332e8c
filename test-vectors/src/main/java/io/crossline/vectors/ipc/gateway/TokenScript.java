// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Bytes;
import java.util.List;
import java.util.Set;

/**
 * What a token does besides, or in place of, moving tokens.
 *
 * @param on the functions that follow the script
 * @param moves whether they move tokens
 * @param reverts whether they revert in the end
 * @param data what they return or revert with
 * @param calls what the token calls
 * @param callsFirst whether it calls before it moves
 */
record TokenScript(
    Set<Function> on,
    boolean moves,
    boolean reverts,
    Bytes data,
    List<ScriptedCall> calls,
    boolean callsFirst) {
  /** A token that does what it is told. */
  static final TokenScript NONE =
      new TokenScript(Set.of(), true, false, Bytes.EMPTY, List.of(), false);

  /** The functions that can follow a script. */
  enum Function {
    TRANSFER("transfer"),
    TRANSFER_FROM("transferFrom");

    private final String written;

    Function(String written) {
      this.written = written;
    }

    String written() {
      return written;
    }
  }

  Bytes transfer(Frame frame, Bytes returned, Runnable move) {
    return run(Function.TRANSFER, frame, returned, move);
  }

  Bytes transferFrom(Frame frame, Bytes returned, Runnable move) {
    return run(Function.TRANSFER_FROM, frame, returned, move);
  }

  private Bytes run(Function function, Frame frame, Bytes returned, Runnable move) {
    if (!on.contains(function)) {
      move.run();
      return returned;
    }
    if (callsFirst) {
      ScriptedCall.makeAll(frame, calls);
    }
    if (moves) {
      move.run();
    }
    if (!callsFirst) {
      ScriptedCall.makeAll(frame, calls);
    }
    if (reverts) {
      throw new RevertSignal(new RawRevert(data));
    }
    return data;
  }
}
