// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import java.util.List;

/**
 * A case of a vector file.
 *
 * @param head the fields before the steps
 * @param steps the steps as JSON
 * @param tail the fields after the steps
 */
record RecordedCase(Members head, List<String> steps, Members tail) {}
