#!/usr/bin/env bash
# Copyright The Crossline Authors
# SPDX-License-Identifier: Apache-2.0
#
# starknet.js 10.8.0, CallData with an ABI: what it reads of a bytes31 is a text, and written again
# that text can be another value. The bytes31 0x313233 is read as "123", which is written as the
# number 123, 0x7b; 0x616263 is read as "abc" and written as it was.
# Seen on 2026-12-01 with Node 20.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --no-save --no-audit --no-fund --loglevel=error starknet@10.8.0 > /dev/null
cat > look.mjs << 'EOF'
import { CallData } from 'starknet';
const a = [{ name: 'a', type: 'core::bytes_31::bytes31' }];
const coder = new CallData([{ type: 'interface', name: 'I', items: [
  { type: 'function', name: 'f', inputs: a, outputs: a, state_mutability: 'view' },
] }]);
const thereAndBack = (felt) => {
  const read = coder.parse('f', [felt]).a;
  return [felt, read, '0x' + BigInt(coder.compile('f', [read])[0]).toString(16)];
};
console.log(JSON.stringify([thereAndBack('0x313233'), thereAndBack('0x616263')]));
EOF
expected='[["0x313233","123","0x7b"],["0x616263","abc","0x616263"]]'
found=$(node look.mjs)
echo "$found"
if [[ $found != "$expected" ]]; then
  echo "it behaves otherwise now; expected $expected" >&2
  exit 1
fi
