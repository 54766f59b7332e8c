// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.mutants;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An engine broken on purpose.
 *
 * @param name what is broken
 * @param engine the engine
 * @param edits what is changed in its sources, nearly always one thing
 * @param caughtBy the invariants that the auditor must find broken, each of them
 */
record Mutant(String name, Engine engine, List<Edit> edits, Set<String> caughtBy) {
  /**
   * A piece of a source that another one takes the place of.
   *
   * @param source the file below the engine's root package, without its ending
   * @param original the piece, which must occur exactly once in the file
   * @param replacement what takes its place
   */
  record Edit(String source, String original, String replacement) {}

  /** In the core contract, in L2, or in the nodes between the layers. */
  static Mutant starknet(
      String name, String source, String original, String replacement, String... caughtBy) {
    return none(Engine.STARKNET).named(name, caughtBy).and(source, original, replacement);
  }

  /** In the gateway or the subnet actor, or in the nodes and relayers. */
  static Mutant ipc(
      String name, String source, String original, String replacement, String... caughtBy) {
    return none(Engine.IPC).named(name, caughtBy).and(source, original, replacement);
  }

  /** The engine as it is. */
  static Mutant none(Engine engine) {
    return new Mutant("nothing broken in " + engine, engine, engine.always(), Set.of());
  }

  private Mutant named(String other, String... invariants) {
    return new Mutant(other, engine, edits, Set.of(invariants));
  }

  /** One that some other part would notice, were that not changed as well. */
  Mutant and(String source, String original, String replacement) {
    Edit other = new Edit(source, original, replacement);
    List<Edit> all = Stream.concat(edits.stream(), Stream.of(other)).toList();
    return new Mutant(name, engine, all, caughtBy);
  }

  @Override
  public String toString() {
    return engine + ": " + name;
  }
}
