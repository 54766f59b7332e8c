// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** ABIs of Cairo classes: functions, events and types by their names. */
@NullMarked
package io.crossline.starknet.cairo;

import org.jspecify.annotations.NullMarked;
