// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;

/** Reads Solidity's text form of subnet ids. */
final class SubnetIdText {
  private SubnetIdText() {}

  static SubnetId parse(String text) {
    if (!text.startsWith("/r")) {
      throw new MalformedInputException(
          "subnet id: " + Quoted.of(text) + " must start with /r and the chain id of the root", 0);
    }
    String[] segments = text.substring(1).split("/", -1);
    List<EthAddress> route = new ArrayList<>(segments.length - 1);
    for (int i = 1; i < segments.length; i++) {
      try {
        route.add(EthAddress.parse(segments[i]));
      } catch (MalformedInputException e) {
        throw new MalformedInputException(
            "subnet id: actor " + i + " of " + Quoted.of(text) + ": " + e.getMessage());
      }
    }
    return new SubnetId(root(text, segments[0].substring(1)), route);
  }

  private static UInt64 root(String text, String digits) {
    if (digits.startsWith("0x")) {
      throw new MalformedInputException(
          "subnet id: the root of " + Quoted.of(text) + " must be decimal digits", 2);
    }
    try {
      return UInt64.parse(digits);
    } catch (MalformedInputException e) {
      throw new MalformedInputException(
          "subnet id: the root of " + Quoted.of(text) + ": " + e.getMessage(), 2);
    }
  }
}
