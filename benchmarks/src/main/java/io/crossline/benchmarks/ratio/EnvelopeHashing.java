// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import io.crossline.benchmarks.input.Inputs;
import io.crossline.core.hash.Keccak256;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes32;
import java.util.Optional;

/**
 * From a typed envelope with 200 message bytes, between subnets of depth 3, to its hash: encode and
 * hash, against the Keccak-256 of the very same bytes, encoded before.
 */
final class EnvelopeHashing implements Ratio {
  private static final int DEPTH = 3;
  private static final int MESSAGE_BYTES = 200;

  private final IpcEnvelope[] envelopes = Inputs.envelopes(DEPTH, MESSAGE_BYTES);
  private final byte[][] encodings = new byte[Inputs.COUNT][];
  private final Keccak256 keccak = new Keccak256();

  EnvelopeHashing() {
    for (int i = 0; i < Inputs.COUNT; i++) {
      encodings[i] = envelopes[i].encoded().toByteArray();
      if (!work(i).equals(baseline(i))) {
        throw new IllegalStateException(
            name() + ": the hash of " + envelopes[i] + " is not that of its encoding");
      }
    }
  }

  @Override
  public String name() {
    return "ipc-envelope";
  }

  @Override
  public double limit() {
    return 1.15;
  }

  @Override
  public Object work(int input) {
    return envelopes[input].hash();
  }

  @Override
  public Object baseline(int input) {
    byte[] encoding = encodings[input];
    return keccak.absorb(encoding, 0, encoding.length).digest();
  }

  @Override
  public Optional<Garbage> garbage() {
    return Optional.of(new Garbage(0, input -> Bytes32.ofLimbs(input, input, input, input)));
  }
}
