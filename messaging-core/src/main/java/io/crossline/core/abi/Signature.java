// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The name and the parameters of a function, an event or an error. Immutable. Two signatures are
 * equal if their {@link #canonical} texts are; names of parameters do not count.
 */
public final class Signature {
  private static final int SELECTOR_SIZE = 4;

  private final String name;
  private final AbiType.Tuple parameters;
  private final String canonical;
  private final Bytes32 topic;
  private final Bytes selector;
  private final Map<Integer, List<String>> labels;

  private Signature(String name, AbiType.Tuple parameters, Map<Integer, List<String>> labels) {
    this.name = name;
    this.parameters = parameters;
    this.canonical = name + parameters.canonical();
    this.topic = Keccak256.hash(Bytes.utf8(canonical));
    this.selector = topic.toBytes().slice(0, SELECTOR_SIZE);
    this.labels = Map.copyOf(labels);
  }

  /**
   * Reads a signature.
   *
   * @param text such as {@code transfer(address,uint256)} or {@code InvalidXnetMessage(uint8
   *     reason)}; names of parameters are kept
   * @return the signature
   * @throws MalformedInputException if the text is no signature, with the place in the text
   */
  public static Signature parse(String text) {
    AbiTypeParser.Parsed parsed = AbiTypeParser.signature(text);
    if (parsed.name().isEmpty()) {
      throw new MalformedInputException("abi signature: \"" + text + "\" has no name", 0);
    }
    return new Signature(parsed.name(), parsed.parameters(), Map.of());
  }

  /**
   * The same signature with names for the members of an enum, which the ABI only knows as numbers.
   * {@link #describe} shows them.
   *
   * @param parameter which parameter, from 0
   * @param members the names, in order
   * @return a signature that is equal to this one
   * @throws IndexOutOfBoundsException if there is no such parameter
   */
  public Signature labelled(int parameter, String... members) {
    Objects.checkIndex(parameter, parameters.components().size());
    Map<Integer, List<String>> more = new HashMap<>(labels);
    more.put(parameter, List.of(members));
    return new Signature(name, parameters, more);
  }

  /**
   * The name before the parenthesis.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The parameters.
   *
   * @return their types and names, in order
   */
  public AbiType.Tuple parameters() {
    return parameters;
  }

  /**
   * The text that is hashed: name and types, without spaces and names of parameters.
   *
   * @return the canonical text
   */
  public String canonical() {
    return canonical;
  }

  /**
   * What calldata and the data of custom errors begin with.
   *
   * @return the first four bytes of {@link #topic}
   */
  public Bytes selector() {
    return selector;
  }

  /**
   * What the topics of an event begin with.
   *
   * @return the Keccak-256 of {@link #canonical}
   */
  public Bytes32 topic() {
    return topic;
  }

  /**
   * A call, event or error as a person would write it.
   *
   * @param arguments one for each parameter
   * @return such as {@code InvalidXnetMessage(NoRoute)}
   */
  public String describe(AbiValue.Tuple arguments) {
    StringJoiner joined = new StringJoiner(", ", name + "(", ")");
    for (int i = 0; i < arguments.values().size(); i++) {
      joined.add(label(i, arguments.get(i)));
    }
    return joined.toString();
  }

  private String label(int parameter, AbiValue argument) {
    List<String> members = labels.getOrDefault(parameter, List.of());
    return argument instanceof AbiValue.Number number
            && number.value().compareTo(UInt256.of(members.size())) < 0
        ? members.get((int) number.value().longValueExact())
        : argument.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Signature that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  /** The signature with the names of its parameters, which {@link #parse} reads back. */
  @Override
  public String toString() {
    return name + parameters;
  }
}
