// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The last status of every message of a run. Takes one byte for a message whose name is a prefix
 * and a number, as timelines give them.
 */
final class StatusTally {
  private static final int MOST_STATUSES = 126;
  private static final String OTHER = "(other)";
  private static final int FIRST_SIZE = 1 << 10;
  private static final int LONGEST_NUMBER = 9;

  private final List<String> statuses = new ArrayList<>(List.of(""));
  private final Map<String, Byte> numbers = new HashMap<>();
  private final Map<String, byte[]> byPrefix = new HashMap<>();
  private final Map<String, Byte> odd = new HashMap<>();
  private final long[] counts = new long[MOST_STATUSES + 2];

  /** Sets a status, and says whether the message had one before. */
  boolean set(String message, String status) {
    byte now = number(status);
    byte before = put(message, now);
    counts[before]--;
    counts[now]++;
    return before != 0;
  }

  /** How many messages have each status; to be changed freely. */
  SortedMap<String, Long> counts() {
    SortedMap<String, Long> result = new TreeMap<>();
    for (int i = 1; i < statuses.size(); i++) {
      if (counts[i] > 0) {
        result.put(statuses.get(i), counts[i]);
      }
    }
    return result;
  }

  private byte number(String status) {
    Byte known = numbers.get(status);
    if (known != null) {
      return known;
    }
    if (statuses.size() > MOST_STATUSES && !status.equals(OTHER)) {
      return number(OTHER);
    }
    statuses.add(status);
    byte number = (byte) (statuses.size() - 1);
    numbers.put(status, number);
    return number;
  }

  private byte put(String message, byte status) {
    int digits = message.length();
    while (digits > 0 && isDigit(message.charAt(digits - 1))) {
      digits--;
    }
    boolean numbered =
        digits < message.length()
            && message.length() - digits <= LONGEST_NUMBER
            && message.charAt(digits) != '0';
    if (numbered) {
      String prefix = message.substring(0, digits);
      int index = Integer.parseInt(message.substring(digits));
      byte[] row = byPrefix.getOrDefault(prefix, new byte[FIRST_SIZE]);
      // A name that jumps far ahead, which no timeline gives, must not take memory for the gap.
      if (index < 2L * row.length) {
        row = index < row.length ? row : Arrays.copyOf(row, 2 * row.length);
        byPrefix.put(prefix, row);
        Byte early = odd.remove(message);
        byte before = early == null ? row[index] : early;
        row[index] = status;
        return before;
      }
    }
    Byte before = odd.put(message, status);
    return before == null ? 0 : before;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
