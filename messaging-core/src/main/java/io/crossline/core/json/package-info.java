// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * JSON whose every value knows its place: what vectors, scenarios and the answers of nodes are read
 * with.
 */
@NullMarked
package io.crossline.core.json;

import org.jspecify.annotations.NullMarked;
