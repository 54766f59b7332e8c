// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.storage.CoreSlot;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code starknet.storage}: named slots of the core contract.
 *
 * <p>The slot follows from the tag and the key. {@code what} begins with the name of the variable,
 * which belongs to the tag; the rest of it is prose. {@code value} is what a node read there: the
 * delay right after {@code initialize} is 432000 seconds by the contract, and every other value
 * depends on messages that the case does not show, so it is only held against what such a value can
 * be at all.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class StorageSuite {
  /** The suite. */
  public static final Suite SUITE = Suite.of("starknet.storage", StorageSuite::run);

  private static final Shape SHAPE =
      Shape.of().in("tag").optionalIn("key").both("what", "value").expect("slot");

  private static final UInt256 INITIAL_DELAY = UInt256.of(432_000);
  private static final UInt256 MOST_FEE_PLUS_ONE = UInt256.of(1_000_000_000_000_000_001L);
  private static final Pattern WHAT = Pattern.compile("(\\w+)(\\[key])?(?: .*)?");

  private StorageSuite() {}

  private static void run(VectorCase vector) {
    Fields fields = vector.fields(SHAPE);
    String tag = fields.in("tag", Forms.TEXT);
    String what = fields.in("what", Forms.TEXT);
    Optional<Bytes32> key = fields.optionalIn("key", Forms.BYTES32);
    Optional<CoreSlot> slot =
        Arrays.stream(CoreSlot.values())
            .filter(known -> known.tag().equals(tag) && known.isMap() == key.isPresent())
            .findFirst();
    fields.expect("slot", Forms.BYTES32, slot(slot, tag, key));
    fields.expect("what", Forms.TEXT, slot.map(known -> described(known, what)).orElse(what));
    value(fields, slot, what);
  }

  private static Bytes32 slot(Optional<CoreSlot> known, String tag, Optional<Bytes32> key) {
    if (known.isPresent()) {
      return key.map(known.get()::slot).orElseGet(known.get()::slot);
    }
    return key.map(entry -> CoreSlot.ofTag(tag, entry)).orElseGet(() -> CoreSlot.ofTag(tag));
  }

  /** The text as it should begin, and go on as it does. */
  private static String described(CoreSlot slot, String what) {
    String variable = variable(slot) + (slot.isMap() ? "[key]" : "");
    Matcher matcher = WHAT.matcher(what);
    if (!matcher.matches()) {
      return variable;
    }
    int end = matcher.group(2) == null ? matcher.end(1) : matcher.end(2);
    return variable + what.substring(end);
  }

  /**
   * The contract's own name of the variable: {@code L1_TO_L2_MESSAGES} is {@code l1ToL2Messages}.
   */
  private static String variable(CoreSlot slot) {
    StringBuilder name = new StringBuilder();
    for (String word : slot.name().toLowerCase(Locale.ROOT).split("_")) {
      name.append(
          name.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  private static void value(Fields fields, Optional<CoreSlot> slot, String what) {
    UInt256 value = fields.in("value", Forms.UINT256);
    boolean delay = slot.equals(Optional.of(CoreSlot.MESSAGE_CANCELLATION_DELAY));
    boolean pending = slot.equals(Optional.of(CoreSlot.L1_TO_L2_MESSAGES));
    if (delay && what.endsWith("after initialize")) {
      fields.expect("value", Forms.UINT256, INITIAL_DELAY);
    } else if (pending && what.endsWith("= fee + 1") && !isFeePlusOne(value)) {
      fields.differs("value", "0 or 2 to 10^18 + 1, as a fee of 1 wei to 1 ether and 1 is");
    } else {
      fields.compared("value");
    }
  }

  private static boolean isFeePlusOne(UInt256 value) {
    return !value.equals(UInt256.ONE) && value.compareTo(MOST_FEE_PLUS_ONE) <= 0;
  }
}
