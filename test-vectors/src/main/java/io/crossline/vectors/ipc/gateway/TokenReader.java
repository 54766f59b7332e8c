// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.EthAddress;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the tokens of a case. */
final class TokenReader {
  private static final Shape TOKEN =
      Shape.of()
          .in("address", "name", "onGateway", "balances", "allowances")
          .optionalIn("behaviour");
  private static final Shape BALANCE = Shape.of().in("account", "amount");
  private static final Shape ALLOWANCE = Shape.of().in("owner", "spender", "amount");

  private static final Shape KIND = Shape.of().in("kind");
  private static final Shape PERCENT = KIND.in("percent");
  private static final Shape SCRIPTED =
      KIND.in("on", "moves", "result", "data").optionalIn("calls", "callsFirst");

  private static final Form<Integer> PERCENTAGE = Forms.number(0, 100);
  private static final Form<List<TokenScript.Function>> FUNCTIONS =
      Forms.list(Forms.member(TokenScript.Function.values(), TokenScript.Function::written));

  /** How a scripted function ends. */
  private enum Result {
    RETURNS("returns"),
    REVERTS("reverts");

    private final String written;

    Result(String written) {
      this.written = written;
    }
  }

  private static final Form<Result> RESULT =
      Forms.member(Result.values(), result -> result.written);

  /**
   * What a token does.
   *
   * @param movement what a transfer moves
   * @param script what else it does
   */
  record Behaviour(TokenMovement movement, TokenScript script) {}

  /** An ERC-20 that does what it is told. */
  private static final Behaviour TRUE_ERC20 = new Behaviour(TokenMovement.EXACT, TokenScript.NONE);

  private record Kind(Shape shape, KindReader reader) {}

  private interface KindReader {
    Optional<Behaviour> read(VectorCase vector, Fields fields);
  }

  private static final Map<String, Kind> KINDS =
      Map.of(
          "deflationary",
          new Kind(
              PERCENT,
              (vector, fields) ->
                  moving(TokenMovement.deflationary(fields.in("percent", PERCENTAGE)))),
          "inflationary",
          new Kind(
              PERCENT,
              (vector, fields) ->
                  moving(TokenMovement.inflationary(fields.in("percent", PERCENTAGE)))),
          "nil",
          new Kind(KIND, (vector, fields) -> moving(TokenMovement.NONE)),
          "no-code",
          new Kind(KIND, (vector, fields) -> Optional.empty()),
          "scripted",
          new Kind(SCRIPTED, TokenReader::scripted));

  private TokenReader() {}

  private static Optional<Behaviour> moving(TokenMovement movement) {
    return Optional.of(new Behaviour(movement, TokenScript.NONE));
  }

  private static Optional<Behaviour> scripted(VectorCase vector, Fields fields) {
    TokenScript script =
        new TokenScript(
            Set.copyOf(fields.in("on", FUNCTIONS)),
            fields.in("moves", Forms.BOOL),
            fields.in("result", RESULT) == Result.REVERTS,
            fields.in("data", Forms.BYTES),
            fields.has("calls") ? ScriptedCall.readAll(vector, fields.input("calls")) : List.of(),
            fields.optionalIn("callsFirst", Forms.BOOL).orElse(false));
    return Optional.of(new Behaviour(TokenMovement.EXACT, script));
  }

  /** Reads a token and puts it into the network. */
  static void read(VectorCase vector, JsonObject json, NetworkBuilder network) {
    Fields fields = vector.track(json, TOKEN);
    fields.in("name", Forms.TEXT);
    network.requireGateway(fields.input("onGateway"));
    EthAddress address = fields.in("address", Forms.ADDRESS);
    TokenLedger ledger = new TokenLedger(network.chain().state().scope("token " + address));
    for (JsonValue item : fields.input("balances").asArray().items()) {
      Fields balance = vector.track(item.asObject(), BALANCE);
      ledger.mint(balance.in("account", Forms.ADDRESS), balance.in("amount", Forms.UINT256));
    }
    for (JsonValue item : fields.input("allowances").asArray().items()) {
      Fields allowance = vector.track(item.asObject(), ALLOWANCE);
      ledger.approve(
          allowance.in("owner", Forms.ADDRESS),
          allowance.in("spender", Forms.ADDRESS),
          allowance.in("amount", Forms.UINT256));
    }
    network.addToken(address, ledger);
    behaviour(vector, fields)
        .ifPresent(
            behaviour ->
                network.deploy(
                    fields.input("address"),
                    address,
                    new TokenContract(ledger, behaviour.movement(), behaviour.script())));
  }

  /** How a token behaves; nothing if there is no code. */
  private static Optional<Behaviour> behaviour(VectorCase vector, Fields token) {
    if (!token.has("behaviour")) {
      return Optional.of(TRUE_ERC20);
    }
    JsonObject json = token.input("behaviour").asObject();
    Kind kind = vector.named(json, "kind", KINDS);
    Fields fields = vector.track(json, kind.shape());
    fields.input("kind");
    return kind.reader().read(vector, fields);
  }
}
