// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import java.io.IOException;
import java.util.List;

/** A vector file, written case by case: a recording is too long to be put together first. */
final class VectorDocument {
  private VectorDocument() {}

  static void write(Appendable out, String suite, String source, List<RecordedCase> cases)
      throws IOException {
    Members frame =
        new Members().put("format", "xmsg-vectors/1").put("suite", suite).put("source", source);
    out.append(unclosed(frame)).append(",\"cases\":[");
    String separator = "\n";
    for (RecordedCase each : cases) {
      out.append(separator);
      write(out, each);
      separator = ",\n";
    }
    out.append("\n]}\n");
  }

  private static void write(Appendable out, RecordedCase each) throws IOException {
    out.append(unclosed(each.head())).append(",\"steps\":[");
    String separator = "\n";
    for (String step : each.steps()) {
      out.append(separator).append(step);
      separator = ",\n";
    }
    out.append("\n]");
    if (!each.tail().toMap().isEmpty()) {
      out.append(',').append(each.tail().text().substring(1));
    } else {
      out.append('}');
    }
  }

  /** An object of at least one field, to which more are added. */
  private static String unclosed(Members members) {
    String text = members.text();
    return text.substring(0, text.length() - 1);
  }
}
