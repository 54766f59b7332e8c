// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the file that tells a store: what kind it is, and which format. */
final class StoreMark {
  /** The format that this version writes, and the highest that it reads. */
  static final int FORMAT = 1;

  private static final String KIND = "crossline store on rocksdb";
  private static final int LONGEST = 200;
  private static final Pattern FORM = Pattern.compile(KIND + "\nformat (\\d{1,9})\n");

  private StoreMark() {}

  static void write(RandomAccessFile file) throws IOException {
    file.setLength(0);
    file.write((KIND + "\nformat " + FORMAT + "\n").getBytes(StandardCharsets.UTF_8));
    file.getFD().sync();
  }

  static void check(Path path, RandomAccessFile file) throws IOException {
    byte[] bytes = new byte[(int) Math.min(LONGEST, file.length())];
    file.readFully(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    Matcher matcher = FORM.matcher(text);
    // What follows the version is for later versions to say.
    if (!matcher.lookingAt()) {
      throw new StoreException(
          Reason.NOT_A_STORE,
          path + " does not begin with \"" + KIND + "\" and a format, so this is another store",
          null);
    }
    int format = Integer.parseInt(matcher.group(1));
    if (format > FORMAT) {
      throw new StoreException(
          Reason.FUTURE_FORMAT,
          path
              + ": found format "
              + format
              + ", this version knows formats up to "
              + FORMAT
              + ", open the store with the version that wrote it or a later one",
          null);
    }
  }
}
