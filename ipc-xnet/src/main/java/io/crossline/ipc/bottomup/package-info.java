// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Checkpoints on the parent's side: what a subnet's actor keeps of them, and how messages are
 * executed under them by proof of inclusion.
 */
@NullMarked
package io.crossline.ipc.bottomup;

import org.jspecify.annotations.NullMarked;
