// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How transactions are encoded: EIP-155, EIP-2930, EIP-1559 and EIP-4844. */
final class TransactionCodec {
  private static final int LEGACY_FIELDS = 9;
  private static final int LEGACY_V = 27;
  private static final int EIP155_V = 35;
  private static final int LISTS = 0xc0;

  private TransactionCodec() {}

  static Bytes unsigned(EthTransaction transaction) {
    List<Rlp> fields = fields(transaction);
    if (transaction.type() == TransactionType.LEGACY && transaction.chainId().isPresent()) {
      fields.add(Rlp.of(transaction.chainId().get()));
      fields.add(Rlp.of(Bytes.EMPTY));
      fields.add(Rlp.of(Bytes.EMPTY));
    }
    return envelope(transaction.type(), fields);
  }

  static Bytes signed(SignedTransaction signed) {
    EthTransaction transaction = signed.transaction();
    List<Rlp> fields = fields(transaction);
    UInt256 parity = signed.yParity() ? UInt256.ONE : UInt256.ZERO;
    if (transaction.type() == TransactionType.LEGACY) {
      UInt256 v =
          transaction
              .chainId()
              .map(id -> id.toUInt256().plus(id.toUInt256()).plus(UInt256.of(EIP155_V)))
              .orElse(UInt256.of(LEGACY_V));
      fields.add(Rlp.of(v.plus(parity)));
    } else {
      fields.add(Rlp.of(parity));
    }
    fields.add(Rlp.of(signed.r()));
    fields.add(Rlp.of(signed.s()));
    return envelope(transaction.type(), fields);
  }

  private static Bytes envelope(TransactionType type, List<Rlp> fields) {
    Bytes body = new Rlp.Items(fields).encode();
    return type == TransactionType.LEGACY
        ? body
        : Bytes.concat(Bytes.of((byte) type.number()), body);
  }

  private static List<Rlp> fields(EthTransaction transaction) {
    List<Rlp> fields = new ArrayList<>();
    boolean legacy = transaction.type() == TransactionType.LEGACY;
    if (!legacy) {
      fields.add(Rlp.of(transaction.chainId().orElseThrow()));
    }
    fields.add(Rlp.of(transaction.nonce()));
    if (hasFeeMarket(transaction.type())) {
      fields.add(Rlp.of(transaction.maxPriorityFeePerGas()));
    }
    fields.add(Rlp.of(transaction.maxFeePerGas()));
    fields.add(Rlp.of(transaction.gasLimit()));
    fields.add(Rlp.of(transaction.to().map(EthAddress::encoded).orElse(Bytes.EMPTY)));
    fields.add(Rlp.of(transaction.value()));
    fields.add(Rlp.of(transaction.data()));
    if (!legacy) {
      fields.add(
          new Rlp.Items(transaction.accessList().stream().map(TransactionCodec::entry).toList()));
    }
    if (transaction.type() == TransactionType.BLOB) {
      fields.add(Rlp.of(transaction.maxFeePerBlobGas()));
      fields.add(words(transaction.blobHashes()));
    }
    return fields;
  }

  private static boolean hasFeeMarket(TransactionType type) {
    return type.number() >= TransactionType.FEE_MARKET.number();
  }

  private static Rlp entry(AccessListEntry entry) {
    return Rlp.list(Rlp.of(entry.address().encoded()), words(entry.storageKeys()));
  }

  private static Rlp words(List<Bytes32> words) {
    return new Rlp.Items(words.stream().map(word -> Rlp.of(word.toBytes())).toList());
  }

  static SignedTransaction decode(Bytes raw) {
    if (raw.isEmpty()) {
      throw new MalformedInputException("transaction: found no bytes", 0);
    }
    int first = raw.get(0) & 0xff;
    if (first >= LISTS) {
      return legacy(Rlp.decode(raw).items("transaction"));
    }
    TransactionType type = TransactionType.of(first);
    List<Rlp> items = Rlp.decode(raw.slice(1)).items("transaction");
    if (type == TransactionType.BLOB
        && !items.isEmpty()
        && items.get(0) instanceof Rlp.Items body) {
      // The form of the network: the transaction, then its blobs, commitments and proofs.
      items = body.items();
    }
    return typed(type, items);
  }

  private static SignedTransaction legacy(List<Rlp> items) {
    requireSize(items, LEGACY_FIELDS);
    UInt64 v = items.get(6).number64("v");
    long number = v.bits();
    Optional<UInt64> chainId = Optional.empty();
    boolean parity = number == LEGACY_V + 1;
    if (v.compareTo(UInt64.of(EIP155_V)) >= 0) {
      chainId = Optional.of(UInt64.ofBits(number - EIP155_V >>> 1));
      parity = (number - EIP155_V & 1) == 1;
    } else if (number != LEGACY_V && number != LEGACY_V + 1) {
      throw new MalformedInputException("v: found " + v + ", must be 27, 28, or 35 and more");
    }
    UInt256 gasPrice = items.get(1).number("gasPrice");
    return new SignedTransaction(
        new EthTransaction(
            TransactionType.LEGACY,
            chainId,
            items.get(0).number64("nonce"),
            gasPrice,
            gasPrice,
            items.get(2).number64("gasLimit"),
            address("to", items.get(3)),
            items.get(4).number("value"),
            items.get(5).bytes("data"),
            List.of(),
            UInt256.ZERO,
            List.of()),
        parity,
        items.get(7).number("r"),
        items.get(8).number("s"));
  }

  private static SignedTransaction typed(TransactionType type, List<Rlp> items) {
    boolean market = hasFeeMarket(type);
    boolean blob = type == TransactionType.BLOB;
    requireSize(items, 11 + (market ? 1 : 0) + (blob ? 2 : 0));
    int at = market ? 4 : 3;
    UInt256 maxFee = items.get(at - 1).number("maxFeePerGas");
    Optional<EthAddress> to = address("to", items.get(at + 1));
    if (blob && to.isEmpty()) {
      throw new MalformedInputException("to: found nothing, a transaction with blobs must call");
    }
    int parity = at + (blob ? 7 : 5);
    EthTransaction transaction =
        new EthTransaction(
            type,
            Optional.of(items.get(0).number64("chainId")),
            items.get(1).number64("nonce"),
            market ? items.get(2).number("maxPriorityFeePerGas") : maxFee,
            maxFee,
            items.get(at).number64("gasLimit"),
            to,
            items.get(at + 2).number("value"),
            items.get(at + 3).bytes("data"),
            items.get(at + 4).items("accessList").stream().map(TransactionCodec::entry).toList(),
            blob ? items.get(at + 5).number("maxFeePerBlobGas") : UInt256.ZERO,
            blob ? words("blobVersionedHashes", items.get(at + 6)) : List.of());
    UInt64 odd = items.get(parity).number64("yParity");
    if (odd.compareTo(UInt64.ONE) > 0) {
      throw new MalformedInputException("yParity: found " + odd + ", must be 0 or 1");
    }
    return new SignedTransaction(
        transaction,
        odd.equals(UInt64.ONE),
        items.get(parity + 1).number("r"),
        items.get(parity + 2).number("s"));
  }

  private static void requireSize(List<Rlp> items, int size) {
    if (items.size() != size) {
      throw new MalformedInputException(
          "transaction: found " + items.size() + " fields, must be " + size);
    }
  }

  private static Optional<EthAddress> address(String what, Rlp item) {
    Bytes bytes = item.bytes(what);
    return bytes.isEmpty() ? Optional.empty() : Optional.of(fixed(what, bytes));
  }

  private static EthAddress fixed(String what, Bytes bytes) {
    if (bytes.size() != 20) {
      throw new MalformedInputException(
          what + ": found " + bytes.size() + " bytes, an address has 20");
    }
    return EthAddress.of(Bytes.concat(Bytes.of(new byte[12]), bytes).getUInt256(0));
  }

  private static AccessListEntry entry(Rlp item) {
    List<Rlp> parts = item.items("accessList");
    requireSize(parts, 2);
    return new AccessListEntry(
        fixed("accessList", parts.get(0).bytes("accessList")), words("accessList", parts.get(1)));
  }

  private static List<Bytes32> words(String what, Rlp item) {
    List<Bytes32> words = new ArrayList<>();
    for (Rlp word : item.items(what)) {
      Bytes bytes = word.bytes(what);
      if (bytes.size() != 32) {
        throw new MalformedInputException(
            what + ": found " + bytes.size() + " bytes, a word has 32");
      }
      words.add(bytes.getUInt256(0).toBytes32());
    }
    return words;
  }
}
