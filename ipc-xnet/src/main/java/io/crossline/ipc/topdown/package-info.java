// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * How a subnet learns of its parent: up to where the parent is final, and the messages that came
 * down until then.
 */
@NullMarked
package io.crossline.ipc.topdown;

import org.jspecify.annotations.NullMarked;
