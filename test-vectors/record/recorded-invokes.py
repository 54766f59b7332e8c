# Copyright The Crossline Authors
# SPDX-License-Identifier: Apache-2.0
"""Makes vectors of starknet.invoke-tx of a recorded conversation of starknet.js with a node.

    python3 recorded-invokes.py CONVERSATION.json > starknet-invoke-tx-recorded.json

The conversation is a list of {method, params, answer}; what counts is each
starknet_addInvokeTransaction and the chain id that the node gave.
"""
import json
import sys


def bounds(given):
    return {"maxAmount": given["max_amount"], "maxPricePerUnit": given["max_price_per_unit"]}


conversation = json.load(open(sys.argv[1]))
chain = next(e for e in conversation if e.get("method") == "starknet_chainId")["answer"]["result"]
cases = []
for entry in conversation:
    if entry.get("method") == "starknet_addInvokeTransaction":
        sent = entry["params"]["invoke_transaction"]
        cases.append({
            "id": f"recorded-{len(cases)}",
            "senderAddress": sent["sender_address"],
            "calldata": sent["calldata"],
            "nonce": sent["nonce"],
            "chainId": chain,
            "tip": sent["tip"],
            "l1Gas": bounds(sent["resource_bounds"]["l1_gas"]),
            "l2Gas": bounds(sent["resource_bounds"]["l2_gas"]),
            "l1DataGas": bounds(sent["resource_bounds"]["l1_data_gas"]),
            "paymasterData": sent["paymaster_data"],
            "accountDeploymentData": sent["account_deployment_data"],
            "nonceDataAvailabilityMode": sent["nonce_data_availability_mode"],
            "feeDataAvailabilityMode": sent["fee_data_availability_mode"],
            "transactionHash": entry["answer"]["result"]["transaction_hash"],
        })
print(json.dumps({
    "format": "xmsg-vectors/1",
    "suite": "starknet.invoke-tx",
    "source": "account.execute of starknet.js 10.8.0 to starknet-devnet 0.8.1 (chain SN_SEPOLIA), recorded on 2026-11-30",
    "cases": cases,
}, indent=1))
