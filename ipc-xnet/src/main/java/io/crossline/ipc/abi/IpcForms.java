// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.ipc.ActivityCommitment;
import io.crossline.ipc.ActivityRollup;
import io.crossline.ipc.Asset;
import io.crossline.ipc.BottomUpMsgBatch;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of IPC's contracts, by their Solidity form. */
final class IpcForms {

  static final AbiForm<Boolean> BOOL =
      AbiForm.value("bool", (out, b) -> out.number(b ? 1 : 0), AbiReader.Head::bool);

  static final AbiForm<UInt64> UINT64 =
      AbiForm.value("uint64", AbiWriter::word, AbiReader.Head::uint64);

  static final AbiForm<UInt256> UINT256 =
      AbiForm.value("uint256", AbiWriter::word, AbiReader.Head::uint256);

  static final AbiForm<EthAddress> ADDRESS =
      AbiForm.value("address", AbiWriter::word, AbiReader.Head::address);

  static final AbiForm<Bytes32> BYTES32 =
      AbiForm.value("bytes32", AbiWriter::word, AbiReader.Head::bytes32);
  static final AbiForm<Bytes> BYTES =
      AbiForm.value("bytes", AbiWriter::bytes, AbiReader.Head::bytes);
  static final AbiForm<List<Bytes32>> HASHES = AbiForm.listOf(BYTES32);

  static final AbiForm<SubnetId> SUBNET_ID =
      AbiForm.struct(
          "(uint64 root, address[] route)", 2, (out, id) -> id.writeTo(out), SubnetId::read);

  static final AbiForm<FvmAddress> FVM_ADDRESS =
      AbiForm.value(
          "(uint8 addrType, bytes payload)", (out, a) -> a.writeTo(out), FvmAddress::read);

  static final AbiForm<IpcEnvelope> ENVELOPE =
      AbiForm.struct(
          "(uint8 kind, uint64 localNonce, uint64 originalNonce, uint256 value, "
              + ipcAddress("to")
              + ipcAddress("from")
              + "bytes message)",
          7,
          (out, envelope) -> envelope.writeTo(out),
          IpcEnvelope::read);

  static final AbiForm<Asset> ASSET =
      AbiForm.struct(
          "(uint8 kind, address tokenAddress)", 2, (out, asset) -> asset.writeTo(out), Asset::read);
  private static final Map<Type, AbiForm<?>> KNOWN = new HashMap<>();

  static {
    KNOWN.put(boolean.class, BOOL);
    KNOWN.put(UInt64.class, UINT64);
    KNOWN.put(UInt256.class, UINT256);
    KNOWN.put(EthAddress.class, ADDRESS);
    KNOWN.put(Bytes32.class, BYTES32);
    KNOWN.put(Bytes.class, BYTES);
    KNOWN.put(SubnetId.class, SUBNET_ID);
    KNOWN.put(FvmAddress.class, FVM_ADDRESS);
    KNOWN.put(IpcEnvelope.class, ENVELOPE);
    KNOWN.put(Asset.class, ASSET);
    KNOWN.put(
        BottomUpMsgBatch.class,
        AbiArguments.of(BottomUpMsgBatch.class).asStruct("subnetID", "blockHeight", "msgs"));
    KNOWN.put(
        ActivityCommitment.class,
        consensus(
            AbiArguments.of(ActivityCommitment.class).asStruct("stats", "dataRootCommitment")));
    KNOWN.put(
        ActivityRollup.class,
        consensus(AbiArguments.of(ActivityRollup.class).asStruct("stats", "data")));
  }

  private IpcForms() {}

  private static String ipcAddress(String name) {
    return "((uint64 root, address[] route) subnetId, (uint8 addrType, bytes payload) rawAddress) "
        + name
        + ", ";
  }

  /** Upstream has one more struct around it, of which it is the only field. */
  private static <T> AbiForm<T> consensus(AbiForm<T> form) {
    return AbiArguments.one(form).asStruct("consensus");
  }

  /** The form of a Java type whose name or components do not tell it; null for others. */
  static @Nullable AbiForm<?> known(Type type) {
    return KNOWN.get(type);
  }
}
