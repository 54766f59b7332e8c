// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A run of a message network as a picture: what is drawn of it, gathered line by line with bounded
 * memory, and the one self-contained page that draws it.
 */
@NullMarked
package io.crossline.simulation.picture;

import org.jspecify.annotations.NullMarked;
