// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import io.crossline.core.json.JsonPlace;

/**
 * An expectation that did not come true.
 *
 * <p>Immutable and thread-safe.
 *
 * @param place where it stands
 * @param expected what the file says
 * @param actual what came out, or why it could not be compared
 */
public record Difference(JsonPlace place, String expected, String actual) {}
