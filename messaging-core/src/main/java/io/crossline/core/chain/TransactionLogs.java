// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.messaging.Log;
import java.util.ArrayList;
import java.util.List;

/** The logs of the running transaction, in the order in which contracts emitted them. */
final class TransactionLogs {
  /** The EVM's LOG4 is the last of its kind. */
  private static final int MAX_TOPICS = 4;

  private final List<Log> logs = new ArrayList<>();

  void emit(Log log) {
    if (log.topics().size() > MAX_TOPICS) {
      throw new IllegalArgumentException(
          "log: found " + log.topics().size() + " topics, the EVM allows " + MAX_TOPICS);
    }
    logs.add(log);
  }

  int count() {
    return logs.size();
  }

  List<Log> all() {
    return List.copyOf(logs);
  }

  List<Log> since(int first) {
    return List.copyOf(logs.subList(first, logs.size()));
  }

  void truncate(int count) {
    logs.subList(count, logs.size()).clear();
  }
}
