// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Durable state: what runs on a store, a store in the heap, and the text form that all stores can
 * be exported to.
 */
@NullMarked
package io.crossline.core.store;

import org.jspecify.annotations.NullMarked;
