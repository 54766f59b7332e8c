// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.address;

import io.crossline.ipc.IpcAddress;

/**
 * An account or contract of one network, as the node's tools write it: {@code IPCAddress} of {@code
 * ipc/api}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param subnet the network
 * @param rawAddress the address within it
 */
public record FilIpcAddress(FilSubnetId subnet, FilAddress rawAddress) {
  /**
   * Reads the text form as Rust does; the address is looked at before the subnet id.
   *
   * @param text the subnet id, one colon, and the address
   * @param network whose prefix the addresses must have
   * @return the address
   * @throws FilTextException if the text has another form
   */
  public static FilIpcAddress parse(String text, FilNetwork network) {
    int colon = text.indexOf(':');
    if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
      throw FilTextException.ipcAddress(text);
    }
    FilAddress rawAddress = FilAddress.parse(text.substring(colon + 1), network);
    return new FilIpcAddress(FilSubnetId.parse(text.substring(0, colon), network), rawAddress);
  }

  /**
   * The address as the contracts know it.
   *
   * @return the same network and account
   * @throws FilConversionException if a subnet actor has no EVM form, or contracts cannot carry the
   *     address
   */
  public IpcAddress toIpcAddress() {
    return new IpcAddress(subnet.toSubnetId(), rawAddress.toFvmAddress());
  }

  /**
   * The text form.
   *
   * @param network the network to write the addresses for
   * @return such as {@code /r314/f410f…:f410f…}, which {@link #parse} reads back
   */
  public String toText(FilNetwork network) {
    return subnet.toText(network) + ":" + rawAddress.toText(network);
  }

  /** The text form for the main network. */
  @Override
  public String toString() {
    return toText(FilNetwork.MAINNET);
  }
}
