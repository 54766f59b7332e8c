// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Where each message is, derived from the logs and blocks of both layers alone: statuses, what can
 * be done about them, and a tracker that follows both chains through reorganisations.
 */
@NullMarked
package io.crossline.starknet.tracking;

import org.jspecify.annotations.NullMarked;
