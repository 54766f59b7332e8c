// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.cli.ask.StandardInput;
import io.crossline.core.json.JsonStream;
import io.crossline.ipc.SubnetId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file to be explained.
 *
 * @param network the network of IPC that it is of, if that was said
 * @param name its path, or {@code -} for the standard input
 */
record ExplainFile(Optional<SubnetId> network, String name) {
  private static final String STANDARD_INPUT = "-";
  private static final Pattern LABELLED = Pattern.compile("(/r[0-9]+(?:/0x[0-9a-fA-F]{40})*)=(.+)");

  /** Reads {@code FILE} or {@code NETWORK=FILE}. */
  static ExplainFile parse(String text) {
    Matcher labelled = LABELLED.matcher(text);
    return labelled.matches()
        ? new ExplainFile(Optional.of(SubnetId.parse(labelled.group(1))), labelled.group(2))
        : new ExplainFile(Optional.empty(), text);
  }

  /** Opens it for a command that says things to a writer. */
  JsonStream open(PrintWriter out) throws IOException {
    return name.equals(STANDARD_INPUT)
        ? JsonStream.of("standard input", StandardInput.of(out))
        : JsonStream.open(Path.of(name));
  }
}
