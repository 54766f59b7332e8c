// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The name of a network in a tree of subnets: the chain id of the root, and the subnet actors from
 * the root down. Nothing about it is checked, here as upstream: a root of 0 and repeated actors are
 * allowed.
 *
 * <p>Operations are those of {@code SubnetIDHelper.sol}, quirks included. Those that revert
 * upstream carry upstream's name and throw the {@link RevertSignal} that a contract passes on
 * ({@link #getParentSubnet}); where it helps there is a variant for people beside them ({@link
 * #parent}).
 *
 * <p>Text form: Solidity's {@code toString}, {@code /r123/0x…/0x…} with lower-case addresses. The
 * Filecoin form of the node's tools is {@link io.crossline.ipc.address.FilSubnetId}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param root the chain id of the root network
 * @param route the subnet actors, from the root's child down; empty for the root itself
 */
public record SubnetId(UInt64 root, List<EthAddress> route) {
  /** No network at all: root 0 and no route, as contracts give for "not found". */
  public static final SubnetId EMPTY = new SubnetId(UInt64.ZERO, List.of());

  /** Copies the route. */
  public SubnetId {
    route = List.copyOf(route);
  }

  /**
   * The root network with a chain id.
   *
   * @param chainId its chain id
   * @return its subnet id
   */
  public static SubnetId root(long chainId) {
    return new SubnetId(UInt64.of(chainId), List.of());
  }

  /**
   * A network by its route.
   *
   * @param root the chain id of the root network
   * @param route the subnet actors, from the root's child down
   * @return the subnet id
   */
  public static SubnetId of(UInt64 root, EthAddress... route) {
    return new SubnetId(root, List.of(route));
  }

  /**
   * The subnet that an actor governs below this network ({@code createSubnetId}).
   *
   * @param actor the subnet actor
   * @return this network's id with the actor appended
   */
  public SubnetId child(EthAddress actor) {
    List<EthAddress> longer = new ArrayList<>(route.size() + 1);
    longer.addAll(route);
    longer.add(actor);
    return new SubnetId(root, longer);
  }

  /**
   * How many hops this network is away from its root.
   *
   * @return the length of the route
   */
  public int depth() {
    return route.size();
  }

  /**
   * Whether this is a root network.
   *
   * @return true without a route and with a root other than 0
   */
  public boolean isRoot() {
    return route.isEmpty() && !root.equals(UInt64.ZERO);
  }

  /**
   * Whether this names no network.
   *
   * @return true without a route and with root 0; {@code {0, [a]}} is neither empty nor a root
   */
  public boolean isEmpty() {
    return route.isEmpty() && root.equals(UInt64.ZERO);
  }

  /**
   * The network one hop up.
   *
   * @return the parent, nothing if there is no route
   */
  public Optional<SubnetId> parent() {
    return route.isEmpty() ? Optional.empty() : Optional.of(prefix(route.size() - 1));
  }

  /**
   * The network one hop up, as contracts ask for it.
   *
   * @return the parent
   * @throws RevertSignal with {@code NoParentForSubnet} if there is no route
   */
  public SubnetId getParentSubnet() {
    return parent().orElseThrow(() -> new RevertSignal(IpcError.NO_PARENT_FOR_SUBNET.revert()));
  }

  /**
   * The actor that governs this subnet in its parent ({@code getActor}).
   *
   * @return the last of the route, the zero address if there is no route
   */
  public EthAddress actor() {
    return route.isEmpty() ? EthAddress.ZERO : route.get(route.size() - 1);
  }

  /**
   * The actor that governs this subnet, as contracts ask for it where there must be one.
   *
   * @return the last of the route
   * @throws RevertSignal with {@code NoAddressForRoot} if there is no route
   */
  public EthAddress getAddress() {
    IpcError.NO_ADDRESS_FOR_ROOT.when(route.isEmpty());
    return actor();
  }

  /**
   * The lowest network above both, or equal to one of them.
   *
   * @param other the other network
   * @return the longest common prefix; {@link #EMPTY} if the roots differ
   */
  public SubnetId commonParent(SubnetId other) {
    if (!root.equals(other.root)) {
      return EMPTY;
    }
    return prefix(commonHops(other));
  }

  /**
   * The next hop from another network down towards this one. It does not ask whether the other
   * network lies above this one: as upstream it cuts this route one hop below the longest common
   * prefix, so something is found next to a network elsewhere in the tree too (trap 13).
   *
   * @param from where to go down from
   * @return the hop; nothing if the roots differ or this route is not longer than the other
   */
  public Optional<SubnetId> down(SubnetId from) {
    if (!root.equals(from.root) || route.size() <= from.route.size()) {
      return Optional.empty();
    }
    return Optional.of(prefix(commonHops(from) + 1));
  }

  /**
   * The hash under which contracts keep this network: {@code keccak256(abi.encode(id))}.
   *
   * @return the hash
   */
  public Bytes32 hash() {
    return encode().keccak();
  }

  /**
   * The ABI encoding, as {@code abi.encode(id)}.
   *
   * @return the leading offset word and the struct
   */
  public Bytes encoded() {
    return encode().toBytes();
  }

  /**
   * Reads what {@link #encoded} gives, as laxly as Solidity.
   *
   * @param data the ABI encoding
   * @return the subnet id
   * @throws io.crossline.core.abi.AbiDecodeException if Solidity would revert
   */
  public static SubnetId decode(Bytes data) {
    return read(new AbiReader(data).head(1), 0);
  }

  /**
   * Reads the text form.
   *
   * @param text {@code /r}, the decimal root, and {@code /0x…} with 40 hexadecimal digits for each
   *     actor
   * @return the subnet id
   * @throws MalformedInputException if the text has another form
   */
  public static SubnetId parse(String text) {
    return SubnetIdText.parse(text);
  }

  /**
   * Writes the struct without a leading offset, for codecs of what contains it.
   *
   * @param out where to
   */
  public void writeTo(AbiWriter out) {
    out.word(root);
    out.number(64);
    writeRouteTo(out);
  }

  /**
   * Writes the route without a leading offset, for codecs that take the struct apart.
   *
   * @param out where to
   */
  public void writeRouteTo(AbiWriter out) {
    int hops = route.size();
    out.number(hops);
    for (int i = 0; i < hops; i++) {
      out.word(route.get(i));
    }
  }

  /**
   * Reads the struct behind the offset in a word, for codecs of what contains it.
   *
   * @param head the head area that has the offset
   * @param index which of its words it is
   * @return the subnet id
   * @throws io.crossline.core.abi.AbiDecodeException if Solidity would revert
   */
  public static SubnetId read(AbiReader.Head head, int index) {
    return read(head.tuple(index, 2));
  }

  /**
   * Reads the struct of a head area, for codecs of arrays.
   *
   * @param struct the two words of the struct
   * @return the subnet id
   * @throws io.crossline.core.abi.AbiDecodeException if Solidity would revert
   */
  public static SubnetId read(AbiReader.Head struct) {
    UInt64 root = struct.uint64(0);
    AbiReader.Items actors = struct.array(1, 1, false);
    EthAddress[] route = new EthAddress[actors.size()];
    for (int i = 0; i < route.length; i++) {
      route[i] = actors.address(i);
    }
    return of(root, route);
  }

  /** The text form, which {@link #parse} reads back. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(22 + 43 * route.size()).append("/r").append(root);
    for (EthAddress actor : route) {
      out.append('/').append(actor);
    }
    return out.toString();
  }

  private AbiWriter encode() {
    AbiWriter out = AbiWriter.ofThread();
    out.number(32);
    writeTo(out);
    return out;
  }

  private SubnetId prefix(int hops) {
    return hops == route.size() ? this : new SubnetId(root, route.subList(0, hops));
  }

  private int commonHops(SubnetId other) {
    int limit = Math.min(route.size(), other.route.size());
    int same = 0;
    while (same < limit && route.get(same).equals(other.route.get(same))) {
      same++;
    }
    return same;
  }
}
