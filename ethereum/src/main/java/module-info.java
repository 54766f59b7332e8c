// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** What Ethereum has beside messages: RLP, transactions, signatures, and a token for tests. */
module io.crossline.ethereum {
  requires static transitive org.jspecify;
  requires transitive io.crossline.core;
  requires org.bouncycastle.provider;

  exports io.crossline.ethereum;
}
