// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** A quorum of validators' signatures over a checkpoint: the verifier that is built in. */
@NullMarked
package io.crossline.ipc.quorum;

import org.jspecify.annotations.NullMarked;
