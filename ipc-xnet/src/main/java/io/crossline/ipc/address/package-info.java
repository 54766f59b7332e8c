// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Addresses and subnet ids as the node's tools write them, with Filecoin addresses ({@code
 * /r314/f410f…}); twins of the Rust types of {@code ipc/api} and {@code fvm_shared}. The contracts
 * know nothing of these texts.
 */
@NullMarked
package io.crossline.ipc.address;

import org.jspecify.annotations.NullMarked;
