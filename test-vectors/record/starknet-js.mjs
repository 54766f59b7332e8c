// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
//
// Records vectors from starknet.js 10.8.0: calldata of Cairo values, Poseidon hashes and hashes of
// INVOKE transactions of version 3. In a folder of its own:
//
//   npm install starknet@10.8.0
//   node starknet-js.mjs cairo-calldata 400 1 > starknet-js-calldata.json
//   node starknet-js.mjs poseidon 200 1 > starknet-poseidon.json
//   node starknet-js.mjs invoke-tx 60 1 > starknet-invoke-tx.json
//
// The numbers are how many cases, and the seed. Any number can be recorded and given to
// `crossline verify FILE`. Values that starknet.js is known to write otherwise than the executor
// reads are left out: docs/divergences.md names them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';

const require = createRequire(pathToFileURL(process.cwd() + '/'));
const {
  CallData, CairoCustomEnum, CairoOption, CairoResult, cairo, hash,
} = require('starknet');
const VERSION = JSON.parse(
  readFileSync(require.resolve('starknet').replace(/starknet\/dist.*/, 'starknet/package.json')),
).version;

const [suite, count, seed] = process.argv.slice(2);
const P = 2n ** 251n + 17n * 2n ** 192n + 1n;

// A stream of bytes that the seed fixes.
let block = Buffer.alloc(0);
let blocks = 0;
function byte() {
  if (block.length === 0) {
    block = createHash('sha256').update(`${suite} ${seed} ${blocks++}`).digest();
  }
  const first = block[0];
  block = block.subarray(1);
  return first;
}
const bits = (n) => {
  let sum = 0n;
  for (let i = 0; i < n; i += 8) sum = (sum << 8n) | BigInt(byte());
  return sum & ((1n << BigInt(n)) - 1n);
};
const below = (n) => Number(bits(48) % BigInt(n));
const pick = (list) => list[below(list.length)];
// Edges are as likely as what lies between them.
const number = (min, max) => {
  const span = max - min + 1n;
  return pick([
    () => min,
    () => max,
    () => min + (bits(8) % span),
    () => min + (bits(256) % span),
    () => min + (bits(256) % span),
  ])();
};
const felt = () => number(0n, P - 1n);
const hex = (n) => '0x' + BigInt(n).toString(16);

// A type: its name in an ABI, the entries that starknet.js needs of it, and a random value of it,
// as JSON and as starknet.js takes it.
const integer = (name, min, max) => ({
  name,
  entries: [],
  value: () => {
    const n = number(min, max);
    return { json: n.toString(), js: n };
  },
});
const unsigned = (n) => integer(`core::integer::u${n}`, 0n, 2n ** BigInt(n) - 1n);
const signed = (n) =>
  integer(`core::integer::i${n}`, -(2n ** BigInt(n - 1)), 2n ** BigInt(n - 1) - 1n);
const hexadecimal = (name, max, entries = []) => ({
  name,
  entries,
  value: () => {
    const n = number(0n, max);
    return { json: hex(n), js: n };
  },
});
const limbs = (name, n, bitsOfAll) => ({
  ...integer(name, 0n, 2n ** BigInt(bitsOfAll) - 1n),
  entries: [struct(name, n.map((limb) => [limb, 'core::integer::u128']))],
});
const struct = (name, members) => ({
  type: 'struct',
  name,
  members: members.map(([member, type]) => ({ name: member, type })),
});
const enumeration = (name, variants) => ({
  type: 'enum',
  name,
  variants: variants.map(([variant, type]) => ({ name: variant, type })),
});

const LETTERS = [..."abcdefghijklmnopqrstuvwxyzABCXYZ0189 .,-_'\"\\/äßé€漢字🎈"];
const BYTE_ARRAY = {
  name: 'core::byte_array::ByteArray',
  entries: [
    struct('core::byte_array::ByteArray', [
      ['data', 'core::array::Array::<core::bytes_31::bytes31>'],
      ['pending_word', 'core::felt252'],
      ['pending_word_len', 'core::internal::bounded_int::BoundedInt::<0, 30>'],
    ]),
  ],
  value: () => {
    let text = '';
    for (let n = pick([0, 1, 5, 29, 30, 31, 32, 61, 62, 63, 100]); n > 0; n--) text += pick(LETTERS);
    // Digits and what begins as hexadecimal are no texts to starknet.js, and 31 bytes are shown as
    // bytes by us.
    if (/^([0-9]*$|0x)/.test(text)) text = 't' + text;
    const full = Buffer.byteLength(text) === 31;
    return { json: full ? 'bytes:0x' + Buffer.from(text).toString('hex') : text, js: text };
  },
};
const PLAIN = [
  hexadecimal('core::felt252', P - 1n),
  { name: 'core::bool', entries: [enumeration('core::bool', [['False', '()'], ['True', '()']])],
    value: () => { const b = byte() > 127; return { json: b, js: b }; } },
  ...[8, 16, 32, 64, 128].map(unsigned),
  ...[8, 16, 32, 64, 128].map(signed),
  limbs('core::integer::u256', ['low', 'high'], 256),
  limbs('core::integer::u512', ['limb0', 'limb1', 'limb2', 'limb3'], 512),
  hexadecimal('core::starknet::contract_address::ContractAddress', 2n ** 251n - 1n),
  hexadecimal('core::starknet::class_hash::ClassHash', 2n ** 251n - 1n),
  {
    name: 'core::starknet::eth_address::EthAddress',
    entries: [struct('core::starknet::eth_address::EthAddress', [['address', 'core::felt252']])],
    value: () => {
      const n = number(0n, 2n ** 160n - 1n);
      return { json: '0x' + n.toString(16).padStart(40, '0'), js: n };
    },
  },
  BYTE_ARRAY,
];
const of = (name) => PLAIN.find((type) => type.name.endsWith('::' + name));
const NON_ZERO = {
  name: 'core::zeroable::NonZero::<core::integer::u64>',
  entries: [],
  value: () => { const n = number(1n, 2n ** 64n - 1n); return { json: n.toString(), js: n }; },
};

const array = (element, name = 'Array') => ({
  name: `core::array::${name}::<${element.name}>`,
  entries: [
    ...element.entries,
    ...(name === 'Span'
      ? [struct(`core::array::Span::<${element.name}>`,
          [['snapshot', `@core::array::Array::<${element.name}>`]])]
      : []),
  ],
  value: () => {
    const items = Array.from({ length: pick([0, 1, 2, 3, 7]) }, element.value);
    return { json: items.map((item) => item.json), js: items.map((item) => item.js) };
  },
});
const fixed = (element, size) => ({
  name: `[${element.name}; ${size}]`,
  entries: element.entries,
  value: () => {
    const items = Array.from({ length: size }, element.value);
    return { json: items.map((item) => item.json), js: items.map((item) => item.js) };
  },
});
const tuple = (parts) => ({
  name: `(${parts.map((part) => part.name).join(', ')})`,
  entries: parts.flatMap((part) => part.entries),
  value: () => {
    const items = parts.map((part) => part.value());
    return { json: items.map((item) => item.json), js: cairo.tuple(...items.map((item) => item.js)) };
  },
});
const option = (some) => ({
  name: `core::option::Option::<${some.name}>`,
  entries: [
    ...some.entries,
    enumeration(`core::option::Option::<${some.name}>`, [['Some', some.name], ['None', '()']]),
  ],
  value: () => {
    if (byte() < 80) return { json: 'None', js: new CairoOption(1) };
    const value = some.value();
    return { json: { Some: value.json }, js: new CairoOption(0, value.js) };
  },
});
const result = (ok, err) => ({
  name: `core::result::Result::<${ok.name}, ${err.name}>`,
  entries: [
    ...ok.entries,
    ...err.entries,
    enumeration(`core::result::Result::<${ok.name}, ${err.name}>`,
      [['Ok', ok.name], ['Err', err.name]]),
  ],
  value: () => {
    const good = byte() > 127;
    const value = (good ? ok : err).value();
    return {
      json: good ? { Ok: value.json } : { Err: value.json },
      js: new CairoResult(good ? 0 : 1, value.js),
    };
  },
});
const record = (name, members) => ({
  name,
  entries: [
    ...members.flatMap(([, type]) => type.entries),
    struct(name, members.map(([member, type]) => [member, type.name])),
  ],
  value: () => {
    const values = members.map(([member, type]) => [member, type.value()]);
    return {
      json: Object.fromEntries(values.map(([member, value]) => [member, value.json])),
      js: Object.fromEntries(values.map(([member, value]) => [member, value.js])),
    };
  },
});
const variants = (name, all) => ({
  name,
  entries: [
    ...all.flatMap(([, type]) => (type ? type.entries : [])),
    enumeration(name, all.map(([variant, type]) => [variant, type ? type.name : '()'])),
  ],
  value: () => {
    const [variant, type] = pick(all);
    const value = type ? type.value() : { js: {} };
    return {
      json: type ? { [variant]: value.json } : variant,
      js: new CairoCustomEnum(
        Object.fromEntries(all.map(([one]) => [one, one === variant ? value.js : undefined]))),
    };
  },
});

const POINT = record('probe::Point', [['x', of('u64')], ['y', option(of('u8'))]]);
const DEPOSIT = record('bridge::Deposit', [
  ['l2_recipient', of('ContractAddress')], ['amount', of('u256')], ['note', BYTE_ARRAY],
  ['path', array(POINT)],
]);
const SHAPE = variants('probe::Shape', [
  ['Empty', null], ['One', of('u8')], ['Two', tuple([of('u8'), of('u8')])],
  ['Many', array(of('u8'))], ['Deep', POINT],
]);
const NAMED = [POINT, DEPOSIT, SHAPE];

function type(depth) {
  if (depth === 0 || byte() < 110) return pick([...PLAIN, ...NAMED, NON_ZERO]);
  return pick([
    () => array(type(depth - 1)),
    () => array(type(depth - 1), 'Span'),
    () => fixed(pick(PLAIN), 1 + below(4)),
    () => tuple(Array.from({ length: 1 + below(3) }, () => type(depth - 1))),
    () => option(type(depth - 1)),
    () => result(type(depth - 1), type(depth - 1)),
  ])();
}

function unique(entries) {
  return [...new Map(entries.map((entry) => [entry.name, entry])).values()];
}

function calldata(i) {
  const parameters = Array.from({ length: below(4) + (i % 10 === 0 ? 0 : 1) }, () => type(2));
  const values = parameters.map((parameter) => parameter.value());
  const inputs = parameters.map((parameter, at) => ({ name: `p${at}`, type: parameter.name }));
  const abi = [
    ...unique(parameters.flatMap((parameter) => parameter.entries)),
    { type: 'interface', name: 'I', items: [
      { type: 'function', name: 'f', inputs, outputs: inputs, state_mutability: 'view' },
    ] },
  ];
  const coder = new CallData(abi);
  const felts = coder.compile('f', values.map((value) => value.js));
  // What starknet.js reads of it, written once more: its own way there and back.
  let backAgain;
  try {
    const read = coder.parse('f', [...felts]);
    const again = coder.compile('f', Object.values(read));
    backAgain = JSON.stringify([...again]) === JSON.stringify([...felts]);
  } catch {
    backAgain = false;
  }
  return {
    id: `js-${seed}-${i}`,
    parameters: parameters.map((parameter) => parameter.name),
    values: values.map((value) => value.json),
    calldata: [...felts].map(hex),
    ...(backAgain ? {} : { note: 'starknet.js does not write again what it reads of this' }),
  };
}

function poseidon(i) {
  const id = `js-${seed}-${i}`;
  if (i % 2 === 0) {
    const data = [felt(), felt()];
    return { id, kind: 'pair', data: data.map(hex), hash: hex(hash.computePoseidonHash(...data)) };
  }
  const data = Array.from({ length: pick([0, 1, 2, 3, 4, 5, 8, 13]) }, felt);
  return { id, kind: 'many', data: data.map(hex), hash: hex(hash.computePoseidonHashOnElements(data)) };
}

function invoke(i) {
  const list = () => Array.from({ length: pick([0, 1, 2, 5, 9]) }, felt);
  const bounds = () => ({ max_amount: number(0n, 2n ** 64n - 1n), max_price_per_unit: number(0n, 2n ** 128n - 1n) });
  const written = (b) => ({ maxAmount: hex(b.max_amount), maxPricePerUnit: hex(b.max_price_per_unit) });
  const it = {
    senderAddress: felt(), version: '0x3', compiledCalldata: list(), chainId: hex(pick([0x534e5f4d41494en, 0x534e5f5345504f4c4941n, felt()])),
    nonce: felt(), accountDeploymentData: list(), nonceDataAvailabilityMode: below(2), feeDataAvailabilityMode: below(2),
    resourceBounds: { l1_gas: bounds(), l2_gas: bounds(), l1_data_gas: bounds() }, tip: number(0n, 2n ** 64n - 1n), paymasterData: list(),
  };
  return {
    id: `js-${seed}-${i}`,
    senderAddress: hex(it.senderAddress),
    calldata: it.compiledCalldata.map(hex),
    nonce: hex(it.nonce),
    chainId: it.chainId,
    tip: hex(it.tip),
    l1Gas: written(it.resourceBounds.l1_gas),
    l2Gas: written(it.resourceBounds.l2_gas),
    l1DataGas: written(it.resourceBounds.l1_data_gas),
    paymasterData: it.paymasterData.map(hex),
    accountDeploymentData: it.accountDeploymentData.map(hex),
    nonceDataAvailabilityMode: 'L' + (it.nonceDataAvailabilityMode + 1),
    feeDataAvailabilityMode: 'L' + (it.feeDataAvailabilityMode + 1),
    transactionHash: hex(hash.calculateInvokeTransactionHash(it)),
  };
}

const RECORDERS = { 'cairo-calldata': calldata, poseidon, 'invoke-tx': invoke };
if (!RECORDERS[suite] || !(Number(count) > 0)) {
  console.error(`usage: node starknet-js.mjs ${Object.keys(RECORDERS).join('|')} COUNT SEED`);
  process.exit(2);
}
const out = process.stdout;
const header = {
  format: 'xmsg-vectors/1',
  suite: `starknet.${suite}`,
  source: `starknet.js ${VERSION}, test-vectors/record/starknet-js.mjs ${suite} ${count} ${seed}`,
  ...(suite === 'cairo-calldata' ? { types: unique(NAMED.flatMap((named) => named.entries)) } : {}),
};
out.write(JSON.stringify(header).slice(0, -1) + ',"cases":[\n');
for (let i = 0; i < Number(count); i++) {
  out.write((i > 0 ? ',\n' : '') + JSON.stringify(RECORDERS[suite](i)));
}
out.write('\n]}\n');
