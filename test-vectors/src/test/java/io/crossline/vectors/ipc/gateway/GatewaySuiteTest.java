// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonFile;
import io.crossline.vectors.ConformanceSuites;
import io.crossline.vectors.ShippedVectors;
import io.crossline.vectors.runner.CaseFailure;
import io.crossline.vectors.runner.CaseRunner;
import io.crossline.vectors.runner.VectorFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts from a case that passes and changes one thing. In text blocks a quote is written '. */
class GatewaySuiteTest {
  private static final String VALID =
      """
      {'format': 'xmsg-vectors/1', 'suite': 'ipc.gateway', 'cases': [{'id': 'one',
        'network': {
          'gateways': [{'alias': 'root', 'address': '@60', 'subnetId': {'root': '0x7', 'route': []},
            'bottomUpCheckPeriod': '0xa', 'maxTreeDepth': 10, 'generalPurposeCrossMsg': true,
            'balance': '0x64', 'children': [{'alias': 'A', 'actor': '@a1',
              'supplySource': {'kind': 'Native', 'tokenAddress': '@00'},
              'genesisCircSupply': '0x64', 'collateral': '0x0',
              'approved': true, 'registered': true}]}],
          'contracts': [
            {'address': '@c1', 'name': 'silent', 'onGateway': 'root', 'note': 'a note',
             'behaviour': {'kind': 'returns', 'data': '0x', 'plainTransfers': 'reject'}},
            {'address': '@c2', 'name': 'busy', 'onGateway': 'root',
             'behaviour': {'kind': 'by-kind', 'Call': {'kind': 'calls', 'data': '0x', 'calls': [
               {'target': '@60', 'value': '0x0', 'data': '0x7f7999f4', 'bubble': true,
                'decoded': {'propagateAll': true}}]}}},
            {'address': '@c3', 'name': 'nobody', 'onGateway': 'root',
             'behaviour': {'kind': 'eoa'}}],
          'tokens': [{'address': '@70', 'name': 'T', 'onGateway': 'root',
            'balances': [{'account': '@c1', 'amount': '0x5'}], 'allowances': [],
            'behaviour': {'kind': 'deflationary', 'percent': 10}}],
          'accounts': [{'address': '@c3', 'balance': '0x9'}]},
        'steps': [
          {'op': 'release', 'gateway': 'root', 'to': {'addrType': 4, 'payload': '0x'},
           'caller': '@c3', 'value': '0x9', 'blockNumber': '0x5', 'expect': {
             'error': 'NoParentForSubnet', 'args': {}, 'data': '0x2f10c6c1', 'state': {'root': {
               'bottomUpNonce': '0x0', 'appliedTopDownNonce': '0x0', 'children': [
                 {'alias': 'A', 'subnetId': {'root': '0x7', 'route': ['@a1']},
                  'topDownNonce': '0x0', 'appliedBottomUpNonce': '0x0', 'circSupply': '0x64',
                  'stake': '0x0'}], 'postboxKeys': [], 'batch': null}}}},
          {'op': 'propagateAll', 'gateway': 'root', 'caller': '@c3', 'value': '0x9',
           'mint': '0x1', 'blockNumber': '0x5', 'expect': {'events': [], 'balances': [
             {'asset': 'native', 'account': '@c3', 'before': '0x9', 'after': '0x0'},
             {'asset': 'native', 'account': '@60', 'before': '0x64', 'after': '0x6e'}],
             'state': {}}}]}]}
      """;

  private final Schema schema = schema();

  private static Schema schema() {
    try (InputStream in =
        ShippedVectors.class.getResourceAsStream(
            "/META-INF/crossline/schema/vectors.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(String text) {
    return text.replace('\'', '"').replace("@", "0x" + "0".repeat(38));
  }

  private static String changed(String part, String instead) {
    String valid = json(VALID);
    assertThat(valid.split(Pattern.quote(json(part)), -1))
        .as("%s stands there once", part)
        .hasSize(2);
    return valid.replace(json(part), json(instead));
  }

  private static Optional<CaseFailure> run(String text) {
    try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      VectorFile file = VectorFile.of(JsonFile.read("test.json", in), ConformanceSuites.all());
      return CaseRunner.run(file.suite(), file.cases().get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aSmallCasePasses() {
    assertThat(run(json(VALID))).isEmpty();
    assertThat(schema.validate(json(VALID), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'op': 'release'          | 'op': 'relaese'                | steps[0].op",
        "'mint': '0x1'            | 'mnit': '0x1'                  | steps[1].mnit",
        "'kind': 'eoa'            | 'kind': 'oea'                  | contracts[2].behaviour.kind",
        "'kind': 'eoa'            | 'kind': 'eoa', 'data': '0x'    | contracts[2].behaviour.data",
        "'kind': 'deflationary'   | 'kind': 'hyperinflationary'    | tokens[0].behaviour.kind",
        "'percent': 10            | 'percent': 101                 | tokens[0].behaviour.percent",
        "'decoded': {'propagateAll' | 'decoded': {'propagateAny'   | decoded",
        "'plainTransfers': 'reject' | 'plainTransfers': 'refuse'   | plainTransfers",
        "'kind': 'calls', 'data': '0x', | 'kind': 'calls',         | behaviour.Call",
        "'registered': true       | 'registered': 'yes'            | children[0].registered",
        "'bottomUpCheckPeriod': '0xa' | 'bottomUpCheckPeriod': '0x0' | bottomUpCheckPeriod",
        "'state': {}              | 'state': {}, 'returns': '0x'   | steps[1].expect.returns",
        "'state': {}              | 'state': {}, 'exchange': {}    | steps[1].expect.exchange",
        "'events': [], 'balances' | 'balances'                     | steps[1].expect",
      })
  void whatIsUnknownMakesTheFileInvalidForRunnerAndSchema(
      String part, String instead, String place) {
    String text = changed(part, instead);
    assertThatExceptionOfType(InvalidJsonException.class)
        .isThrownBy(() -> run(text))
        .satisfies(e -> assertThat(e.place().path().toString()).endsWith(place));
    assertThat(schema.validate(text, InputFormat.JSON)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'name': 'nobody', 'onGateway': 'root' | 'name': 'nobody', 'onGateway': 'boot' | onGateway",
        "{'address': '@c2'           | {'address': '@c1'              | contracts[1].address",
        "'name': 'busy',             | 'name': 'busy', 'actorOf': 'A', | actorOf",
        "'value': '0x9', 'blockNumber' | 'value': '0x9', 'child': 'B', 'blockNumber' | child",
        "'mint': '0x1', 'blockNumber': '0x5' | 'mint': '0x1', 'blockNumber': '0x4' | blockNumber",
        "'state': {}                 | 'state': {'boot': {}}          | state.boot",
      })
  void whatDoesNotFitTogetherMakesTheFileInvalid(String part, String instead, String place) {
    assertThatExceptionOfType(InvalidJsonException.class)
        .isThrownBy(() -> run(changed(part, instead)))
        .satisfies(e -> assertThat(e.place().path().toString()).endsWith(place));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'error': 'NoParentForSubnet', 'args': {}, 'data': '0x2f10c6c1' | 'events': [] | events",
        "'events': [], 'balances'  | 'revert': 'no', 'data': '0x', 'balances'     | revert",
        "'before': '0x9'           | 'before': '0x8'                              | before",
        "'after': '0x6e'           | 'after': '0x6f'                              | after",
        "'circSupply': '0x64',     | 'circSupply': '0x65',                        | circSupply",
        "'state': {}               | 'state': {}, 'calls': [{'from': '@60', 'to': '@c1', 'value': "
            + "'0x0', 'method': 'transfer', 'success': true, 'output': '0x'}] | calls[0]",
        "'data': '0x7f7999f4'      | 'data': '0x7f7999f5'                 | decoded.propagateAll",
        "{'alias': 'A', 'subnetId' | {'alias': 'B', 'subnetId'                    | alias",
      })
  void whatDoesNotComeTrueFailsTheCase(String part, String instead, String place) {
    CaseFailure failure = run(changed(part, instead)).orElseThrow();
    assertThat(failure.differences())
        .anySatisfy(difference -> assertThat(difference.place().path().toString()).endsWith(place));
  }

  @Test
  void aBalanceThatChangesMustBeNamed() {
    String named = "{'asset': 'native', 'account': '@c3', 'before': '0x9', 'after': '0x0'},";
    CaseFailure failure = run(changed(named, "")).orElseThrow();
    assertThat(failure.differences()).hasSize(1);
    assertThat(failure.differences().get(0).actual()).isEqualTo("0x9 became 0x0");
    assertThat(run(changed(named, named + named))).isPresent();
  }
}
