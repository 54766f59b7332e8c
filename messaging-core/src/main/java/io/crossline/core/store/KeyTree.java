// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore.EntryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that never changes: an AVL tree whose changed versions share what did not change.
 * Null is the empty one. A change costs O(log n), and whoever has a version keeps it for nothing.
 */
final class KeyTree {
  private final Bytes key;
  private final Bytes value;
  private final @Nullable KeyTree left;
  private final @Nullable KeyTree right;
  private final int height;

  private KeyTree(Bytes key, Bytes value, @Nullable KeyTree left, @Nullable KeyTree right) {
    this.key = key;
    this.value = value;
    this.left = left;
    this.right = right;
    this.height = 1 + Math.max(height(left), height(right));
  }

  static int height(@Nullable KeyTree tree) {
    return tree == null ? 0 : tree.height;
  }

  static KeyTree with(@Nullable KeyTree tree, Bytes key, Bytes value) {
    if (tree == null) {
      return new KeyTree(key, value, null, null);
    }
    int order = key.compareTo(tree.key);
    if (order == 0) {
      return new KeyTree(key, value, tree.left, tree.right);
    }
    return order < 0
        ? balanced(tree, with(tree.left, key, value), tree.right)
        : balanced(tree, tree.left, with(tree.right, key, value));
  }

  static @Nullable KeyTree without(@Nullable KeyTree tree, Bytes key) {
    if (tree == null) {
      return null;
    }
    int order = key.compareTo(tree.key);
    if (order == 0) {
      return joined(tree.left, tree.right);
    } else if (order < 0) {
      KeyTree left = without(tree.left, key);
      return left == tree.left ? tree : balanced(tree, left, tree.right);
    }
    KeyTree right = without(tree.right, key);
    return right == tree.right ? tree : balanced(tree, tree.left, right);
  }

  /** Two trees whose heights differ by at most one, all keys of the first before the second's. */
  private static @Nullable KeyTree joined(@Nullable KeyTree left, @Nullable KeyTree right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    KeyTree first = right;
    while (first.left != null) {
      first = first.left;
    }
    return balanced(first, left, without(right, first.key));
  }

  /** An entry between two trees whose heights differ by at most two. */
  private static KeyTree balanced(KeyTree entry, @Nullable KeyTree left, @Nullable KeyTree right) {
    if (left != null && left.height > height(right) + 1) {
      KeyTree inner = left.right;
      if (inner != null && inner.height > height(left.left)) {
        return inner.over(left.over(left.left, inner.left), entry.over(inner.right, right));
      }
      return left.over(left.left, entry.over(inner, right));
    }
    if (right != null && right.height > height(left) + 1) {
      KeyTree inner = right.left;
      if (inner != null && inner.height > height(right.right)) {
        return inner.over(entry.over(left, inner.left), right.over(inner.right, right.right));
      }
      return right.over(entry.over(left, inner), right.right);
    }
    return entry.over(left, right);
  }

  private KeyTree over(@Nullable KeyTree lower, @Nullable KeyTree upper) {
    return new KeyTree(key, value, lower, upper);
  }

  /** Visits the entries from a key on, in order; returns whether the visitor never said stop. */
  static boolean visit(@Nullable KeyTree tree, Bytes from, EntryVisitor visitor) {
    if (tree == null) {
      return true;
    }
    if (tree.key.compareTo(from) < 0) {
      return visit(tree.right, from, visitor);
    }
    return visit(tree.left, from, visitor)
        && visitor.visit(tree.key, tree.value)
        && visit(tree.right, from, visitor);
  }
}
