// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.picture;

import static io.crossline.simulation.picture.Lines.line;
import static io.crossline.simulation.picture.Lines.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPageTest {
  private static final String EVIL =
      "</script><script>alert(1)</script><!-- \"'&\\ \u2028 {{data}} $1 \ud83d\ude00";

  private static RunPicture.Builder small() {
    RunPicture.Builder builder = picture();
    builder.add(line(0, "L1", "sent", "m1", "SENT"));
    builder.add(line(5, "L2", "fault: sequencer crashes, back in 60 s"));
    builder.add(line(90, "L2", "ran", "m1", "DONE"));
    return builder;
  }

  private static String between(String page, String start, String end) {
    int from = page.indexOf(start) + start.length();
    assertThat(from).isGreaterThanOrEqualTo(start.length());
    return page.substring(from, page.indexOf(end, from));
  }

  private static JsonObject data(String page) {
    String json = between(page, "<script type=\"application/json\" id=\"data\">", "</script>");
    return JsonReader.read("page", json).asObject();
  }

  private static List<String> texts(JsonObject data) {
    return data.required("texts").asArray().items().stream().map(JsonValue::asText).toList();
  }

  @Test
  void thePageNeedsNothingBesidesItself() {
    String page = RunPage.html(small().build());
    assertThat(page).doesNotContainPattern("(?i)https?:").doesNotContain("//cdn", "@import");
    assertThat(page)
        .doesNotContainPattern("(?i)\\b(src|href|action|srcset|data)\\s*=\\s*[\"'](?!#)");
    assertThat(page)
        .doesNotContainPattern("(?i)url\\(|fetch\\(|XMLHttpRequest|WebSocket|import\\(");
    assertThat(page).doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(");
    assertThat(page).doesNotContainPattern("\\{\\{|}}\\w");
  }

  @Test
  void thePolicyForbidsConnectionsAndNamesScriptAndStyleByHash() throws NoSuchAlgorithmException {
    String page = RunPage.html(small().build());
    String policy = between(page, "Content-Security-Policy\" content=\"", "\"");
    assertThat(policy).contains("default-src 'none'", "connect-src 'none'", "form-action 'none'");
    assertThat(policy).doesNotContain("unsafe");
    for (String part : List.of("style", "script")) {
      String content = between(page, "<" + part + ">", "</" + part + ">");
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      assertThat(policy)
          .contains(part + "-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }
  }

  @Test
  void theDataIsJsonAndHasAllThatIsDrawn() {
    JsonObject data = data(RunPage.html(small().build()));
    assertThat(data.required("lanes").asArray().items()).hasSize(2);
    assertThat(data.required("messages").asArray().items()).hasSize(1);
    assertThat(data.required("faults").asArray().items()).hasSize(1);
    List<JsonValue> message = data.required("messages").asArray().items().get(0).asArray().items();
    assertThat(message.get(0).asText()).isEqualTo("m1");
    List<JsonValue> steps = message.get(6).asArray().items();
    assertThat(steps).hasSize(10);
    assertThat(steps.get(5).asInt(0, 1_000_000)).isEqualTo(90_000);
    assertThat(texts(data).get(steps.get(9).asInt(0, 100))).isEqualTo("ran");
  }

  @Test
  void nothingThatAMessageSaysBecomesMarkup() {
    RunPicture.Builder builder = RunPicture.builder(EVIL, EVIL, Set.of());
    builder.add(line(0, EVIL, EVIL, EVIL, EVIL));
    builder.add(line(1, EVIL, "fault: " + EVIL));
    builder.identify(EVIL, EVIL, EVIL);
    String page = RunPage.html(builder.build());
    Matcher scripts = Pattern.compile("(?i)</?script|<!--").matcher(page);
    // Two elements of script, and the two comments of the page's own.
    assertThat(scripts.results().map(match -> match.group().toLowerCase()))
        .containsExactly("<!--", "<!--", "<script", "</script", "<script", "</script");
    assertThat(page)
        .contains(
            "<title>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- &quot;&#39;&amp;");
    JsonObject data = data(page);
    assertThat(data.required("title").asText()).isEqualTo(EVIL);
    assertThat(texts(data)).contains(EVIL);
    assertThat(page).doesNotContain("\u2028alert");
  }

  @Test
  void theSamePictureGivesTheSamePage(@TempDir Path folder) throws IOException {
    String page = RunPage.html(small().build());
    assertThat(RunPage.html(small().build())).isEqualTo(page);
    RunPage.write(small().build(), folder.resolve("run.html"));
    assertThat(Files.readString(folder.resolve("run.html"))).isEqualTo(page);
    RunPicture.Builder other = small();
    other.add(line(91, "L2", "ran again", "m1", "DONE"));
    assertThat(RunPage.html(other.build())).isNotEqualTo(page);
  }

  @Test
  void whatIsNotDrawnIsSaidInWords() {
    assertThat(RunPage.html(small().build()))
        .contains("<p class=\"undrawn\"></p>", "1 message · 1 fault · 2 chains");
    RunPicture all = small().build();
    RunPicture part =
        new RunPicture(
            all.title(),
            all.subtitle(),
            all.lanes(),
            all.messages(),
            all.faults(),
            Map.of("SENT", 5_000L, "SETTLED", 990_000L),
            12);
    assertThat(RunPage.html(part))
        .contains("995,000 more messages are not drawn: 990,000 SETTLED, 5,000 SENT. Failed and")
        .contains("12 more faults are not marked")
        .contains("995,001 messages · 13 faults · 2 chains");
  }

  @Test
  void aLaneThatThePictureHasNotIsRefused() {
    RunPicture.Builder builder = small();
    FaultMark fault =
        new FaultMark(Duration.ZERO, "L1", Optional.of("L2"), Duration.ZERO, "dropped");
    builder.add(fault);
    RunPicture picture = builder.build();
    assertThat(RunPage.html(picture)).contains("dropped");
    RunPicture without =
        new RunPicture(
            "", "", List.of(new Lane("L1", 0)), List.of(), picture.faults(), Map.of(), 0);
    assertThatThrownBy(() -> RunPage.html(without))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the lane L2");
  }
}
