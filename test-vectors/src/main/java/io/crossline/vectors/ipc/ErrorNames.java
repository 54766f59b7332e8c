// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.core.abi.AbiType;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The names of the arguments of errors in vectors: the declaration's, or {@code arg0}, {@code arg1}
 * … where it has none.
 */
final class ErrorNames {
  private ErrorNames() {}

  static List<String> of(AbiType.Tuple parameters) {
    return IntStream.range(0, parameters.components().size())
        .mapToObj(i -> parameters.names().get(i).orElse("arg" + i))
        .toList();
  }
}
