// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.output;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Payload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A call of one of the functions that update the state, as a transaction to the core contract has
 * it in its input. Immutable.
 *
 * @param function which function
 * @param programOutput the words of the program output
 * @param onchainData what it says about data on chain; with {@link
 *     StateUpdateFunction#UPDATE_STATE} only
 * @param kzgProofs the proofs of its blobs; without {@link StateUpdateFunction#UPDATE_STATE} only
 */
public record StateUpdateCall(
    StateUpdateFunction function,
    Payload programOutput,
    Optional<OnchainData> onchainData,
    List<Bytes> kzgProofs) {
  private static final int SELECTOR_SIZE = 4;
  private static final int WORD = 32;

  /**
   * What an update says about its data on chain.
   *
   * @param hash the hash of the data
   * @param size how many words it has
   */
  public record OnchainData(UInt256 hash, UInt256 size) {}

  /** Copies the proofs and checks that the arguments are those of the function. */
  public StateUpdateCall {
    kzgProofs = List.copyOf(kzgProofs);
    if (onchainData.isPresent() == function.isKzg()) {
      throw new IllegalArgumentException(
          function + " goes " + (function.isKzg() ? "without" : "with") + " data on chain");
    }
    boolean one = function == StateUpdateFunction.UPDATE_STATE_KZG_DA_OF_ONE_BLOB;
    if (function.isKzg() ? one && kzgProofs.size() != 1 : !kzgProofs.isEmpty()) {
      throw new IllegalArgumentException(
          function
              + " goes with "
              + (one ? "one proof" : "no proof")
              + ", found "
              + kzgProofs.size());
    }
  }

  /**
   * Reads a call.
   *
   * @param calldata selector and arguments
   * @return the call
   * @throws MalformedInputException if it is a call of another function, or Solidity would not
   *     decode it
   */
  public static StateUpdateCall parse(Bytes calldata) {
    Bytes selector = calldata.truncate(SELECTOR_SIZE);
    StateUpdateFunction function =
        StateUpdateFunction.bySelector(selector)
            .orElseThrow(
                () ->
                    new MalformedInputException(
                        "state update: found selector "
                            + selector
                            + ", must be that of "
                            + Arrays.stream(StateUpdateFunction.values())
                                .map(known -> known.signature().canonical())
                                .toList(),
                        0));
    AbiReader.Head arguments =
        new AbiReader(calldata.slice(SELECTOR_SIZE))
            .head(function.signature().parameters().components().size());
    Payload words = Payload.read(arguments, 0);
    return switch (function) {
      case UPDATE_STATE ->
          new StateUpdateCall(
              function,
              words,
              Optional.of(new OnchainData(arguments.uint256(1), arguments.uint256(2))),
              List.of());
      case UPDATE_STATE_KZG_DA_OF_ONE_BLOB ->
          new StateUpdateCall(function, words, Optional.empty(), List.of(arguments.bytes(1)));
      case UPDATE_STATE_KZG_DA ->
          new StateUpdateCall(function, words, Optional.empty(), proofs(arguments));
    };
  }

  private static List<Bytes> proofs(AbiReader.Head arguments) {
    AbiReader.Items items = arguments.array(1, 1, true);
    List<Bytes> proofs = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      proofs.add(items.bytes(i));
    }
    return proofs;
  }

  /**
   * Reads the program output, in the layout that the function took at the time.
   *
   * @return header, KZG segment and messages
   * @throws MalformedInputException if no layout of the function fits, the KZG flag is not what the
   *     function asks for, or there is not one proof a blob
   */
  public ParsedOutput output() {
    ParsedOutput output = ProgramOutputLayout.among(function.layouts(), programOutput);
    if (output.header().useKzgDa() != function.isKzg()) {
      throw new MalformedInputException(
          "state update: the output's KZG flag is "
              + (output.header().useKzgDa() ? 1 : 0)
              + ", but the function is "
              + function.signature().canonical());
    }
    if (output.blobs().size() != kzgProofs.size()) {
      throw new MalformedInputException(
          "state update: found "
              + kzgProofs.size()
              + " proofs for "
              + output.blobs().size()
              + " blobs, must be one each");
    }
    return output;
  }

  /**
   * Writes the call.
   *
   * @return selector and arguments, encoded as usual: no gaps, payload before proofs
   */
  public Bytes calldata() {
    AbiWriter out = new AbiWriter();
    out.number((long) function.signature().parameters().components().size() * WORD);
    onchainData.ifPresent(data -> out.word(data.hash()).word(data.size()));
    if (!function.isKzg()) {
      programOutput.writeTo(out);
    } else {
      int proofsOffset = out.reserve();
      programOutput.writeTo(out);
      out.patch(proofsOffset, out.size());
      writeProofs(out);
    }
    return Bytes.concat(function.signature().selector(), out.toBytes());
  }

  private void writeProofs(AbiWriter out) {
    if (function == StateUpdateFunction.UPDATE_STATE_KZG_DA_OF_ONE_BLOB) {
      out.bytes(kzgProofs.get(0));
      return;
    }
    out.number(kzgProofs.size());
    int first = out.size();
    kzgProofs.forEach(proof -> out.reserve());
    for (int i = 0; i < kzgProofs.size(); i++) {
      out.patch(first + WORD * i, out.size() - first);
      out.bytes(kzgProofs.get(i));
    }
  }
}
