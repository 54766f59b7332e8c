// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import java.io.IOException;
import java.util.List;

/**
 * Notes what contracts of a network do, and writes it as a vector file. It keeps what is on the
 * chains: blocks that are lost take their steps along. Not thread-safe: it belongs to the network's
 * thread.
 */
public interface Recorder {
  /**
   * How many steps are recorded at most if nothing else is asked for: {@value}. However many are
   * asked for, no more than 24 million characters of them are.
   */
  int MOST_STEPS = 20_000;

  /**
   * How many steps are recorded so far.
   *
   * @return the number, over all cases
   */
  int steps();

  /**
   * What the recording leaves out.
   *
   * @return a sentence for each case that ends before the run did; they also stand in the file, as
   *     the cases' notes
   */
  List<String> omissions();

  /**
   * Writes the recording as a vector file of the format {@code xmsg-vectors/1}, one step to a line.
   * The same run always gives the same text.
   *
   * @param out where to
   * @param source what was run, for the file's {@code source}
   * @throws IOException if it cannot be written
   */
  void writeTo(Appendable out, String source) throws IOException;
}
