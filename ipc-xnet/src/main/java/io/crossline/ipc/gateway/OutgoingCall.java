// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Message;

/**
 * A call that a contract asks its gateway to send.
 *
 * <p>Immutable and thread-safe.
 *
 * @param to the contract to call
 * @param call what to give it
 */
public record OutgoingCall(IpcAddress to, CallMsg call) implements Message {
  /** The encoded {@link CallMsg}. */
  @Override
  public Bytes payload() {
    return call.encoded();
  }
}
