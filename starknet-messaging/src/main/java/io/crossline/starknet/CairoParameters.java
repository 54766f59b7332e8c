// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.MalformedInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a function, and how calldata becomes its arguments, as the executor reads it
 * (blockifier 0.18, compiler 2.17, run).
 *
 * <p>Immutable and thread-safe.
 */
public final class CairoParameters {
  private static final Felt TOO_LONG = Felt.fromShortString("Input too long for arguments");

  private final List<CairoType<?>> types;
  private final int first;

  /**
   * Takes the types of parameters.
   *
   * @param types the types, in order
   * @param first the number of the first one in panic data, from 1: of a handler's payload it is 2,
   *     because from_address is the first parameter
   */
  public CairoParameters(List<? extends CairoType<?>> types, int first) {
    this.types = List.copyOf(types);
    this.first = first;
  }

  /**
   * Reads arguments that take all the felts.
   *
   * @param felts the calldata, or the payload of a message
   * @return the arguments
   * @throws CairoReadException if they do not fit
   */
  public List<Object> read(List<Felt> felts) {
    List<Object> arguments = new ArrayList<>();
    int used = read(felts, arguments);
    if (used < felts.size()) {
      throw new CairoReadException(
          "payload has " + felts.size() + " felts, the parameters take " + used,
          used,
          List.of(TOO_LONG));
    }
    return arguments;
  }

  /**
   * Reads arguments that others may follow.
   *
   * @param felts the calldata, or the payload of a message
   * @param into where the arguments are added
   * @return how many felts they take
   * @throws CairoReadException if they do not fit
   */
  public int read(List<Felt> felts, List<Object> into) {
    FeltReader in = new FeltReader(felts);
    for (int i = 0; i < types.size(); i++) {
      try {
        into.add(types.get(i).read(in));
      } catch (NotTextException noText) {
        throw new CairoReadException(noText.getMessage(), noText.offset(), List.of());
      } catch (MalformedInputException malformed) {
        throw new CairoReadException(
            malformed.getMessage(),
            malformed.offset(),
            List.of(Felt.fromShortString("Failed to deserialize param #" + (first + i))));
      }
    }
    return in.at();
  }

  /**
   * Writes arguments.
   *
   * @param arguments a value for each parameter, as {@link CairoType#encode} takes it
   * @return the felts
   * @throws MalformedInputException if there are more or fewer, or one is of no such type
   */
  public List<Felt> write(List<?> arguments) {
    if (arguments.size() != types.size()) {
      throw new MalformedInputException(
          "found " + arguments.size() + " arguments, there are " + types.size() + " parameters");
    }
    FeltWriter out = new FeltWriter();
    for (int i = 0; i < types.size(); i++) {
      out.part("argument " + (i + 1), types.get(i), arguments.get(i));
    }
    return out.felts();
  }
}
