// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that a simulation was asked for, begun before it runs: whole in the end, or not there.
 *
 * @param html where the run is drawn
 * @param trace where all lines of the timeline go
 * @param record where the vectors go
 */
record SimulationFiles(Optional<NewFile> html, Optional<NewFile> trace, Optional<NewFile> record)
    implements AutoCloseable {
  static SimulationFiles of(Optional<Path> html, Optional<Path> trace, Optional<Path> record)
      throws IOException {
    List<NewFile> begun = new ArrayList<>();
    try {
      return new SimulationFiles(begin(html, begun), begin(trace, begun), begin(record, begun));
    } catch (IOException e) {
      for (NewFile file : begun) {
        file.close();
      }
      throw e;
    }
  }

  private static Optional<NewFile> begin(Optional<Path> path, List<NewFile> begun)
      throws IOException {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    NewFile file = NewFile.replacing(path.get());
    begun.add(file);
    return Optional.of(file);
  }

  void keep() throws IOException {
    for (NewFile file : all()) {
      file.keep();
    }
  }

  private List<NewFile> all() {
    return Stream.of(html, trace, record).flatMap(Optional::stream).toList();
  }

  @Override
  public void close() throws IOException {
    for (NewFile file : all()) {
      file.close();
    }
  }
}
