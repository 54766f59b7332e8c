// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.MalformedInputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A type of Solidity's ABI. Made by {@link #parse}. Immutable and safe for threads to share.
 *
 * <p>Two types are equal if their {@link #canonical} texts are: the names of components do not
 * count, as they do not count for selectors.
 */
public abstract sealed class AbiType {
  /** {@value}: how deep tuples and arrays may be nested. */
  public static final int MAX_DEPTH = 32;

  /** {@value}: how many bytes the head of a tuple or of a {@code T[k]} may have. */
  public static final int MAX_HEAD_SIZE = 1 << 20;

  static final int WORD = 32;

  private final String canonical;
  private final int headSize;
  private final boolean dynamic;
  private final int depth;

  private AbiType(String canonical, boolean dynamic, long staticSize, int depth) {
    if (depth > MAX_DEPTH) {
      throw new MalformedInputException(
          "abi type: nested deeper than " + MAX_DEPTH + " tuples and arrays");
    }
    if (staticSize > MAX_HEAD_SIZE) {
      throw new MalformedInputException(
          "abi type: "
              + canonical
              + " has a head of "
              + staticSize
              + " bytes (at most "
              + MAX_HEAD_SIZE
              + ")");
    }
    this.canonical = canonical;
    this.headSize = dynamic ? WORD : (int) staticSize;
    this.dynamic = dynamic;
    this.depth = depth;
  }

  /**
   * Reads a type.
   *
   * @param text such as {@code uint256}, {@code bytes32 msgHash} or {@code (uint64 root, address[]
   *     route)[]}; {@code uint} and {@code int} stand for 256 bits; a trailing name is passed over
   * @return the type
   * @throws MalformedInputException if the text is no such type, with the place in the text
   */
  public static AbiType parse(String text) {
    return AbiTypeParser.type(text);
  }

  /**
   * Reads a list of parameters.
   *
   * @param text such as {@code (address to, uint256 amount)}, or a whole signature, whose name is
   *     passed over
   * @return the parameters as a tuple, which may be empty
   * @throws MalformedInputException if the text is no such list, with the place in the text
   */
  public static Tuple parameters(String text) {
    return AbiTypeParser.signature(text).parameters();
  }

  /**
   * The type as selectors and topics are computed from: no names, no spaces.
   *
   * @return the canonical text
   */
  public final String canonical() {
    return canonical;
  }

  /**
   * Whether the head holds an offset to the value instead of the value.
   *
   * @return true for {@code bytes}, {@code string}, {@code T[]} and what contains one of them
   */
  public final boolean isDynamic() {
    return dynamic;
  }

  /**
   * How much room the value takes in the head of the tuple that contains it.
   *
   * @return bytes, a multiple of 32; 32 for a dynamic type
   */
  public final int headSize() {
    return headSize;
  }

  /**
   * Goes one of ten ways.
   *
   * @param cases what to do in each case
   * @param <R> what all cases give
   * @return what the case at hand gave
   */
  public abstract <R> R fold(AbiTypeCases<R> cases);

  final int words() {
    return headSize / WORD;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof AbiType that && canonical.equals(that.canonical);
  }

  @Override
  public final int hashCode() {
    return canonical.hashCode();
  }

  /** The type with the names of its components, which {@link #parse} reads back. */
  @Override
  public String toString() {
    return canonical;
  }

  /** {@code uint8} to {@code uint256}. */
  public static final class UInt extends AbiType {
    private final int bits;

    UInt(int bits) {
      super("uint" + bits, false, WORD, 0);
      this.bits = bits;
    }

    /**
     * How many bits the number has.
     *
     * @return 8 to 256, a multiple of 8
     */
    public int bits() {
      return bits;
    }

    @Override
    public <R> R fold(AbiTypeCases<R> cases) {
      return cases.uint(this);
    }
  }

  /**
   * {@code int8} to {@code int256}. Its values are written as their two's complement in 256 bits.
   */
  public static final class Int extends AbiType {
    private final int bits;

    Int(int bits) {
      super("int" + bits, false, WORD, 0);
      this.bits = bits;
    }

    /**
     * How many bits the number has, its sign among them.
     *
     * @return 8 to 256, a multiple of 8
     */
    public int bits() {
      return bits;
    }

    @Override
    public <R> R fold(AbiTypeCases<R> cases) {
      return cases.integer(this);
    }
  }

  /** {@code bool}. */
  public static final class Bool extends AbiType {
    Bool() {
      super("bool", false, WORD, 0);
    }

    @Override
    public <R> R fold(AbiTypeCases<R> cases) {
      return cases.bool(this);
    }
  }

  /** {@code address}. */
  public static final class Address extends AbiType {
    Address() {
      super("address", false, WORD, 0);
    }

    @Override
    public <R> R fold(AbiTypeCases<R> cases) {
      return cases.address(this);
    }
  }

  /** {@code bytes1} to {@code bytes32}. */
  public static final class FixedBytes extends AbiType {
    private final int size;

    FixedBytes(int size) {
      super("bytes" + size, false, WORD, 0);
      this.size = size;
    }

    /**
     * How many bytes a value has.
     *
     * @return 1 to 32
     */
    public int size() {
      return size;
    }

    @Override
    public <R> R fold(AbiTypeCases<R> cases) {
      return cases.fixedBytes(this);
    }
  }

  /** {@code bytes}. */
  public static final class ByteString extends AbiType {
    ByteString() {
      super("bytes", true, WORD, 0);
    }

    @Override
    public <R> R fold(AbiTypeCases<R> cases) {
      return cases.byteString(this);
    }
  }

  /** {@code string}. */
  public static final class Text extends AbiType {
    Text() {
      super("string", true, WORD, 0);
    }

    @Override
    public <R> R fold(AbiTypeCases<R> cases) {
      return cases.text(this);
    }
  }

  /** {@code T[]}. */
  public static final class Array extends AbiType {
    private final AbiType element;

    Array(AbiType element) {
      super(element.canonical() + "[]", true, WORD, element.depth() + 1);
      this.element = element;
    }

    /**
     * The type of the elements.
     *
     * @return a type without a name
     */
    public AbiType element() {
      return element;
    }

    @Override
    public <R> R fold(AbiTypeCases<R> cases) {
      return cases.array(this);
    }

    @Override
    public String toString() {
      return element + "[]";
    }
  }

  /** {@code T[k]}. */
  public static final class FixedArray extends AbiType {
    private final AbiType element;
    private final int length;

    FixedArray(AbiType element, int length) {
      super(
          element.canonical() + '[' + length + ']',
          element.isDynamic(),
          (long) length * element.headSize(),
          element.depth() + 1);
      this.element = element;
      this.length = length;
    }

    /**
     * The type of the elements.
     *
     * @return a type without a name
     */
    public AbiType element() {
      return element;
    }

    /**
     * How many elements there are.
     *
     * @return 1 or more
     */
    public int length() {
      return length;
    }

    int contentWords() {
      return length * element.words();
    }

    @Override
    public <R> R fold(AbiTypeCases<R> cases) {
      return cases.fixedArray(this);
    }

    @Override
    public String toString() {
      return element.toString() + '[' + length + ']';
    }
  }

  /**
   * {@code (T1, T2, …)}: a struct, or a list of parameters. Only a list of parameters may be empty.
   */
  public static final class Tuple extends AbiType {
    private final List<AbiType> components;
    private final List<Optional<String>> names;
    private final int contentWords;

    Tuple(List<AbiType> components, List<Optional<String>> names) {
      super(
          components.stream().map(AbiType::canonical).collect(Collectors.joining(",", "(", ")")),
          components.stream().anyMatch(AbiType::isDynamic),
          components.stream().mapToLong(AbiType::headSize).sum(),
          components.stream().mapToInt(AbiType::depth).max().orElse(0) + 1);
      this.components = List.copyOf(components);
      this.names = List.copyOf(names);
      this.contentWords = components.stream().mapToInt(AbiType::words).sum();
    }

    /**
     * The components.
     *
     * @return their types in order
     */
    public List<AbiType> components() {
      return components;
    }

    int contentWords() {
      return contentWords;
    }

    @Override
    public <R> R fold(AbiTypeCases<R> cases) {
      return cases.tuple(this);
    }

    /**
     * The names of the components, or of the parameters.
     *
     * @return for each component its name, if one was given
     */
    public List<Optional<String>> names() {
      return names;
    }

    /**
     * The components as they were declared.
     *
     * @return for each component its type, and its name if it has one
     */
    public List<String> declarations() {
      return IntStream.range(0, components.size())
          .mapToObj(i -> components.get(i) + names.get(i).map(name -> ' ' + name).orElse(""))
          .toList();
    }

    @Override
    public String toString() {
      return '(' + String.join(", ", declarations()) + ')';
    }
  }

  private int depth() {
    return depth;
  }
}
