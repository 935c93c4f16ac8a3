package org.hubfleet.maven;

import java.io.File;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.hubfleet.goal.Ending;
import org.hubfleet.goal.Goals;
import org.hubfleet.goal.Root;
import org.hubfleet.goal.Settings;

/** What all goals share: the parameters, and how a run ends for Maven. */
abstract class FleetMojo extends AbstractMojo {
  /** The config folder; by default {@code config/} in the folder of the call or above it. */
  @Parameter(property = "hubs.config")
  private File config;

  /** The folder of the compiled files; by default beside the config folder. */
  @Parameter(property = "hubs.generated")
  private File generated;

  /** The folder of the schemas for editors; by default beside the config folder. */
  @Parameter(property = "hubs.schemas")
  private File schemas;

  /** Only the hubs of this cluster; everything is still read and cross-checked. */
  @Parameter(property = "hubs.cluster")
  private String cluster;

  /** Only this hub, by id or {@code community/file}; everything is still cross-checked. */
  @Parameter(property = "hubs.hub")
  private String hub;

  /** Format of the report: text, github, sarif, json or junit; for links markdown too. */
  @Parameter(property = "hubs.format", defaultValue = "text")
  private String format;

  /** File to write the report to; without it a report other than text goes to the screen. */
  @Parameter(property = "hubs.report")
  private File report;

  /** What fails the run: error or warning. */
  @Parameter(property = "hubs.failOn", defaultValue = "error")
  private String failOn;

  /** Today as {@code YYYY-MM-DD}; by default {@code asOf} of {@code fleet.yaml}. */
  @Parameter(property = "hubs.date")
  private String date;

  /** A Python 3 that checks the syntax of snippets; without it the report says so. */
  @Parameter(property = "hubs.python")
  private String python;

  @Parameter(
      property = "hubs.calledFrom",
      defaultValue = "${session.executionRootDirectory}",
      readonly = true)
  private File calledFrom;

  @Parameter(defaultValue = "${session.request.interactiveMode}", readonly = true)
  private boolean interactive;

  /** The name of the goal. */
  abstract String goal();

  /** Adds what only this goal can be told. */
  void add(Map<org.hubfleet.goal.Parameter, String> parameters) {}

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    Map<org.hubfleet.goal.Parameter, String> given =
        new EnumMap<>(org.hubfleet.goal.Parameter.class);
    put(given, org.hubfleet.goal.Parameter.CONFIG, config);
    put(given, org.hubfleet.goal.Parameter.GENERATED, generated);
    put(given, org.hubfleet.goal.Parameter.SCHEMAS, schemas);
    put(given, org.hubfleet.goal.Parameter.CLUSTER, cluster);
    put(given, org.hubfleet.goal.Parameter.HUB, hub);
    put(given, org.hubfleet.goal.Parameter.FORMAT, format);
    put(given, org.hubfleet.goal.Parameter.REPORT, report);
    put(given, org.hubfleet.goal.Parameter.FAIL_ON, failOn);
    put(given, org.hubfleet.goal.Parameter.DATE, date);
    put(given, org.hubfleet.goal.Parameter.PYTHON, python);
    add(given);
    File parent = config == null ? null : config.getAbsoluteFile().getParentFile();
    Settings settings =
        Settings.of(
            parent == null ? Root.above(calledFrom.toPath()) : parent.toPath(),
            calledFrom.toPath(),
            given);
    end(
        Goals.run(
            Goals.named(goal()).orElseThrow(), settings, new LogConsole(getLog(), interactive)));
  }

  private static void end(Ending ending) throws MojoExecutionException, MojoFailureException {
    if (ending.exit() == Ending.Exit.WRONG_USE) {
      throw new MojoExecutionException(ending.message());
    }
    if (!ending.isFine()) {
      throw new MojoFailureException(ending.message());
    }
  }

  /** Puts what was given. */
  static void put(
      Map<org.hubfleet.goal.Parameter, String> given,
      org.hubfleet.goal.Parameter parameter,
      Object value) {
    Optional.ofNullable(value).ifPresent(v -> given.put(parameter, v.toString()));
  }
}
