// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.address;

import io.crossline.ipc.FvmAddress;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;

/**
 * A Filecoin address: {@code Address} of {@code fvm_shared}. Its text depends on the network it is
 * written for ({@link #toText}, {@link #parse}).
 *
 * <p>Immutable and thread-safe.
 *
 * @param protocol what kind of address it is
 * @param number the actor's number of an id address, the namespace of a delegated one, otherwise 0
 * @param payload the bytes: none of an id address, 20 for secp256k1 and actor, 48 for BLS, at most
 *     54 for a delegated one
 */
public record FilAddress(FilProtocol protocol, UInt64 number, Bytes payload) {
  /** {@value}: most bytes of a delegated address. */
  public static final int MAX_SUBADDRESS_BYTES = 54;

  /** The namespace of EVM addresses: the Ethereum address manager, actor 10. */
  public static final UInt64 EVM_NAMESPACE = UInt64.of(10);

  private static final int HASH_BYTES = 20;
  private static final int BLS_BYTES = 48;
  private static final int EVM_BYTES = 20;

  /** Checks the number of bytes. */
  public FilAddress {
    int size = payload.size();
    if (!fits(protocol, size)) {
      throw new IllegalArgumentException(
          "address: found " + size + " bytes, which is no " + protocol + " address");
    }
    if (!number.equals(UInt64.ZERO)
        && protocol != FilProtocol.ID
        && protocol != FilProtocol.DELEGATED) {
      throw new IllegalArgumentException(
          "address: found number " + number + ", a " + protocol + " address has none");
    }
  }

  static boolean fits(FilProtocol protocol, int size) {
    switch (protocol) {
      case ID:
        return size == 0;
      case SECP256K1:
      case ACTOR:
        return size == HASH_BYTES;
      case BLS:
        return size == BLS_BYTES;
      default:
        return size <= MAX_SUBADDRESS_BYTES;
    }
  }

  /**
   * The address of an actor by its number.
   *
   * @param id the number
   * @return {@code f0…}
   */
  public static FilAddress id(UInt64 id) {
    return new FilAddress(FilProtocol.ID, id, Bytes.EMPTY);
  }

  /**
   * A delegated address.
   *
   * @param namespace the actor that gives the bytes a meaning
   * @param subaddress the bytes, at most 54
   * @return {@code f4…}
   * @throws IllegalArgumentException if there are more bytes
   */
  public static FilAddress delegated(UInt64 namespace, Bytes subaddress) {
    return new FilAddress(FilProtocol.DELEGATED, namespace, subaddress);
  }

  /**
   * The address of an EVM account or contract.
   *
   * @param address the EVM address
   * @return {@code f410f…}; for a masked id address {@code f0…}, which does not convert back
   */
  public static FilAddress of(EthAddress address) {
    return MaskedIdAddress.id(address)
        .map(FilAddress::id)
        .orElseGet(() -> delegated(EVM_NAMESPACE, address.encoded()));
  }

  /**
   * The EVM address that IPC's tools make of this ({@code payload_to_evm_address}): the first 20
   * bytes of a delegated address, whatever its namespace.
   *
   * @return the EVM address
   * @throws FilConversionException if the address is not delegated, or its bytes are fewer than 20,
   *     where upstream panics
   */
  public EthAddress toEvmAddress() {
    if (protocol != FilProtocol.DELEGATED) {
      throw FilConversionException.notDelegated();
    }
    if (payload.size() < EVM_BYTES) {
      throw FilConversionException.panic("subaddress shorter than 20 bytes");
    }
    return EthAddress.of(payload.slice(0, EVM_BYTES));
  }

  /**
   * The address as contracts carry it. Upstream's tools convert two protocols only.
   *
   * @return type and payload; of a delegated address the payload is the ABI-encoded namespace,
   *     length and bytes
   * @throws FilConversionException if the address is neither delegated nor of a secp256k1 key
   */
  public FvmAddress toFvmAddress() {
    switch (protocol) {
      case SECP256K1:
        return new FvmAddress(protocol.code(), payload);
      case DELEGATED:
        return FvmAddress.delegated(number, payload);
      default:
        throw FilConversionException.invalidPayloadType();
    }
  }

  /**
   * Reads an address as {@code Network::parse_address} does, with the same error for the same text.
   *
   * @param text the address
   * @param network whose prefix it must have; an address that is wrong otherwise is refused for
   *     that first
   * @return the address
   * @throws FilTextException if the text is no address of this network
   */
  public static FilAddress parse(String text, FilNetwork network) {
    return FilAddressText.parse(text, network);
  }

  /**
   * The text form.
   *
   * @param network the network to write it for
   * @return prefix, protocol and the rest, which {@link #parse} reads back
   */
  public String toText(FilNetwork network) {
    return FilAddressText.format(this, network);
  }

  /** The text form for the main network. */
  @Override
  public String toString() {
    return toText(FilNetwork.MAINNET);
  }
}
