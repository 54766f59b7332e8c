// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
//
// Records vectors of Poseidon from starknet-types-core 1.0.0: hashes of one felt, of two and of
// lists, and the permutation. In a folder of its own, with this file as src/main.rs:
//
//   cargo init --name recorder && cargo add starknet-types-core@=1.0.0 --features hash
//   cargo run --release -- 200 1 > starknet-poseidon-types-core.json
//
// The numbers are how many cases, and the seed.
use starknet_types_core::felt::Felt;
use starknet_types_core::hash::{Poseidon, StarkHash};

// SplitMix64, so that the seed fixes the felts.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn felt(&mut self) -> Felt {
        match self.next() % 8 {
            0 => Felt::ZERO,
            1 => Felt::MAX,
            2 => Felt::from(self.next() % 256),
            _ => {
                let mut bytes = [0u8; 32];
                for chunk in bytes.chunks_mut(8) {
                    chunk.copy_from_slice(&self.next().to_be_bytes());
                }
                Felt::from_bytes_be(&bytes)
            }
        }
    }

    fn felts(&mut self, size: u64) -> Vec<Felt> {
        (0..size).map(|_| self.felt()).collect()
    }
}

fn list(felts: &[Felt]) -> String {
    let texts: Vec<String> = felts.iter().map(|felt| format!("\"{felt:#x}\"")).collect();
    format!("[{}]", texts.join(","))
}

fn main() {
    let numbers: Vec<u64> = std::env::args()
        .skip(1)
        .map(|text| text.parse().expect("usage: recorder COUNT SEED"))
        .collect();
    let [count, seed] = numbers[..] else {
        panic!("usage: recorder COUNT SEED");
    };
    let mut chance = Chance(seed);
    println!(
        "{{\"format\":\"xmsg-vectors/1\",\"suite\":\"starknet.poseidon\",\"source\":\"starknet-types-core 1.0.0 (crates.io), test-vectors/record/starknet-types-core.rs {count} {seed}\",\"cases\":["
    );
    for i in 0..count {
        let id = format!("\"id\":\"rust-{seed}-{i}\"");
        let case = match i % 4 {
            0 => {
                let data = chance.felts(2);
                let hash = Poseidon::hash(&data[0], &data[1]);
                format!("{id},\"kind\":\"pair\",\"data\":{},\"hash\":\"{hash:#x}\"", list(&data))
            }
            1 => {
                let data = chance.felts(1);
                let hash = Poseidon::hash_single(&data[0]);
                format!("{id},\"kind\":\"single\",\"data\":{},\"hash\":\"{hash:#x}\"", list(&data))
            }
            2 => {
                let size = chance.next() % 12;
                let data = chance.felts(size);
                let hash = Poseidon::hash_array(&data);
                format!("{id},\"kind\":\"many\",\"data\":{},\"hash\":\"{hash:#x}\"", list(&data))
            }
            _ => {
                let data = chance.felts(3);
                let mut state = [data[0], data[1], data[2]];
                Poseidon::hades_permutation(&mut state);
                format!(
                    "{id},\"kind\":\"permutation\",\"state\":{},\"permuted\":{}",
                    list(&data),
                    list(&state)
                )
            }
        };
        println!("{{{case}}}{}", if i + 1 < count { "," } else { "" });
    }
    println!("]}}");
}
