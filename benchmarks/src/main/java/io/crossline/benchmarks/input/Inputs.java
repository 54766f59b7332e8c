// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.input;

import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import java.util.Arrays;

/** The messages that are measured, {@value #COUNT} of each kind, all different. */
public final class Inputs {
  /** {@value}: how many there are of each kind. */
  public static final int COUNT = 64;

  /** {@value}: the bits of a counter that say which input is next. */
  public static final int MASK = COUNT - 1;

  private Inputs() {}

  /**
   * Messages from L1 to L2, every word a felt.
   *
   * @param payloadWords the size of the payload
   * @return {@value #COUNT} messages
   */
  public static L1ToL2Message[] messages(int payloadWords) {
    RandomWords random = new RandomWords(1);
    L1ToL2Message[] messages = new L1ToL2Message[COUNT];
    for (int i = 0; i < COUNT; i++) {
      Felt[] payload = new Felt[payloadWords];
      Arrays.setAll(payload, at -> random.felt());
      messages[i] =
          L1ToL2Message.of(
              random.address(),
              random.felt(),
              random.felt(),
              Payload.of(payload),
              Felt.of(1_000_000L + i));
    }
    return messages;
  }

  /**
   * Calls between contracts of two subnets.
   *
   * @param depth how deep both subnets lie
   * @param messageBytes the size of the message bytes
   * @return {@value #COUNT} envelopes
   */
  public static IpcEnvelope[] envelopes(int depth, int messageBytes) {
    RandomWords random = new RandomWords(2);
    IpcEnvelope[] envelopes = new IpcEnvelope[COUNT];
    for (int i = 0; i < COUNT; i++) {
      envelopes[i] =
          new IpcEnvelope(
              EnvelopeKind.CALL,
              UInt64.of(i),
              UInt64.of(1_000_000L + i),
              random.number(),
              contract(random, depth),
              contract(random, depth),
              random.bytes(messageBytes));
    }
    return envelopes;
  }

  private static IpcAddress contract(RandomWords random, int depth) {
    EthAddress[] route = new EthAddress[depth];
    Arrays.setAll(route, at -> random.address());
    return IpcAddress.of(SubnetId.of(UInt64.of(31415926), route), random.address());
  }
}
