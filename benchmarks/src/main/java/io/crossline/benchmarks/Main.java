// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks;

import io.crossline.benchmarks.durable.DurableReport;
import io.crossline.benchmarks.ratio.RatiosCommand;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** What {@code java -jar benchmarks.jar} runs. */
public final class Main {
  private static final int BAD_ARGUMENTS = 2;

  private static final String USAGE =
      """
      usage: java -jar benchmarks.jar ratios [--quick] [--json] [--durable] [--root DIR]
             java -jar benchmarks.jar durable
             java -jar benchmarks.jar jmh [JMH options]
             java -jar benchmarks.jar --help

      ratios  checks what we promise about speed; prints a line each:  name ratio limit ok|over
      durable tells how many messages a second producers get acknowledged by a core
              contract on a store, and how long it takes to reopen a million of them
      jmh     runs the JMH benchmarks

      options of ratios:
        --quick     shorter samples, as many rounds: half a minute
        --json      the same for machines, with time and bytes of an operation
        --durable   the lines about durable stores, instead of all others
        --root DIR  the checkout whose ./crossline is measured
                    (without it: the folder above the jar that has one)
      exit code of ratios: 0 if every line is ok, 1 if one is over, 2 for bad arguments,
        3 if none is over but one could not be measured, and says why

      examples:
        java -jar benchmarks/target/benchmarks.jar ratios --quick
        java -jar benchmarks/target/benchmarks.jar ratios --json > ratios.json
        java -jar benchmarks/target/benchmarks.jar jmh -l
        java -jar benchmarks/target/benchmarks.jar jmh MessageHash -prof gc
        java -jar benchmarks/target/benchmarks.jar jmh -h
      """;

  private Main() {}

  /**
   * Runs one of the programs and exits with its code.
   *
   * @param args the name of the program and its arguments
   * @throws IOException if JMH cannot write its results
   */
  public static void main(String[] args) throws IOException {
    String program = args.length == 0 ? "" : args[0];
    List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
    switch (program) {
      case "ratios" -> System.exit(rest.contains("--help") ? help() : RatiosCommand.run(rest));
      case "durable" -> DurableReport.print(System.out);
      case "jmh" -> org.openjdk.jmh.Main.main(rest.toArray(String[]::new));
      case "--help", "-h", "help" -> System.exit(help());
      default -> {
        System.err.println(
            program.isEmpty()
                ? "benchmarks: say what to run: ratios, durable or jmh"
                : "benchmarks: found " + program + ", must be ratios, durable, jmh or --help");
        System.err.print(USAGE);
        System.exit(BAD_ARGUMENTS);
      }
    }
  }

  private static int help() {
    System.out.print(USAGE);
    return 0;
  }
}
