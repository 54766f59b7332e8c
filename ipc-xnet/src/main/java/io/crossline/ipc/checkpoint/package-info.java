// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Of what a checkpoint is made, for those who cut one and who take one in. */
@NullMarked
package io.crossline.ipc.checkpoint;

import org.jspecify.annotations.NullMarked;
