// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
//
// Holds the message hashes of the vectors against the Keccak of @noble/hashes:
//   npm install @noble/hashes@1.8.0 && node check-message-hash.mjs FILE.json.gz
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';

const { keccak_256 } = createRequire(process.cwd() + '/')('@noble/hashes/sha3');
const word = (n) => BigInt(n).toString(16).padStart(64, '0');
const preimage = {
  l1ToL2: (c) => [c.fromAddress, c.toAddress, c.nonce, c.selector, c.payload.length, ...c.payload],
  l2ToL1: (c) => [c.fromAddress, c.toAddress, c.payload.length, ...c.payload],
};
const file = JSON.parse(gunzipSync(readFileSync(process.argv[2])));
if (file.format !== 'xmsg-vectors/1' || file.suite !== 'starknet.message-hash') {
  throw new Error(`not a file of starknet.message-hash: ${file.format}, ${file.suite}`);
}
let failed = 0;
for (const vector of file.cases) {
  const bytes = Buffer.from(preimage[vector.kind](vector).map(word).join(''), 'hex');
  const hash = '0x' + Buffer.from(keccak_256(bytes)).toString('hex');
  if (hash !== vector.hash) {
    console.error(`${vector.id}: expected ${vector.hash}, found ${hash}`);
    failed++;
  }
}
console.log(`${file.cases.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 || file.cases.length === 0 ? 1 : 0);
