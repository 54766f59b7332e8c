// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.core.json.JsonFile;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.cairo.CairoAbi;
import io.crossline.starknet.cairo.CairoAbis;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option for the ABIs of Cairo classes. */
public final class AbiFiles {
  @Option(
      names = "--abi",
      paramLabel = "FILE",
      description = {
        "The ABI of a class of Starknet, or the class with it, as compilers and nodes",
        "write it. Can be given several times."
      })
  private List<Path> files = new ArrayList<>();

  /**
   * Reads the files.
   *
   * @return the ABIs; none without the option
   * @throws MalformedInputException if a file is no ABI, or cannot be read; the message names it
   */
  public CairoAbis read() {
    List<CairoAbi> abis = new ArrayList<>();
    for (Path file : files) {
      try {
        abis.add(CairoAbi.of(JsonFile.read(file)));
      } catch (NoSuchFileException absent) {
        throw new MalformedInputException("--abi: " + file + ": there is no such file");
      } catch (IOException unreadable) {
        throw new MalformedInputException(
            "--abi: " + file + ": cannot be read: " + unreadable.getMessage());
      }
    }
    return new CairoAbis(abis);
  }
}
