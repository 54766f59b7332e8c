// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Envelope;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cross-net message on its way: {@code IpcEnvelope} in upstream's {@code structs/CrossNet.sol},
 * with the operations of {@code CrossMsgHelper.sol}. Components stand in the order of the encoding,
 * so {@code to} comes before {@code from}.
 *
 * <p>The envelope hash is computed when it is asked for and not kept: one pass over the encoding,
 * which is written into a buffer of the calling thread. The tracing id is kept, because every hop
 * of a message asks for it and none changes it. Immutable and safe for threads to share.
 */
public final class IpcEnvelope implements Envelope {
  private static final int HEAD_WORDS = 7;

  /**
   * What a contract reads where no envelope was stored: a transfer of nothing from nobody to
   * nobody.
   */
  public static final IpcEnvelope EMPTY =
      create(EnvelopeKind.TRANSFER, IpcAddress.EMPTY, IpcAddress.EMPTY, UInt256.ZERO, Bytes.EMPTY);

  private final EnvelopeKind kind;
  private final UInt64 localNonce;
  private final UInt64 originalNonce;
  private final UInt256 value;
  private final IpcAddress to;
  private final IpcAddress from;
  private final Bytes message;

  /** Null until it is asked for; threads that race for it compute the same. */
  private @Nullable Bytes32 tracingId;

  /**
   * Makes an envelope of its components, in the order of the encoding.
   *
   * @param kind what the message carries
   * @param localNonce its number in the queue of the hop it is on
   * @param originalNonce see {@link #originalNonce}
   * @param value the coins or tokens that travel along, in the smallest unit
   * @param to where it goes
   * @param from who sent it
   * @param message see {@link #message}
   */
  public IpcEnvelope(
      EnvelopeKind kind,
      UInt64 localNonce,
      UInt64 originalNonce,
      UInt256 value,
      IpcAddress to,
      IpcAddress from,
      Bytes message) {
    this.kind = kind;
    this.localNonce = localNonce;
    this.originalNonce = originalNonce;
    this.value = value;
    this.to = to;
    this.from = from;
    this.message = message;
  }

  /**
   * A call of a contract ({@code createCallMsg}).
   *
   * @param from who calls
   * @param to the contract to call
   * @param value what travels along
   * @param call method and parameters
   * @return the envelope, with both nonces 0
   */
  public static IpcEnvelope createCallMsg(
      IpcAddress from, IpcAddress to, UInt256 value, CallMsg call) {
    return create(EnvelopeKind.CALL, from, to, value, call.encoded());
  }

  /**
   * The answer to an envelope ({@code createResultMsg}): it goes from the receiver back to the
   * sender, with the value unless the outcome is Ok.
   *
   * @param original the envelope that is answered, whatever its kind
   * @param outcome how its delivery ended
   * @param ret what the receiver returned, or the data of the error
   * @return the envelope, with both nonces 0
   */
  public static IpcEnvelope createResultMsg(IpcEnvelope original, OutcomeType outcome, Bytes ret) {
    UInt256 value = outcome == OutcomeType.OK ? UInt256.ZERO : original.value;
    Bytes message = ResultMsgAbi.encode(new ResultMsg(original.tracingId(), outcome, ret));
    return create(EnvelopeKind.RESULT, original.to, original.from, value, message);
  }

  /**
   * A transfer ({@code createTransferMsg}).
   *
   * @param from who pays
   * @param to who is paid
   * @param value how much
   * @return the envelope, with both nonces 0 and without message bytes
   */
  public static IpcEnvelope createTransferMsg(IpcAddress from, IpcAddress to, UInt256 value) {
    return create(EnvelopeKind.TRANSFER, from, to, value, Bytes.EMPTY);
  }

  /**
   * A transfer from the parent of a subnet into it ({@code createFundMsg}).
   *
   * @param subnet the subnet
   * @param signer who pays, in the parent
   * @param to who is paid, in the subnet
   * @param value how much
   * @return the envelope, with both nonces 0
   * @throws RevertSignal with {@code NoParentForSubnet} if the subnet has no route
   */
  public static IpcEnvelope createFundMsg(
      SubnetId subnet, EthAddress signer, FvmAddress to, UInt256 value) {
    IpcAddress from = IpcAddress.of(subnet.getParentSubnet(), signer);
    return createTransferMsg(from, new IpcAddress(subnet, to), value);
  }

  /**
   * A transfer out of a subnet to its parent ({@code createReleaseMsg}).
   *
   * @param subnet the subnet
   * @param signer who pays, in the subnet
   * @param to who is paid, in the parent
   * @param value how much
   * @return the envelope, with both nonces 0
   * @throws RevertSignal with {@code NoParentForSubnet} if the subnet has no route
   */
  public static IpcEnvelope createReleaseMsg(
      SubnetId subnet, EthAddress signer, FvmAddress to, UInt256 value) {
    IpcAddress receiver = new IpcAddress(subnet.getParentSubnet(), to);
    return createTransferMsg(IpcAddress.of(subnet, signer), receiver, value);
  }

  private static IpcEnvelope create(
      EnvelopeKind kind, IpcAddress from, IpcAddress to, UInt256 value, Bytes message) {
    return new IpcEnvelope(kind, UInt64.ZERO, UInt64.ZERO, value, to, from, message);
  }

  /**
   * The same envelope with other nonces, as a hop sets them.
   *
   * @param local the number in the hop's queue
   * @param original the number at the origin
   * @return the envelope
   */
  public IpcEnvelope withNonces(UInt64 local, UInt64 original) {
    IpcEnvelope renumbered = new IpcEnvelope(kind, local, original, value, to, from, message);
    if (original.equals(originalNonce)) {
      renumbered.tracingId = tracingId;
    }
    return renumbered;
  }

  /**
   * What the message carries.
   *
   * @return the kind
   */
  public EnvelopeKind kind() {
    return kind;
  }

  /**
   * The number in the queue of the hop that the message is on.
   *
   * @return the local nonce
   */
  public UInt64 localNonce() {
    return localNonce;
  }

  /**
   * The number that the message got at its origin, where the origin sets one (trap 1: not on the
   * way down).
   *
   * @return the original nonce
   */
  public UInt64 originalNonce() {
    return originalNonce;
  }

  @Override
  public UInt256 value() {
    return value;
  }

  @Override
  public IpcAddress to() {
    return to;
  }

  @Override
  public IpcAddress from() {
    return from;
  }

  /**
   * The message bytes: for a call an encoded {@link CallMsg}, for a result an encoded {@link
   * ResultMsg}.
   *
   * @return the bytes
   */
  public Bytes message() {
    return message;
  }

  /** The message bytes. */
  @Override
  public Bytes payload() {
    return message;
  }

  /**
   * The envelope hash, {@code keccak256(abi.encode(envelope))}. It covers the local nonce, so it
   * differs from hop to hop (trap 16).
   */
  @Override
  public Bytes32 hash() {
    return EnvelopeHash.hash(this);
  }

  /**
   * The tracing id, the same at every hop: it leaves the local nonce out. Equal calls sent
   * downwards share one (trap 1).
   */
  @Override
  public Bytes32 tracingId() {
    Bytes32 known = tracingId;
    if (known == null) {
      known = EnvelopeHash.tracingId(this);
      tracingId = known;
    }
    return known;
  }

  /**
   * Whether a gateway takes this for no message at all: a transfer of value 0, or a call or result
   * without message bytes (trap 15).
   *
   * @return true if there is nothing to execute
   */
  public boolean isEmpty() {
    return kind == EnvelopeKind.TRANSFER ? value.isZero() : message.isEmpty();
  }

  /**
   * Which way the gateway of a network takes this envelope to go. Bottom-up is what was sent from
   * below the lowest network above both its ends, as long as the network and the receiver have the
   * same one above them; everything else is top-down, even where that makes no sense.
   *
   * @param currentSubnet the network
   * @return the direction
   */
  public Direction applyType(SubnetId currentSubnet) {
    SubnetId currentParent = currentSubnet.commonParent(to.subnetId());
    SubnetId messageParent = from.subnetId().commonParent(to.subnetId());
    return currentParent.equals(messageParent) && from.subnetId().depth() > messageParent.depth()
        ? Direction.BOTTOM_UP
        : Direction.TOP_DOWN;
  }

  /**
   * Whether local nonces grow strictly from envelope to envelope ({@code isSorted}).
   *
   * @param envelopes the envelopes
   * @return true for none or one of them, and if each has a larger nonce than the one before
   */
  public static boolean isSorted(List<IpcEnvelope> envelopes) {
    for (int i = 1; i < envelopes.size(); i++) {
      if (envelopes.get(i - 1).localNonce.compareTo(envelopes.get(i).localNonce) >= 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The hash of a list of envelopes, {@code keccak256(abi.encode(envelopes))}; for one envelope it
   * is not that envelope's hash.
   *
   * @param envelopes the envelopes
   * @return the array hash
   */
  public static Bytes32 hash(List<IpcEnvelope> envelopes) {
    return EnvelopeHash.arrayHash(envelopes);
  }

  /**
   * The ABI encoding, as {@code abi.encode(envelope)}.
   *
   * @return the leading offset word and the struct
   */
  public Bytes encoded() {
    return EnvelopeHash.encode(this).toBytes();
  }

  /**
   * Reads what {@link #encoded} gives, as laxly as Solidity.
   *
   * @param data the ABI encoding
   * @return the envelope
   * @throws io.crossline.core.abi.AbiDecodeException if Solidity would revert
   */
  public static IpcEnvelope decode(Bytes data) {
    return read(new AbiReader(data).head(1), 0);
  }

  /**
   * Writes the struct without a leading offset, for codecs of what contains it.
   *
   * @param out where to
   */
  public void writeTo(AbiWriter out) {
    int start = out.size();
    out.number(kind.code());
    out.word(localNonce);
    out.word(originalNonce);
    out.word(value);
    out.number(32L * HEAD_WORDS);
    int fromAt = out.reserve();
    int messageAt = out.reserve();
    to.writeTo(out);
    out.patch(fromAt, out.size() - start);
    from.writeTo(out);
    out.patch(messageAt, out.size() - start);
    out.bytes(message);
  }

  /**
   * Reads the struct behind the offset in a word, for codecs of what contains it.
   *
   * @param head the head area that has the offset
   * @param index which of its words it is
   * @return the envelope
   * @throws io.crossline.core.abi.AbiDecodeException if Solidity would revert, as for a kind above
   *     2
   */
  public static IpcEnvelope read(AbiReader.Head head, int index) {
    return read(head.tuple(index, HEAD_WORDS));
  }

  /**
   * Reads the struct of a head area, for codecs of arrays.
   *
   * @param struct the seven words of the struct
   * @return the envelope
   * @throws io.crossline.core.abi.AbiDecodeException if Solidity would revert, as for a kind above
   *     2
   */
  public static IpcEnvelope read(AbiReader.Head struct) {
    EnvelopeKind kind = EnvelopeKind.read(struct, 0);
    UInt64 localNonce = struct.uint64(1);
    UInt64 originalNonce = struct.uint64(2);
    UInt256 value = struct.uint256(3);
    IpcAddress to = IpcAddress.read(struct, 4);
    IpcAddress from = IpcAddress.read(struct, 5);
    return new IpcEnvelope(kind, localNonce, originalNonce, value, to, from, struct.bytes(6));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IpcEnvelope that
        && kind == that.kind
        && localNonce.equals(that.localNonce)
        && originalNonce.equals(that.originalNonce)
        && value.equals(that.value)
        && to.equals(that.to)
        && from.equals(that.from)
        && message.equals(that.message);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, localNonce, originalNonce, value, to, from, message);
  }

  /** All components, in the order of the encoding. */
  @Override
  public String toString() {
    return "IpcEnvelope[kind=%s, localNonce=%s, originalNonce=%s, value=%s, to=%s, from=%s, message=%s]"
        .formatted(kind, localNonce, originalNonce, value, to, from, message);
  }
}
