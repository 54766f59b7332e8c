// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.address;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt64;
import java.nio.charset.StandardCharsets;

/** Writes and reads Filecoin addresses, with the checks of {@code fvm_shared} in their order. */
final class FilAddressText {
  private static final int MIN_LENGTH = 3;
  private static final int MAX_LENGTH = 138;
  private static final int MAX_DIGITS = 20;
  private static final char NAMESPACE_END = 'f';
  private static final FilProtocol[] PROTOCOLS = FilProtocol.values();

  private FilAddressText() {}

  static String format(FilAddress address, FilNetwork network) {
    StringBuilder out = new StringBuilder(64);
    out.append(network.prefix()).append(address.protocol().code());
    if (address.protocol() == FilProtocol.ID) {
      return out.append(address.number()).toString();
    }
    if (address.protocol() == FilProtocol.DELEGATED) {
      out.append(address.number()).append(NAMESPACE_END);
    }
    Bytes checksum =
        AddressChecksum.of(
            address.protocol(), prefix(address.protocol(), address.number()), address.payload());
    Base32.append(out, Bytes.concat(address.payload(), checksum));
    return out.toString();
  }

  static FilAddress parse(String text, FilNetwork network) {
    int length = utf8Length(text);
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw refuse(FilAddressError.INVALID_LENGTH, text);
    }
    char prefix = text.charAt(0);
    if (prefix != FilNetwork.MAINNET.prefix() && prefix != FilNetwork.TESTNET.prefix()) {
      throw refuse(FilAddressError.UNKNOWN_NETWORK, text);
    }
    int protocol = text.charAt(1) - '0';
    if (protocol < 0 || protocol >= PROTOCOLS.length) {
      throw refuse(FilAddressError.UNKNOWN_PROTOCOL, text);
    }
    FilAddress address = parseRest(text, PROTOCOLS[protocol], text.substring(2));
    if (prefix != network.prefix()) {
      throw refuse(FilAddressError.UNKNOWN_NETWORK, text);
    }
    return address;
  }

  private static FilAddress parseRest(String text, FilProtocol protocol, String rest) {
    switch (protocol) {
      case ID:
        return FilAddress.id(number(text, rest));
      case DELEGATED:
        return parseDelegated(text, rest);
      default:
        Bytes payload = checked(text, protocol, Bytes.EMPTY, rest);
        if (!FilAddress.fits(protocol, payload.size())) {
          throw refuse(FilAddressError.INVALID_PAYLOAD, text);
        }
        return new FilAddress(protocol, UInt64.ZERO, payload);
    }
  }

  private static FilAddress parseDelegated(String text, String rest) {
    int end = rest.indexOf(NAMESPACE_END);
    if (end < 0) {
      throw refuse(FilAddressError.INVALID_PAYLOAD, text);
    }
    UInt64 namespace = number(text, rest.substring(0, end));
    Bytes prefix = prefix(FilProtocol.DELEGATED, namespace);
    Bytes payload = checked(text, FilProtocol.DELEGATED, prefix, rest.substring(end + 1));
    if (payload.size() > FilAddress.MAX_SUBADDRESS_BYTES) {
      throw refuse(FilAddressError.INVALID_PAYLOAD_LENGTH, text);
    }
    return FilAddress.delegated(namespace, payload);
  }

  private static UInt64 number(String text, String digits) {
    if (utf8Length(digits) > MAX_DIGITS) {
      throw refuse(FilAddressError.INVALID_LENGTH, text);
    }
    return RustNumber.parse(digits)
        .orElseThrow(() -> refuse(FilAddressError.INVALID_PAYLOAD, text));
  }

  /** The bytes before the checksum, which must be theirs. */
  private static Bytes checked(String text, FilProtocol protocol, Bytes prefix, String encoded) {
    Bytes bytes =
        Base32.decode(encoded).orElseThrow(() -> refuse(FilAddressError.BASE32_DECODING, text));
    int size = bytes.size() - AddressChecksum.BYTES;
    if (size < 0) {
      throw refuse(FilAddressError.INVALID_LENGTH, text);
    }
    Bytes payload = bytes.slice(0, size);
    if (!AddressChecksum.of(protocol, prefix, payload).equals(bytes.slice(size))) {
      throw refuse(FilAddressError.INVALID_CHECKSUM, text);
    }
    return payload;
  }

  private static Bytes prefix(FilProtocol protocol, UInt64 number) {
    return protocol == FilProtocol.DELEGATED ? AddressChecksum.leb128(number.bits()) : Bytes.EMPTY;
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static FilTextException refuse(FilAddressError error, String text) {
    return FilTextException.address(error, text);
  }
}
