// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the author of a plugin or a store extends to see that providers, handlers and stores keep
 * the rules. Needs JUnit 5, which the rest of this module does without.
 */
@NullMarked
package io.crossline.vectors.conformance;

import org.jspecify.annotations.NullMarked;
