// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

/**
 * A call that cannot go on for a reason that has no panic data of its own; the words become the
 * revert reason.
 */
final class HandlerFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HandlerFailure(String reason, Throwable cause) {
    super(reason, cause);
  }

  HandlerFailure(String reason) {
    super(reason);
  }
}
