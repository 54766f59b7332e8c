// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import java.util.Arrays;

/**
 * The values of a {@link WordTable} that do not fit one long: 32 bytes each, in pages, so that more
 * of them never move those there are. A value that is taken away leaves its place to the next one.
 */
final class WideValues {
  private static final int LIMBS = 4;
  private static final int PAGE_BITS = 8;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int NONE = -1;

  private long[][] pages = new long[0][];

  /** How many places were ever given out: all below are in use or free. */
  private int used;

  /** The place that became free last. In the first limb of a free place stands the one before. */
  private int free = NONE;

  /** One quarter of a value, the most significant one first. */
  long limb(int place, int index) {
    return pages[place >>> PAGE_BITS][offset(place) + index];
  }

  void set(int place, long v0, long v1, long v2, long v3) {
    long[] page = pages[place >>> PAGE_BITS];
    int at = offset(place);
    page[at] = v0;
    page[at + 1] = v1;
    page[at + 2] = v2;
    page[at + 3] = v3;
  }

  /** Keeps one more value; returns its place. */
  int add(long v0, long v1, long v2, long v3) {
    int place = free;
    if (place != NONE) {
      free = (int) limb(place, 0);
    } else {
      if (used == pages.length * PAGE) {
        long[][] more = Arrays.copyOf(pages, pages.length + 1 + pages.length / 2);
        Arrays.setAll(more, i -> i < pages.length ? pages[i] : new long[PAGE * LIMBS]);
        pages = more;
      }
      place = used++;
    }
    set(place, v0, v1, v2, v3);
    return place;
  }

  void remove(int place) {
    set(place, free, 0, 0, 0);
    free = place;
  }

  private static int offset(int place) {
    return (place & PAGE - 1) * LIMBS;
  }
}
