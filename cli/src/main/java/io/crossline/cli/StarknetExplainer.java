// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonPlace;
import io.crossline.core.json.JsonStream;
import io.crossline.core.rpc.EthReader;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.cairo.CairoAbis;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Explains one object as a whole; several, and an array, as they come. */
final class StarknetExplainer {
  /** More messages are not kept until the end. */
  private static final int MOST_OF_A_DOCUMENT = 100_000;

  private final ExplainChain network;
  private final CairoAbis abis;
  private final PrintWriter out;
  private final boolean json;
  private final Explanation document = new Explanation(MOST_OF_A_DOCUMENT, this::outgrown);
  private final ExplainStream stream;
  private final ExplainLogs logs;
  private boolean several;
  private @Nullable JsonPlace start;

  StarknetExplainer(
      ExplainChain network, CairoAbis abis, PrintWriter out, boolean json, int remembered) {
    this.network = network;
    this.abis = abis;
    this.out = out;
    this.json = json;
    this.stream =
        new ExplainStream(
            json ? new ExplainJson(out, abis) : new ExplainText(out, abis), remembered);
    this.logs = new ExplainLogs(network, document, remembered);
  }

  /** Reads a file, which may be one of several. */
  void read(JsonStream input, boolean oneOfSeveral) {
    if (!input.next()) {
      throw new InvalidJsonException(input.place(), "not JSON: the document is empty");
    }
    if (start == null) {
      start = input.place();
    }
    if (oneOfSeveral || input.isArray()) {
      turnToStream();
    }
    EthReader.read(input, logs);
    while (input.next()) {
      turnToStream();
      EthReader.read(input, logs);
    }
  }

  /** A document with so many messages is explained as it comes, as an array would be. */
  private void outgrown() {
    if (json) {
      throw new MalformedInputException(
          String.format(
              "there are more than %,d messages, too many for one document of JSON: give the logs"
                  + " as JSON lines or as an array, to get JSON lines",
              MOST_OF_A_DOCUMENT));
    }
    turnToStream();
  }

  private void turnToStream() {
    if (!several) {
      several = true;
      stream.take(document, network.known());
      logs.turnTo(stream);
    }
  }

  /** Prints what is left to say. */
  void end() {
    if (start != null) {
      network.requireKnown(logs.logs(), start);
    }
    if (several) {
      stream.end(network.known(), logs.logs());
      return;
    }
    document.end(network.known(), logs.logs());
    if (json) {
      new ExplainJson(out, abis).print(document);
    } else {
      new ExplainText(out, abis).print(document);
    }
  }
}
