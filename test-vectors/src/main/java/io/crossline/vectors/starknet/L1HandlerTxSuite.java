// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Selector;
import io.crossline.starknet.l2.L1HandlerTransaction;
import io.crossline.starknet.l2.L1HandlerTransaction.HashFormula;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.Locale;

/**
 * {@code starknet.l1-handler-tx}: the hash of the transaction that handles a message on L2, by the
 * formula of today or one of the two before. Transactions of this kind have version 0.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class L1HandlerTxSuite {
  /** The suite. */
  public static final Suite SUITE = Suite.of("starknet.l1-handler-tx", L1HandlerTxSuite::run);

  private static final Shape SHAPE =
      Shape.of()
          .in("contractAddress", "entryPointSelector", "calldata", "nonce", "chainId")
          .optionalIn("hashFormula")
          .optionalExpect("chainName")
          .expect("version", "transactionHash");

  private static final Form<HashFormula> FORMULA =
      Forms.member(
          HashFormula.values(),
          formula -> formula.name().toLowerCase(Locale.ROOT).replace('_', '-'));

  private L1HandlerTxSuite() {}

  private static void run(VectorCase vector) {
    Fields fields = vector.fields(SHAPE);
    Felt chainId = fields.in("chainId", StarknetForms.FELT);
    L1HandlerTransaction transaction =
        new L1HandlerTransaction(
            fields.in("contractAddress", StarknetForms.FELT),
            Selector.of(fields.in("entryPointSelector", StarknetForms.FELT)),
            fields.in("calldata", Forms.list(StarknetForms.FELT)),
            fields.in("nonce", StarknetForms.FELT),
            chainId);
    HashFormula formula = fields.optionalIn("hashFormula", FORMULA).orElse(HashFormula.CURRENT);
    fields.expect("version", Forms.UINT256, UInt256.ZERO);
    fields.expect("transactionHash", StarknetForms.FELT, transaction.transactionHash(formula));
    if (fields.has("chainName")) {
      fields.expect("chainName", Forms.TEXT, chainId.toShortString());
    }
  }
}
