// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.messaging.Address;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;

/**
 * An account or contract of one network in the tree: {@code IPCAddress} in upstream's {@code
 * structs/Subnet.sol}.
 *
 * <p>Text form: the subnet id, a colon and the address, {@code /r123/0x…:0x…}. The Filecoin form of
 * the node's tools is {@link io.crossline.ipc.address.FilIpcAddress}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param subnetId the network
 * @param rawAddress the address within it
 */
public record IpcAddress(SubnetId subnetId, FvmAddress rawAddress) implements Address {
  /** What contracts hold where no address was set: no network, type 0, no payload. */
  public static final IpcAddress EMPTY =
      new IpcAddress(SubnetId.EMPTY, new FvmAddress(0, Bytes.EMPTY));

  /**
   * An EVM account or contract of a network.
   *
   * @param subnetId the network
   * @param address its address there
   * @return the address
   */
  public static IpcAddress of(SubnetId subnetId, EthAddress address) {
    return new IpcAddress(subnetId, FvmAddress.of(address));
  }

  /** The ABI encoding, as {@code abi.encode(address)}. */
  @Override
  public Bytes encoded() {
    AbiWriter out = AbiWriter.ofThread();
    out.number(32);
    writeTo(out);
    return out.toBytes();
  }

  /**
   * Reads what {@link #encoded} gives, as laxly as Solidity.
   *
   * @param data the ABI encoding
   * @return the address
   * @throws io.crossline.core.abi.AbiDecodeException if Solidity would revert
   */
  public static IpcAddress decode(Bytes data) {
    return read(new AbiReader(data).head(1), 0);
  }

  /**
   * Reads the text form.
   *
   * @param text a subnet id, one colon and an address
   * @return the address
   * @throws MalformedInputException if the text has another form
   */
  public static IpcAddress parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
      throw new MalformedInputException(
          "ipc address: " + Quoted.of(text) + " must have exactly one colon after the subnet id");
    }
    return new IpcAddress(
        SubnetId.parse(text.substring(0, colon)), FvmAddress.parse(text.substring(colon + 1)));
  }

  /**
   * Writes the struct without a leading offset, for codecs of what contains it.
   *
   * @param out where to
   */
  public void writeTo(AbiWriter out) {
    int start = out.size();
    out.number(64);
    int addressAt = out.reserve();
    subnetId.writeTo(out);
    out.patch(addressAt, out.size() - start);
    rawAddress.writeTo(out);
  }

  /**
   * Reads the struct behind the offset in a word, for codecs of what contains it.
   *
   * @param head the head area that has the offset
   * @param index which of its words it is
   * @return the address
   * @throws io.crossline.core.abi.AbiDecodeException if Solidity would revert
   */
  public static IpcAddress read(AbiReader.Head head, int index) {
    AbiReader.Head struct = head.tuple(index, 2);
    SubnetId subnetId = SubnetId.read(struct, 0);
    return new IpcAddress(subnetId, FvmAddress.read(struct, 1));
  }

  /** The text form, which {@link #parse} reads back. */
  @Override
  public String toString() {
    return subnetId + ":" + rawAddress;
  }
}
