// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws a picture as one HTML page that needs nothing besides itself: no network, no other file. It
 * forbids itself all connections, and runs no script but its own, whose hash it states. The same
 * picture gives the same bytes.
 *
 * <p>When it is drawn, the page's {@code body} has the attributes {@code data-ready="true"} and
 * {@code data-drawn}, the number of messages drawn.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class RunPage {
  /** The parts of the script, which stand in one scope in this order. */
  private static final List<String> SCRIPTS =
      List.of(
          "model.js",
          "time.js",
          "view.js",
          "lines.js",
          "backdrop.js",
          "drawing.js",
          "overview.js",
          "pointing.js",
          "panel.js",
          "moving.js",
          "filters.js",
          "begin.js");

  private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z]+)}}");

  private RunPage() {}

  /**
   * Draws a picture.
   *
   * @param picture what to draw
   * @return the page
   * @throws IllegalArgumentException if a message or a fault is on a lane that the picture has not
   */
  public static String html(RunPicture picture) {
    String style = resource("page.css");
    String script = script();
    String policy =
        "default-src 'none'; style-src "
            + hash(style)
            + "; script-src "
            + hash(script)
            + "; connect-src 'none'; base-uri 'none'; form-action 'none'";
    Map<String, String> parts =
        Map.of(
            "policy", policy,
            "style", style,
            "script", script,
            "data", PictureJson.write(picture),
            "title", escape(picture.title()),
            "subtitle", escape(picture.subtitle()),
            "counts", escape(counts(picture)),
            "undrawn", escape(undrawn(picture)));
    return HOLE.matcher(resource("page.html"))
        .replaceAll(
            hole -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(hole.group(1)))));
  }

  /**
   * Draws a picture into a file, which is replaced if it is there.
   *
   * @param picture what to draw
   * @param file where to
   * @throws IOException if the file cannot be written
   * @throws IllegalArgumentException as {@link #html}
   */
  public static void write(RunPicture picture, Path file) throws IOException {
    Files.writeString(file, html(picture));
  }

  private static String counts(RunPicture picture) {
    long others = others(picture);
    long messages = picture.messages().size() + others;
    long faults = picture.faults().size() + picture.faultsNotMarked();
    return count(messages, "message")
        + " · "
        + count(faults, "fault")
        + " · "
        + count(picture.lanes().size(), "chain");
  }

  /** What is not drawn, in words; empty if all is. */
  private static String undrawn(RunPicture picture) {
    StringJoiner text = new StringJoiner(" ");
    long others = others(picture);
    if (others > 0) {
      StringJoiner byStatus = new StringJoiner(", ");
      picture.aggregated().entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .forEach(entry -> byStatus.add(number(entry.getValue()) + " " + entry.getKey()));
      text.add(
          number(others)
              + (others == 1 ? " more message is" : " more messages are")
              + " not drawn: "
              + byStatus
              + ". Failed and faulted ones are drawn first, then the earliest.");
    }
    if (picture.faultsNotMarked() > 0) {
      text.add(
          count(picture.faultsNotMarked(), "more fault")
              + (picture.faultsNotMarked() == 1 ? " is" : " are")
              + " not marked; those that are lie evenly among them.");
    }
    return text.toString();
  }

  private static long others(RunPicture picture) {
    return picture.aggregated().values().stream().mapToLong(Long::longValue).sum();
  }

  private static String count(long count, String what) {
    return number(count) + " " + what + (count == 1 ? "" : "s");
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    List<String> entities = List.of("&amp;", "&lt;", "&gt;", "&quot;", "&#39;");
    for (char c : text.toCharArray()) {
      int special = "&<>\"'".indexOf(c);
      if (special >= 0) {
        escaped.append(entities.get(special));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String hash(String content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(content.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String script() {
    StringBuilder script = new StringBuilder("\n(() => {\n'use strict';\n");
    SCRIPTS.forEach(part -> script.append(resource(part)));
    return script.append("})();\n").toString();
  }

  private static String resource(String name) {
    try (InputStream in = RunPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the page's own " + name + " cannot be read", e);
    }
  }
}
