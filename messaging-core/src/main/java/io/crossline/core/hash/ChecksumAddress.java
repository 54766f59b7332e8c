// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.hash;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import java.util.Locale;

/**
 * Addresses with the checksum of EIP-55, which lies in the case of their letters: what people copy,
 * and mistype.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class ChecksumAddress {
  private static final int PREFIX = 2;

  private ChecksumAddress() {}

  /**
   * The text of an address with its checksum.
   *
   * @param address the address
   * @return {@code 0x} and 40 hexadecimal digits in both cases
   */
  public static String text(EthAddress address) {
    StringBuilder text = new StringBuilder(address.toString());
    Bytes32 hash = Keccak256.hash(Bytes.utf8(text.substring(PREFIX)));
    for (int i = PREFIX; i < text.length(); i++) {
      int digit = i - PREFIX;
      if ((hash.limb(digit >>> 4) >>> (63 - 4 * (digit & 15)) & 1) != 0) {
        text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
      }
    }
    return text.toString();
  }

  /**
   * Reads an address that a person gave.
   *
   * @param text {@code 0x} and 40 hexadecimal digits: in one case, or in both and then with the
   *     right checksum
   * @return the address
   * @throws MalformedInputException if the text has another form, or the checksum is wrong; the
   *     message has the right one
   */
  public static EthAddress parse(String text) {
    EthAddress address = EthAddress.parse(text);
    String digits = text.substring(PREFIX);
    boolean inOneCase =
        digits.equals(digits.toLowerCase(Locale.ROOT))
            || digits.equals(digits.toUpperCase(Locale.ROOT));
    if (!inOneCase && !text(address).equals(text)) {
      throw new MalformedInputException(
          "address: the checksum of "
              + text
              + " is wrong. If its digits are right, it is "
              + text(address));
    }
    return address;
  }
}
