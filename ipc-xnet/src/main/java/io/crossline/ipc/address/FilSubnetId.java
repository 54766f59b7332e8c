// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.address;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subnet id as the node's tools know it: {@code SubnetID} of {@code ipc/api}. It looks like the
 * contracts' {@link SubnetId}, but its route has Filecoin addresses, and {@code commonParent},
 * {@code down} and {@code up} differ.
 *
 * <p>Immutable and thread-safe.
 *
 * @param root the chain id of the root network
 * @param children the subnet actors, from the root's child down
 */
public record FilSubnetId(UInt64 root, List<FilAddress> children) {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long MAX_CHAIN_ID = 4_503_599_627_370_476L;

  /** Copies the route. */
  public FilSubnetId {
    children = List.copyOf(children);
  }

  /**
   * The lowest network above two others.
   *
   * @param index how many hops they have in common
   * @param subnet the network at the end of those
   */
  public record CommonParent(int index, FilSubnetId subnet) {}

  /**
   * The same network with Filecoin addresses.
   *
   * @param subnetId as the contracts know it
   * @return as the tools know it
   */
  public static FilSubnetId of(SubnetId subnetId) {
    return new FilSubnetId(subnetId.root(), subnetId.route().stream().map(FilAddress::of).toList());
  }

  /**
   * The same network with EVM addresses ({@code subnet_id_to_evm_addresses}).
   *
   * @return as the contracts know it
   * @throws FilConversionException if an address has no EVM form, the first one in order
   */
  public SubnetId toSubnetId() {
    List<EthAddress> route = new ArrayList<>(children.size());
    for (FilAddress child : children) {
      route.add(child.toEvmAddress());
    }
    return new SubnetId(root, route);
  }

  /**
   * Reads the text form as Rust does: the root may have a plus sign and leading zeros.
   *
   * @param text {@code /r}, the decimal root, and a slash and an address for each actor
   * @param network whose prefix the addresses must have
   * @return the subnet id
   * @throws FilTextException if the text has another form
   */
  public static FilSubnetId parse(String text, FilNetwork network) {
    if (!text.startsWith("/r")) {
      throw FilTextException.id(text, "expected to start with '/r'");
    }
    String[] segments = text.substring(1).split("/", -1);
    UInt64 root =
        RustNumber.parse(segments[0].substring(1))
            .orElseThrow(() -> FilTextException.id(text, "invalid root ID"));
    List<FilAddress> children = new ArrayList<>(segments.length - 1);
    for (int i = 1; i < segments.length; i++) {
      children.add(parseChild(text, segments[i], network));
    }
    return new FilSubnetId(root, children);
  }

  private static FilAddress parseChild(String text, String child, FilNetwork network) {
    try {
      return FilAddress.parse(child, network);
    } catch (FilTextException e) {
      throw FilTextException.child(text, child, e.addressError().orElseThrow());
    }
  }

  /**
   * The text form.
   *
   * @param network the network to write the addresses for
   * @return such as {@code /r314/f410f…}, which {@link #parse} reads back
   */
  public String toText(FilNetwork network) {
    StringBuilder out = new StringBuilder(24 + 45 * children.size()).append("/r").append(root);
    for (FilAddress child : children) {
      out.append('/').append(child.toText(network));
    }
    return out.toString();
  }

  /**
   * The chain id of this network: the root's own, and of a subnet FNV-1a with 64 bits of the text
   * form, modulo 4503599627370476.
   *
   * @param network the network to write the text for, as it changes the number
   * @return the chain id
   */
  public UInt64 chainId(FilNetwork network) {
    if (children.isEmpty()) {
      return root;
    }
    long hash = FNV_OFFSET;
    for (byte b : toText(network).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b & 0xff) * FNV_PRIME;
    }
    return UInt64.ofBits(Long.remainderUnsigned(hash, MAX_CHAIN_ID));
  }

  /**
   * The lowest network above both, or equal to one of them.
   *
   * @param other the other network
   * @return it and its depth; nothing if the roots differ
   */
  public Optional<CommonParent> commonParent(FilSubnetId other) {
    if (!root.equals(other.root)) {
      return Optional.empty();
    }
    int limit = Math.min(children.size(), other.children.size());
    int same = 0;
    while (same < limit && children.get(same).equals(other.children.get(same))) {
      same++;
    }
    return Optional.of(new CommonParent(same, prefix(same)));
  }

  /**
   * The next hop from another network down towards this one; as in the contracts, the other one
   * need not lie above.
   *
   * @param from where to go down from
   * @return the hop; nothing if this route is not longer than the other or the roots differ
   */
  public Optional<FilSubnetId> down(FilSubnetId from) {
    return children.size() <= from.children.size()
        ? Optional.empty()
        : commonParent(from).map(common -> prefix(common.index() + 1));
  }

  /**
   * The network one hop above what both have in common.
   *
   * @param from the other network
   * @return the network; nothing if this route is shorter than the other or the roots differ
   * @throws FilConversionException if they have nothing in common but the root, where upstream
   *     panics
   */
  public Optional<FilSubnetId> up(FilSubnetId from) {
    if (children.size() < from.children.size()) {
      return Optional.empty();
    }
    Optional<CommonParent> common = commonParent(from);
    if (common.isPresent() && common.get().index() == 0) {
      throw FilConversionException.panic("there is nothing above the root");
    }
    return common.map(found -> prefix(found.index() - 1));
  }

  /**
   * Whether a message from here to another network travels upwards first ({@code is_bottomup}).
   *
   * @param to where it goes
   * @return true if the common parent lies above this network; false if the roots differ
   */
  public boolean isBottomUp(FilSubnetId to) {
    return commonParent(to).map(common -> children.size() > common.index()).orElse(false);
  }

  /** The text form for the main network. */
  @Override
  public String toString() {
    return toText(FilNetwork.MAINNET);
  }

  private FilSubnetId prefix(int hops) {
    return hops == children.size() ? this : new FilSubnetId(root, children.subList(0, hops));
  }
}
