// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * In what the versions of the core contract differ, as data: one row a version, one setting a
 * difference. No two settings change together. A row is valid up to the version before the next
 * row. {@link #DEPLOYED} is what runs on the public networks.
 *
 * <p>Observed by running {@code MockStarknetMessaging.sol} of each version; between the versions
 * listed the messaging sources are the same.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the version of cairo-lang that a row is named for
 * @param alias another name that {@link #byName} knows the row by, if there is one
 * @param payableSend whether {@code sendMessageToL2} takes ether; if not, any value sent gives an
 *     empty revert
 * @param minFee the lowest fee in wei that a payable send takes
 * @param maxFee the highest fee in wei that a payable send takes
 * @param sendStores what a send writes under the message's hash
 * @param sendReturnsNonce whether a send returns the nonce beside the hash
 * @param startReturnsHash whether {@code startL1ToL2MessageCancellation} returns the hash
 * @param cancelReturnsHash whether {@code cancelL1ToL2Message} returns the hash
 * @param logsFee whether LogMessageToL2 has the fee, and so the topic 0 of that form
 * @param cancelLeaves what cancelling leaves under the hash
 * @param mockConsumeLeaves what {@code mockConsumeMessageToL2} leaves under the hash
 * @param consumeLeaves what consumption in a state update leaves under the hash
 * @param arithmetic what an overflow does; the compiler decides it, the source text is the same
 * @param feeLimitGetter the function that tells the highest fee
 * @param feesPaidTo who is paid the fees of messages consumed by a state update
 * @param mockSendTo the type of the receiver in {@code mockSendMessageFromL2}, which its function
 *     selector depends on
 * @param publicHashFunctions whether {@code l1ToL2MsgHash} and {@code l2ToL1MsgHash} can be called
 */
public record CoreRules(
    String name,
    Optional<String> alias,
    boolean payableSend,
    UInt256 minFee,
    UInt256 maxFee,
    SendStores sendStores,
    boolean sendReturnsNonce,
    boolean startReturnsHash,
    boolean cancelReturnsHash,
    boolean logsFee,
    Leaves cancelLeaves,
    Leaves mockConsumeLeaves,
    Leaves consumeLeaves,
    Arithmetic arithmetic,
    FeeLimitGetter feeLimitGetter,
    FeesPaidTo feesPaidTo,
    MockSendTo mockSendTo,
    boolean publicHashFunctions) {

  /** What a send writes under the message's hash. */
  public enum SendStores {
    /** The old value plus one: a count. */
    COUNT,
    /** The fee plus one, over whatever stood there. */
    FEE_PLUS_ONE
  }

  /** What taking a pending message leaves under its hash. */
  public enum Leaves {
    /** The value minus one. */
    ONE_LESS,
    /** Nought. */
    ZERO;

    /**
     * What is left of a value.
     *
     * @param pending the value, not 0
     * @return the value to store
     */
    public UInt256 of(UInt256 pending) {
      return this == ZERO ? UInt256.ZERO : pending.minus(UInt256.ONE);
    }
  }

  /** What an arithmetic overflow does. */
  public enum Arithmetic {
    /** It wraps around (solc 0.6.12). */
    WRAPPING,
    /** It reverts with Panic(0x11) (solc 0.8.24). */
    CHECKED
  }

  /** The function that tells the highest fee. */
  public enum FeeLimitGetter {
    /** There is none. */
    NONE,
    /** {@code MAX_L1_MSG_FEE()}. */
    MAX_L1_MSG_FEE,
    /** {@code getMaxL1MsgFee()}. */
    GET_MAX_L1_MSG_FEE
  }

  /** Who is paid the fees of messages that a state update consumes. */
  public enum FeesPaidTo {
    /** Nobody: there are no fees. */
    NOBODY,
    /** The operator that calls. */
    OPERATOR,
    /** The fee collection address, or the operator that calls where none is set. */
    COLLECTOR
  }

  /** The type of the receiver in {@code mockSendMessageFromL2}. */
  public enum MockSendTo {
    /** {@code uint256}: a word above 160 bits is counted, though nobody can consume it. */
    WORD,
    /** {@code address}. */
    ADDRESS
  }

  /**
   * The table: a line a version, columns in the order of the components. Fees are in wei; {@code -}
   * stands for no alias.
   */
  private static final String TABLE =
      """
      v0.8.0       counter no  0 0                   COUNT        no  no  no  no  ONE_LESS ONE_LESS ONE_LESS WRAPPING NONE               NOBODY    WORD    no
      v0.9.0       -       no  0 0                   COUNT        yes yes yes no  ONE_LESS ONE_LESS ONE_LESS WRAPPING NONE               NOBODY    WORD    no
      v0.10.0      -       yes 0 1000000000000000000 FEE_PLUS_ONE yes yes yes yes ZERO     ONE_LESS ZERO     WRAPPING MAX_L1_MSG_FEE     OPERATOR  WORD    no
      v0.10.1      -       yes 0 1000000000000000000 FEE_PLUS_ONE yes yes yes yes ZERO     ZERO     ZERO     WRAPPING MAX_L1_MSG_FEE     OPERATOR  WORD    no
      v0.11.0-pre  -       yes 0 1000000000000000000 FEE_PLUS_ONE yes yes yes yes ZERO     ZERO     ZERO     WRAPPING GET_MAX_L1_MSG_FEE OPERATOR  WORD    no
      v0.11.0-pre3 -       yes 1 1000000000000000000 FEE_PLUS_ONE yes yes yes yes ZERO     ZERO     ZERO     WRAPPING GET_MAX_L1_MSG_FEE OPERATOR  WORD    no
      v0.13.1      -       yes 1 1000000000000000000 FEE_PLUS_ONE yes yes yes yes ZERO     ZERO     ZERO     CHECKED  GET_MAX_L1_MSG_FEE OPERATOR  WORD    no
      v0.13.3      -       yes 1 1000000000000000000 FEE_PLUS_ONE yes yes yes yes ZERO     ZERO     ZERO     CHECKED  GET_MAX_L1_MSG_FEE OPERATOR  WORD    yes
      v0.13.4      fee     yes 1 1000000000000000000 FEE_PLUS_ONE yes yes yes yes ZERO     ZERO     ZERO     CHECKED  GET_MAX_L1_MSG_FEE COLLECTOR ADDRESS yes
      """;

  private static final List<CoreRules> ROWS =
      TABLE.lines().map(line -> row(line.split(" +"))).toList();

  /** The rules of the contract on the public networks: the last row. */
  public static final CoreRules DEPLOYED = ROWS.get(ROWS.size() - 1);

  private static CoreRules row(String[] cells) {
    return new CoreRules(
        cells[0],
        cells[1].equals("-") ? Optional.empty() : Optional.of(cells[1]),
        yes(cells[2]),
        UInt256.parse(cells[3]),
        UInt256.parse(cells[4]),
        SendStores.valueOf(cells[5]),
        yes(cells[6]),
        yes(cells[7]),
        yes(cells[8]),
        yes(cells[9]),
        Leaves.valueOf(cells[10]),
        Leaves.valueOf(cells[11]),
        Leaves.valueOf(cells[12]),
        Arithmetic.valueOf(cells[13]),
        FeeLimitGetter.valueOf(cells[14]),
        FeesPaidTo.valueOf(cells[15]),
        MockSendTo.valueOf(cells[16]),
        yes(cells[17]));
  }

  private static boolean yes(String cell) {
    return cell.equals("yes");
  }

  /**
   * All rows, oldest first.
   *
   * @return the rules of each version
   */
  public static List<CoreRules> all() {
    return ROWS;
  }

  /**
   * Finds a row.
   *
   * @param name a version such as {@code v0.13.4}, or {@code fee} for the deployed rules, {@code
   *     counter} for v0.8.0
   * @return the rules
   * @throws MalformedInputException if there is no such row, with the names of those there are
   */
  public static CoreRules byName(String name) {
    for (CoreRules row : ROWS) {
      if (row.name.equals(name) || row.alias.equals(Optional.of(name))) {
        return row;
      }
    }
    throw new MalformedInputException(
        "core rules: \""
            + name
            + "\" is unknown; known are "
            + ROWS.stream()
                .map(row -> row.name + row.alias.map(alias -> " (" + alias + ")").orElse(""))
                .collect(Collectors.joining(", ")));
  }

  /**
   * Whether an overflow is an error.
   *
   * @return true where arithmetic is checked
   */
  public boolean isChecked() {
    return arithmetic == Arithmetic.CHECKED;
  }

  /** The name of the row. */
  @Override
  public String toString() {
    return name;
  }
}
