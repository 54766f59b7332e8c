// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.message;

import io.crossline.core.record.RecordReader;
import io.crossline.core.record.RecordWriter;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.MalformedInputException;
import java.util.Optional;

/** How a store keeps the notes of blocks: messages by their numbers. */
final class BlockNoteCodec {
  private static final int MOVED = 1;
  private static final int ADDED = 2;
  private static final int LINKED = 3;
  private static final int GIVEN = 4;
  private static final int CONSTRUCTED = 5;
  private static final int MINTED = 6;
  private static final int ENDED = 7;

  private final MessageRows messages;

  BlockNoteCodec(MessageRows messages) {
    this.messages = messages;
  }

  Bytes encode(BlockNote note) {
    return RecordWriter.write(writer -> write(writer, note));
  }

  private void write(RecordWriter writer, BlockNote note) {
    if (note instanceof BlockNote.Moved moved) {
      writer.number8(MOVED).number64(moved.message().id).field(messages.places(), moved.before());
    } else if (note instanceof BlockNote.Added added) {
      writer.number8(ADDED).number64(added.message().id);
    } else if (note instanceof BlockNote.Linked linked) {
      writer.number8(LINKED).number64(linked.message().id).number64(linked.result().id);
    } else if (note instanceof BlockNote.Given given) {
      writer
          .number8(GIVEN)
          .field(Codec.ADDRESS, given.account())
          .field(Codec.UINT256, given.coins());
    } else if (note instanceof BlockNote.Constructed constructed) {
      writer.number8(CONSTRUCTED).text(constructed.contract());
    } else if (note instanceof BlockNote.Minted minted) {
      writer
          .number8(MINTED)
          .text(minted.token())
          .field(Codec.ADDRESS, minted.account())
          .field(Codec.UINT256, minted.tokens());
    } else if (note instanceof BlockNote.Ended ended) {
      writer.number8(ENDED).number64(ended.message().id);
    }
  }

  /** A note; nothing if it is about a message that has ended for good and was forgotten. */
  Optional<BlockNote> decode(Bytes record) {
    return RecordReader.read(record, this::read);
  }

  private Optional<BlockNote> read(RecordReader reader) {
    int kind = reader.number8();
    switch (kind) {
      case MOVED -> {
        Optional<TrackedMessage> message = messages.find(reader.number64());
        TrackedMessage.Place before = reader.field(messages.places());
        return message.map(known -> new BlockNote.Moved(known, before));
      }
      case ADDED -> {
        return messages.find(reader.number64()).map(BlockNote.Added::new);
      }
      case LINKED -> {
        Optional<TrackedMessage> message = messages.find(reader.number64());
        Optional<TrackedMessage> result = messages.find(reader.number64());
        return message.flatMap(known -> result.map(its -> new BlockNote.Linked(known, its)));
      }
      case GIVEN -> {
        return Optional.of(
            new BlockNote.Given(reader.field(Codec.ADDRESS), reader.field(Codec.UINT256)));
      }
      case CONSTRUCTED -> {
        return Optional.of(new BlockNote.Constructed(reader.text()));
      }
      case MINTED -> {
        return Optional.of(
            new BlockNote.Minted(
                reader.text(), reader.field(Codec.ADDRESS), reader.field(Codec.UINT256)));
      }
      case ENDED -> {
        return messages.find(reader.number64()).map(BlockNote.Ended::new);
      }
      default ->
          throw new MalformedInputException(
              "note of a block: found kind " + kind + ", must be from 1 to " + ENDED, 0);
    }
  }
}
