// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.messaging.Bytes;
import java.util.List;

/**
 * What a contract of a case does when it is called: it calls others and then ends in one way.
 *
 * @param calls whom it calls first
 * @param ending how it ends
 */
record Script(List<ScriptedCall> calls, Ending ending) {
  /** How a script ends. */
  @FunctionalInterface
  interface Ending {
    /**
     * Ends it.
     *
     * @param last what the last of its calls gave
     * @return the return data
     */
    Bytes after(Bytes last);

    /** Returns bytes as handlers do, wrapped. */
    static Ending returning(Bytes data) {
      return last -> wrapped(data);
    }

    /** Returns, wrapped, what the last call returned or reverted with. */
    static Ending returningLast() {
      return Ending::wrapped;
    }

    /** Returns exactly these bytes. */
    static Ending returningRaw(Bytes data) {
      return last -> data;
    }

    /** Reverts with exactly these bytes. */
    static Ending reverting(Bytes data) {
      return last -> {
        throw new RevertSignal(new RawRevert(data));
      };
    }

    private static Bytes wrapped(Bytes data) {
      return ContractFunctions.HANDLE_IPC_MESSAGE.encodeReturn(data);
    }
  }

  /** A contract that does nothing and returns no bytes. */
  static final Script SILENT = new Script(List.of(), Ending.returning(Bytes.EMPTY));

  /** Copies the calls. */
  Script {
    calls = List.copyOf(calls);
  }

  Bytes run(Frame frame) {
    return ending.after(ScriptedCall.makeAll(frame, calls));
  }

  /** Makes the calls alone. */
  void makeCalls(Frame frame) {
    ScriptedCall.makeAll(frame, calls);
  }
}
