// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

/** How the networks of a tree are named: by the path from the root, without the root's own name. */
final class TreePaths {
  static final String ROOT = "root";

  private TreePaths() {}

  static String parentOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? ROOT : path.substring(0, slash);
  }
}
