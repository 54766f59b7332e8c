#!/usr/bin/env bash
# Copyright The Crossline Authors
# SPDX-License-Identifier: Apache-2.0
#
# starknet.js 10.8.0, CallData with an ABI: a text for a number or a bool that is not plain decimal
# digits becomes the characters of the text as a short string, without an error. "-250" for an i64 is
# written as 0x2d323530, which a contract reads as 758265136; "false" for a bool is written as
# 0x66616c7365, which it reads as true. The number -250 and the bool false are written right.
# Seen on 2026-12-01 with Node 20.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --no-save --no-audit --no-fund --loglevel=error starknet@10.8.0 > /dev/null
cat > look.mjs << 'EOF'
import { CallData } from 'starknet';
const written = (type, value) =>
  new CallData([{ type: 'interface', name: 'I', items: [
    { type: 'function', name: 'f', inputs: [{ name: 'a', type }], outputs: [], state_mutability: 'external' },
  ] }]).compile('f', [value])[0];
console.log(JSON.stringify([
  written('core::integer::i64', '-250'), written('core::integer::i64', -250),
  written('core::bool', 'false'), written('core::bool', false),
]));
EOF
expected='["758265136","3618502788666131213697322783095070105623107215331596699973092056135872020231","439721161573","0"]'
found=$(node look.mjs)
echo "$found"
if [[ $found != "$expected" ]]; then
  echo "it behaves otherwise now; expected $expected" >&2
  exit 1
fi
