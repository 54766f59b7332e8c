// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.core.chain.Block;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Events that tell of nothing but time, in one row: empty blocks of any number of chains, and the
 * short events between them that end in a number, such as that blocks are final.
 *
 * <p>How this works: an event that has an empty block in it is what stands before the block, the
 * block, and what stands behind it. Before and behind it is always the same for a chain, which is a
 * <em>shape</em> here. Of the block only the steps of its number and time are kept: its parent is
 * the block of that shape before, and its hash follows. A shape and its first values stand in full
 * where it comes up first. All is deflated, so that an hour of nothing takes some hundred bytes. An
 * event is taken only if what is read back is that event, byte by byte.
 *
 * <p>For example, {@code 01 00000094 [block]} with number 7 at time 84, after 6 at 72: shape 0,
 * step 1, step 12.
 *
 * <p>Not thread-safe.
 */
final class QuietRun {
  /** How many events a row may have, so that what is written again with a commit stays small. */
  private static final int MOST = 1024;

  /** A field with a block of no receipts, as {@link Block#codec} writes it. */
  private static final int BLOCK = 152;

  /** Where in it number, time and parent stand, each behind its size. */
  private static final int NUMBER = 32;

  private static final int TIME = 68;
  private static final int PARENT = 116;
  private static final int WORD = 32;
  private static final int LONGEST_SHORT = 48;

  private static final Bytes BLOCK_SIZE = Bytes.parse("0x00000094");
  private static final Bytes WORD_SIZE = Bytes.parse("0x00000020");
  private static final Bytes PADDING = Bytes.of(new byte[WORD - Long.BYTES]);
  private static final Bytes NO_RECEIPTS = Bytes.parse("0x00000000");

  private final long first;
  private final Map<List<Bytes>, Shape> shapes = new HashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int count;

  /** What events of one kind have in common, and where the last one was. */
  private static final class Shape {
    private final int index;
    private final boolean hasBlock;
    private final Bytes before;
    private final Bytes behind;
    private long number;
    private long time;
    private Bytes32 hash = Bytes32.ZERO;

    Shape(int index, boolean hasBlock, Bytes before, Bytes behind) {
      this.index = index;
      this.hasBlock = hasBlock;
      this.before = before;
      this.behind = behind;
    }

    Bytes block(Bytes32 parent) {
      BlockInfo info = new BlockInfo(UInt64.ofBits(number), UInt64.ofBits(time));
      hash = Block.hashOfEmpty(parent, info);
      return Bytes.concat(
          before,
          BLOCK_SIZE,
          WORD_SIZE,
          PADDING,
          Bytes.ofLong(number),
          WORD_SIZE,
          PADDING,
          Bytes.ofLong(time),
          WORD_SIZE,
          hash.toBytes(),
          WORD_SIZE,
          parent.toBytes(),
          NO_RECEIPTS,
          behind);
    }
  }

  private QuietRun(long first) {
    this.first = first;
  }

  /** Begins a run with an event; null if it is no empty block. */
  static @Nullable QuietRun of(long position, Bytes event) {
    QuietRun run = new QuietRun(position);
    return run.append(event) ? run : null;
  }

  /** The number of the last event. */
  long last() {
    return first + count - 1;
  }

  /** Takes an event, if it tells of nothing and there is room. */
  boolean append(Bytes event) {
    if (count == MOST) {
      return false;
    }
    int at = blockIn(event);
    if (at >= 0) {
      return block(event, at);
    }
    if (count == 0 || event.size() < Long.BYTES || event.size() > LONGEST_SHORT) {
      return false;
    }
    Bytes before = event.slice(0, event.size() - Long.BYTES);
    Shape shape = shape(false, before, Bytes.EMPTY);
    begin(shape, false);
    step(event.getLong(event.size() - Long.BYTES) - shape.number);
    shape.number = event.getLong(event.size() - Long.BYTES);
    count++;
    return true;
  }

  private boolean block(Bytes event, int at) {
    Bytes block = event.slice(at, at + BLOCK);
    Bytes32 parent = block.getBytes32(PARENT);
    Shape shape = shape(true, event.slice(0, at), event.slice(at + BLOCK));
    long numberBefore = shape.number;
    long timeBefore = shape.time;
    Bytes32 hashBefore = shape.hash;
    shape.number = block.getLong(NUMBER);
    shape.time = block.getLong(TIME);
    if (!shape.block(parent).equals(event)) {
      shape.number = numberBefore;
      shape.time = timeBefore;
      shape.hash = hashBefore;
      return false;
    }
    boolean follows = parent.equals(hashBefore);
    begin(shape, !follows);
    step(shape.number - numberBefore);
    step(shape.time - timeBefore);
    if (!follows) {
      write(parent.toBytes());
    }
    count++;
    return true;
  }

  /** Where an empty block stands in an event; -1 if nowhere. */
  private static int blockIn(Bytes event) {
    for (int at = 0; at + BLOCK <= event.size(); at++) {
      if (size(event, at) == BLOCK - Integer.BYTES
          && size(event, at + 4) == WORD
          && size(event, at + 40) == WORD
          && size(event, at + 76) == WORD
          && size(event, at + 112) == WORD
          && size(event, at + 148) == 0) {
        return at;
      }
    }
    return -1;
  }

  private static int size(Bytes event, int at) {
    return (event.get(at) & 0xff) << 24
        | (event.get(at + 1) & 0xff) << 16
        | (event.get(at + 2) & 0xff) << 8
        | event.get(at + 3) & 0xff;
  }

  private Shape shape(boolean hasBlock, Bytes before, Bytes behind) {
    return shapes.computeIfAbsent(
        List.of(before, behind, hasBlock ? Bytes.ofLong(1) : Bytes.EMPTY),
        key -> new Shape(shapes.size(), hasBlock, before, behind));
  }

  /** Says which shape comes; one that is new stands in full. */
  private void begin(Shape shape, boolean tellsParent) {
    number(2L * shape.index + (tellsParent ? 1 : 0));
    if (shape.index >= told) {
      told = shape.index + 1;
      body.write(shape.hasBlock ? 1 : 0);
      number(shape.before.size());
      write(shape.before);
      number(shape.behind.size());
      write(shape.behind);
    }
  }

  /** How many shapes stand in the body. */
  private int told;

  private void write(Bytes bytes) {
    body.writeBytes(bytes.toByteArray());
  }

  /** Seven bits a byte, the lowest first. */
  private void number(long number) {
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      body.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    body.write((int) rest);
  }

  /** A step in either direction. */
  private void step(long step) {
    number(step << 1 ^ step >> 63);
  }

  /** The row: the number of the first event, and all of them. */
  Bytes encode() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes(Bytes.ofLong(first).toByteArray());
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(packed)) {
      body.writeTo(deflating);
    } catch (IOException inMemory) {
      throw new IllegalStateException(inMemory);
    }
    return Bytes.of(packed.toByteArray());
  }

  /** The number of the first event of a row. */
  static long first(Bytes row) {
    return row.getLong(0);
  }

  /**
   * Reads a row.
   *
   * @param row what {@link #encode} gave
   * @param last the number of the last event, under which it stands
   * @param reader is given each event with its number, until it has enough
   * @return false if it had
   */
  static boolean read(Bytes row, long last, BiPredicate<Long, Bytes> reader) {
    byte[] packed = row.slice(Long.BYTES).toByteArray();
    List<Shape> shapes = new ArrayList<>();
    try (InflaterInputStream body = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      for (long position = first(row); position <= last; position++) {
        if (!reader.test(position, next(body, shapes))) {
          return false;
        }
      }
      return true;
    } catch (IOException damaged) {
      throw new MalformedInputException(
          "events " + first(row) + " to " + last + ": " + damaged.getMessage());
    }
  }

  private static Bytes next(InflaterInputStream body, List<Shape> shapes) throws IOException {
    long which = number(body);
    int index = Math.toIntExact(which >>> 1);
    if (index == shapes.size()) {
      boolean hasBlock = body.read() == 1;
      Bytes before = bytes(body, Math.toIntExact(number(body)));
      shapes.add(new Shape(index, hasBlock, before, bytes(body, Math.toIntExact(number(body)))));
    }
    Shape shape = shapes.get(index);
    shape.number += step(body);
    if (!shape.hasBlock) {
      return Bytes.concat(shape.before, Bytes.ofLong(shape.number));
    }
    shape.time += step(body);
    return shape.block((which & 1) == 1 ? Bytes32.of(bytes(body, WORD)) : shape.hash);
  }

  private static Bytes bytes(InflaterInputStream body, int size) throws IOException {
    byte[] bytes = body.readNBytes(size);
    if (bytes.length < size) {
      throw new IOException("the row ends too early");
    }
    return Bytes.of(bytes);
  }

  private static long number(InflaterInputStream body) throws IOException {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = body.read();
      if (next < 0) {
        throw new IOException("the row ends too early");
      }
      number |= (next & 0x7fL) << shift;
      if ((next & 0x80) == 0) {
        return number;
      }
    }
    throw new IOException("a number has more than 64 bits");
  }

  private static long step(InflaterInputStream body) throws IOException {
    long folded = number(body);
    return folded >>> 1 ^ -(folded & 1);
  }
}
