// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.simulation.audit.Ledger;
import java.util.Optional;

/** Holds that a message which still waits in the end has a reason that logs show. */
final class Liveness {
  private static final String NO_FELT = "starknet trap 11";
  private static final String REVERTED = "starknet trap 21";

  private final boolean includesFailing;
  private final LostLogs lost;
  private final Ledger ledger;

  /** Why a message may wait for ever, and the trap with which upstream lets it. */
  private enum Reason {
    WORD_IS_NO_FELT(Optional.of(NO_FELT)),
    HANDLER_FAILED(Optional.of(REVERTED)),
    CANCELLATION_REQUESTED(Optional.empty());

    private final Optional<String> trap;

    Reason(Optional<String> trap) {
      this.trap = trap;
    }
  }

  Liveness(StarknetAuditSettings settings, LostLogs lost, Ledger ledger) {
    includesFailing = settings.includesFailing();
    this.lost = lost;
    this.ledger = ledger;
  }

  /** Looks at all that wait; only if all is done does each of them need a reason. */
  void holdAgainst(ToL2Messages messages, boolean drained) {
    messages
        .pending()
        .forEach(
            (hash, message) -> {
              Optional<Reason> reason = reason(messages, hash, message);
              reason.flatMap(found -> found.trap).ifPresent(trap -> ledger.exception(trap, 1));
              if (drained) {
                ledger.check(
                    Invariant.LIVENESS,
                    reason.isPresent(),
                    hash,
                    () -> "is pending, and nothing that is left to happen ends it" + said(message));
              }
            });
  }

  private Optional<Reason> reason(ToL2Messages messages, Bytes32 hash, Waiting message) {
    if (message.succeeded()) {
      return Optional.empty();
    }
    if (!message.sent.isFelts()) {
      return Optional.of(Reason.WORD_IS_NO_FELT);
    }
    if (message.reverted()) {
      return Optional.of(Reason.HANDLER_FAILED);
    }
    if (messages.isRequested(hash)) {
      return Optional.of(Reason.CANCELLATION_REQUESTED);
    }
    if (!lost.isLeftOut(hash)) {
      return Optional.empty();
    }
    if (lost.requested(hash)) {
      return Optional.of(Reason.CANCELLATION_REQUESTED);
    }
    return includesFailing ? Optional.empty() : Optional.of(Reason.HANDLER_FAILED);
  }

  private static String said(Waiting message) {
    return message.succeeded() ? "; it went through on L2 and was never settled" : "";
  }
}
