// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.Signature;
import io.crossline.messaging.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the data of an error say, as far as they go. A gateway cuts what a receiver reverts with to
 * 128 bytes (trap 3), which breaks every text of more than 32 bytes: {@link IpcReverts#decode}
 * takes only whole data for an error, this tells what is left of a cut one too.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public sealed interface RevertReading {
  /**
   * The data are a whole error.
   *
   * @param revert the error
   */
  record Whole(EvmRevert revert) implements RevertReading {
    @Override
    public Bytes data() {
      return revert.data();
    }

    @Override
    public Optional<Signature> signature() {
      return CutRevert.signature(data());
    }

    @Override
    public String description() {
      return IpcReverts.describe(revert);
    }
  }

  /**
   * The data begin as an error's do, and end before it is complete.
   *
   * @param form the signature of the error
   * @param arguments those of its arguments that are there, from the first one on; the last one, if
   *     it is a text, may be its beginning only
   * @param missing how many bytes of the data are missing at least. Where it is less than 32 after
   *     a text, nothing but padding may be lost
   * @param complete whether all arguments are there whole, because only padding is missing
   * @param data the bytes
   */
  record Cut(Signature form, List<AbiValue> arguments, long missing, boolean complete, Bytes data)
      implements RevertReading {
    /** Copies the arguments. */
    public Cut {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Optional<Signature> signature() {
      return Optional.of(form);
    }

    @Override
    public String description() {
      return CutRevert.describe(this);
    }
  }

  /**
   * The data are no error that is known, or there are none.
   *
   * @param data the bytes
   */
  record Unknown(Bytes data) implements RevertReading {
    @Override
    public Optional<Signature> signature() {
      return Optional.empty();
    }

    @Override
    public String description() {
      return IpcReverts.decode(data).description();
    }
  }

  /**
   * Reads the data of an error.
   *
   * @param data the bytes, any
   * @return what they say; their {@code data()} equal the argument
   */
  static RevertReading of(Bytes data) {
    return CutRevert.read(data);
  }

  /**
   * The bytes that were read.
   *
   * @return all of them
   */
  Bytes data();

  /**
   * Which error it is.
   *
   * @return its signature, {@code Error(string)} and {@code Panic(uint256)} included; nothing if
   *     the bytes are unknown
   */
  Optional<Signature> signature();

  /**
   * Which of IPC's own errors it is.
   *
   * @return the error; nothing for a text, a panic, and what is unknown
   */
  default Optional<IpcError> error() {
    return signature().flatMap(signature -> IpcError.byName(signature.name()));
  }

  /**
   * The error as a person would write it.
   *
   * @return one line, such as {@code InvalidXnetMessage(NoRoute)} or {@code TransferFailed(0x…, …)}
   */
  String description();

  /**
   * Goes one of three ways.
   *
   * @param whole takes the error of a {@link Whole}
   * @param cut takes a {@link Cut}
   * @param unknown takes the bytes of an {@link Unknown}
   * @param <R> what all ways give
   * @return what the way taken gave
   */
  default <R> R fold(
      Function<? super EvmRevert, ? extends R> whole,
      Function<? super Cut, ? extends R> cut,
      Function<? super Bytes, ? extends R> unknown) {
    if (this instanceof Whole all) {
      return whole.apply(all.revert);
    }
    return this instanceof Cut part ? cut.apply(part) : unknown.apply(data());
  }
}
