// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.json.JsonArray;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Int256;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.FactRegistry;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * {@code starknet.core}, {@code starknet.core-counter} and {@code starknet.core-versions}:
 * sequences of calls of the core contract or its mock. Each step is run through the typed face and
 * through calldata; compared are what it returned and logged or how it reverted, the state after
 * it, the bytes where the case has them, and the state at the end.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class CoreSequenceSuite implements Suite {
  private static final Shape SHAPE =
      Shape.of().in("rules", "cancellationDelay", "steps").expect("finalState");
  private static final Shape INITIAL =
      Shape.of().optionalIn("l1ToL2MessageNonce").optionalIn(CoreMap.fields());

  /** The only operator in recordings of the whole contract. */
  private static final EthAddress OPERATOR =
      EthAddress.parse("0x00000000000000000000000000000000000000f0");

  private final String name;
  private final Shape shape;
  private final Set<String> headerFields;
  private final Map<String, CoreSteps.Kind> operations;

  private CoreSequenceSuite(
      String name, Shape shape, Set<String> headerFields, Map<String, CoreSteps.Kind> operations) {
    this.name = name;
    this.shape = shape;
    this.headerFields = headerFields;
    this.operations = operations;
  }

  /**
   * The deployed contract, with state updates.
   *
   * @return the suite {@code starknet.core}
   */
  public static CoreSequenceSuite deployed() {
    return new CoreSequenceSuite("starknet.core", SHAPE, Set.of(), CoreSteps.ALL);
  }

  /**
   * The rules of v0.8.0, in which messages are counted.
   *
   * @return the suite {@code starknet.core-counter}
   */
  public static CoreSequenceSuite counter() {
    return new CoreSequenceSuite("starknet.core-counter", SHAPE, Set.of(), CoreSteps.MESSAGING);
  }

  /**
   * The versions between, from a given storage and with bytes of some steps.
   *
   * @return the suite {@code starknet.core-versions}
   */
  public static CoreSequenceSuite versions() {
    return new CoreSequenceSuite(
        "starknet.core-versions",
        SHAPE.optionalIn("initial", "raw"),
        Set.of("versions"),
        CoreSteps.MESSAGING);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> headerFields() {
    return headerFields;
  }

  @Override
  public void run(VectorCase vector) {
    Fields fields = vector.fields(shape);
    JsonArray steps = fields.input("steps").asArray();
    Set<Bytes32> named = new LinkedHashSet<>();
    CoreSequence sequence = new CoreSequence(vector, operations, setup(vector, fields, named));
    vector
        .json()
        .optional("raw")
        .ifPresent(raw -> sequence.raw(fields.input("raw").asArray(), steps.items().size()));
    sequence.run(steps);
    sequence.end(fields.fields("finalState", CoreState.SHAPE), named);
  }

  /** State updates are valid: any program, configuration and state will do, and any proof. */
  private static CoreSetup setup(VectorCase vector, Fields fields, Set<Bytes32> named) {
    CoreRules rules = StarknetForms.rules(fields.input("rules"));
    CoreSetup.Builder setup =
        CoreSetup.builder()
            .rules(rules)
            .withMockFunctions()
            .facts(FactRegistry.acceptAll())
            .operator(OPERATOR)
            .feeCollector(CoreSequence.COLLECTOR)
            .messageCancellationDelay(fields.in("cancellationDelay", Forms.UINT256))
            .programs(UInt256.of(1), UInt256.of(2), UInt256.of(3))
            .l2State(UInt256.of(4), Int256.of(5), UInt256.of(6));
    if (vector.json().optional("initial").isPresent()) {
      initial(vector.track(fields.input("initial").asObject(), INITIAL), setup, named);
    }
    return setup.build();
  }

  private static void initial(Fields initial, CoreSetup.Builder setup, Set<Bytes32> named) {
    initial.optionalIn("l1ToL2MessageNonce", Forms.UINT256).ifPresent(setup::l1ToL2MessageNonce);
    for (CoreMap map : CoreMap.values()) {
      initial
          .optionalIn(map.field(), StarknetForms.ENTRIES)
          .ifPresent(
              entries ->
                  entries.forEach(
                      (hash, value) -> {
                        map.put(setup, hash, value);
                        named.add(hash);
                      }));
    }
  }
}
