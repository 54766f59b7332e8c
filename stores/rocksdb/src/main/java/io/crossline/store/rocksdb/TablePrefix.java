// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.WriteBatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * All tables lie in one column family; an entry's key is the length of the table's name, the name,
 * and the key. A column family for each would want a change of the manifest before the first write
 * to a table, which no batch can contain, and a memtable each; a prefix costs a few bytes a write.
 */
final class TablePrefix {
  private TablePrefix() {}

  static byte[] of(String table) {
    byte[] name = table.getBytes(StandardCharsets.UTF_8);
    if (name.length == 0 || name.length > WriteBatch.Write.LONGEST_NAME) {
      throw new IllegalArgumentException(
          "table name: found "
              + name.length
              + " bytes, must be from 1 to "
              + WriteBatch.Write.LONGEST_NAME);
    }
    byte[] prefix = new byte[1 + name.length];
    prefix[0] = (byte) name.length;
    System.arraycopy(name, 0, prefix, 1, name.length);
    return prefix;
  }

  /**
   * How much of an entry's key in the database is the prefix.
   *
   * @throws StoreException if it is no entry's key
   */
  static int sizeIn(byte[] key, Path database) {
    int size = key.length == 0 ? 0 : 1 + Byte.toUnsignedInt(key[0]);
    if (size <= 1 || size > key.length) {
      throw new StoreException(
          database.toString(),
          -1,
          database + ": key " + Bytes.of(key) + " is that of no table's entry",
          null);
    }
    return size;
  }

  static String name(byte[] key, int prefixSize) {
    return new String(key, 1, prefixSize - 1, StandardCharsets.UTF_8);
  }

  static boolean begins(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }

  static byte[] join(byte[] prefix, Bytes key) {
    byte[] joined = Arrays.copyOf(prefix, prefix.length + key.size());
    key.copyTo(joined, prefix.length);
    return joined;
  }

  /** The least key after all that begin with a prefix; empty if there is none. */
  static byte[] after(byte[] prefix) {
    int size = prefix.length;
    while (size > 0 && prefix[size - 1] == (byte) 0xff) {
      size--;
    }
    byte[] next = Arrays.copyOf(prefix, size);
    if (size > 0) {
      next[size - 1]++;
    }
    return next;
  }
}
