// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Loads providers of handlers from jars in a folder, each with a class loader of its own. */
@NullMarked
package io.crossline.core.plugin;

import org.jspecify.annotations.NullMarked;
