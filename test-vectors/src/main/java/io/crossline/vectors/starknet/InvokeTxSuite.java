// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.starknet.l2.InvokeTransaction;
import io.crossline.starknet.l2.ResourceBounds;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;

/**
 * {@code starknet.invoke-tx}: the hash of a transaction of version 3 by which an account calls.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class InvokeTxSuite {
  /** The suite. */
  public static final Suite SUITE = Suite.of("starknet.invoke-tx", InvokeTxSuite::run);

  private static final Shape SHAPE =
      Shape.of()
          .in(
              "senderAddress",
              "calldata",
              "nonce",
              "chainId",
              "tip",
              "l1Gas",
              "l2Gas",
              "l1DataGas",
              "paymasterData",
              "accountDeploymentData",
              "nonceDataAvailabilityMode",
              "feeDataAvailabilityMode")
          .expect("transactionHash");

  private static final Shape BOUNDS = Shape.of().in("maxAmount", "maxPricePerUnit");

  private static final Form<Integer> MODE =
      Forms.member(new Integer[] {0, 1}, mode -> "L" + (mode + 1));

  private InvokeTxSuite() {}

  private static void run(VectorCase vector) {
    Fields fields = vector.fields(SHAPE);
    InvokeTransaction transaction =
        new InvokeTransaction(
            fields.in("senderAddress", StarknetForms.FELT),
            fields.in("calldata", Forms.list(StarknetForms.FELT)),
            fields.in("nonce", StarknetForms.FELT),
            bounds(fields, "l1Gas"),
            bounds(fields, "l2Gas"),
            bounds(fields, "l1DataGas"),
            fields.in("tip", Forms.UINT64),
            fields.in("paymasterData", Forms.list(StarknetForms.FELT)),
            fields.in("accountDeploymentData", Forms.list(StarknetForms.FELT)),
            fields.in("nonceDataAvailabilityMode", MODE),
            fields.in("feeDataAvailabilityMode", MODE),
            fields.in("chainId", StarknetForms.FELT));
    fields.expect("transactionHash", StarknetForms.FELT, transaction.transactionHash());
  }

  private static ResourceBounds bounds(Fields fields, String name) {
    Fields bounds = fields.fields(name, BOUNDS);
    return new ResourceBounds(
        bounds.in("maxAmount", Forms.UINT64), bounds.in("maxPricePerUnit", Forms.UINT256));
  }
}
