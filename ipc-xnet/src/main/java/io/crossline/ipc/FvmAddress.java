// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.Optional;

/**
 * An address of the Filecoin virtual machine as IPC's contracts carry it: a type and bytes whose
 * meaning depends on it. An EVM address is of type 4 and its payload is {@code
 * abi.encode(DelegatedAddress(10, 20, address))}.
 *
 * <p>Two addresses are equal if type and payload are, byte for byte, as in {@code
 * FvmAddressHelper.equal}; so two payloads that name the same EVM address may differ.
 *
 * <p>Text form: that of the EVM address for exactly what {@link #of(EthAddress)} makes, otherwise
 * the type, a dash and the payload in hexadecimal ({@code 1-0x83a0…}).
 *
 * <p>Immutable and thread-safe.
 *
 * @param addrType 0 to 255; 4 for a delegated address
 * @param payload the bytes, of any length
 */
public record FvmAddress(int addrType, Bytes payload) {
  /** {@value}: the type of an address that another actor vouches for, as all EVM addresses are. */
  public static final int DELEGATED = 4;

  private static final UInt64 EVM_NAMESPACE = UInt64.of(10);
  private static final int EVM_ADDRESS_BYTES = 20;
  private static final int EVM_PAYLOAD_BYTES = 192;
  private static final int LENGTH_BITS = 128;
  private static final int MAX_TYPE = 255;

  /** Checks the type. */
  public FvmAddress {
    if (addrType < 0 || addrType > MAX_TYPE) {
      throw new IllegalArgumentException(
          "address type: found " + addrType + ", must be 0 to " + MAX_TYPE);
    }
  }

  /**
   * The address of an EVM account or contract ({@code FvmAddressHelper.from}).
   *
   * @param address the EVM address
   * @return an address of type 4 with a payload of 192 bytes
   */
  public static FvmAddress of(EthAddress address) {
    return delegated(EVM_NAMESPACE, address.encoded());
  }

  /**
   * A delegated address of any namespace.
   *
   * @param namespace the actor that gives the bytes a meaning
   * @param subaddress the bytes
   * @return an address of type 4 whose payload is the encoded {@code DelegatedAddress(namespace,
   *     length, bytes)}
   */
  public static FvmAddress delegated(UInt64 namespace, Bytes subaddress) {
    AbiWriter out = AbiWriter.ofThread();
    out.number(32);
    out.word(namespace);
    out.number(subaddress.size());
    out.number(96);
    out.bytes(subaddress);
    return new FvmAddress(DELEGATED, out.toBytes());
  }

  /**
   * The EVM address within, if there is one.
   *
   * @return what {@link #extractEvmAddress} returns, nothing where that reverts
   */
  public Optional<EthAddress> evmAddress() {
    try {
      return Optional.of(extractEvmAddress());
    } catch (RevertSignal none) {
      return Optional.empty();
    }
  }

  /**
   * The EVM address within, as {@code FvmAddressHelper.extractEvmAddress} takes it out: type 4, a
   * payload that decodes, namespace 10, declared length 20 and 20 bytes. The decoder is lax about
   * offsets, padding and trailing bytes.
   *
   * @return the address
   * @throws RevertSignal with {@code NotDelegatedEvmAddress}, or with the decoder's empty data or
   *     {@code Panic(0x41)}
   */
  public EthAddress extractEvmAddress() {
    if (addrType != DELEGATED) {
      throw notDelegated();
    }
    try {
      AbiReader.Head delegated = new AbiReader(payload).head(1).tuple(0, 3);
      UInt64 namespace = delegated.uint64(0);
      UInt256 length = delegated.uint(1, LENGTH_BITS);
      Bytes buffer = delegated.bytes(2);
      if (!namespace.equals(EVM_NAMESPACE)
          || !length.equals(UInt256.of(EVM_ADDRESS_BYTES))
          || buffer.size() != EVM_ADDRESS_BYTES) {
        throw notDelegated();
      }
      return EthAddress.of(buffer);
    } catch (AbiDecodeException e) {
      throw new RevertSignal(EvmRevert.of(e));
    }
  }

  /**
   * The hash by which contracts compare addresses: {@code keccak256(abi.encode(address))}.
   *
   * @return the hash
   */
  public Bytes32 hash() {
    AbiWriter out = AbiWriter.ofThread();
    out.number(32);
    writeTo(out);
    return out.keccak();
  }

  /**
   * Reads the text form.
   *
   * @param text an EVM address, or type, dash and payload
   * @return the address
   * @throws MalformedInputException if the text has another form
   */
  public static FvmAddress parse(String text) {
    if (text.startsWith("0x")) {
      return of(EthAddress.parse(text));
    }
    int dash = text.indexOf('-');
    if (dash < 1 || dash > 3) {
      throw wrongForm(text);
    }
    int type = 0;
    for (int i = 0; i < dash; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw wrongForm(text);
      }
      type = type * 10 + digit;
    }
    if (type > MAX_TYPE) {
      throw wrongForm(text);
    }
    return new FvmAddress(type, Bytes.parse(text.substring(dash + 1)));
  }

  /**
   * Writes the struct without a leading offset, for codecs of what contains it.
   *
   * @param out where to
   */
  public void writeTo(AbiWriter out) {
    out.number(addrType);
    out.number(64);
    out.bytes(payload);
  }

  /**
   * Reads the struct behind the offset in a word, for codecs of what contains it.
   *
   * @param head the head area that has the offset
   * @param index which of its words it is
   * @return the address
   * @throws AbiDecodeException if Solidity would revert
   */
  public static FvmAddress read(AbiReader.Head head, int index) {
    AbiReader.Head struct = head.tuple(index, 2);
    int addrType = struct.uint8(0);
    return new FvmAddress(addrType, struct.bytes(1));
  }

  /** The text form, which {@link #parse} reads back. */
  @Override
  public String toString() {
    if (addrType == DELEGATED && payload.size() == EVM_PAYLOAD_BYTES) {
      Optional<EthAddress> evm = evmAddress();
      if (evm.isPresent() && of(evm.get()).payload.equals(payload)) {
        return evm.get().toString();
      }
    }
    return addrType + "-" + payload;
  }

  private static RevertSignal notDelegated() {
    return new RevertSignal(IpcError.NOT_DELEGATED_EVM_ADDRESS.revert());
  }

  private static MalformedInputException wrongForm(String text) {
    return new MalformedInputException(
        "fvm address: "
            + Quoted.of(text)
            + " must be 0x and 40 hexadecimal digits, or a type of 0 to 255, a dash and 0x"
            + " hexadecimal bytes");
  }
}
