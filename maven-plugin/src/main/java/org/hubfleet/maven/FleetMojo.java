package org.hubfleet.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.report.TextReport;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;

/** What all goals over a fleet share: where it is, and how problems are reported. */
abstract class FleetMojo extends AbstractMojo {
  /** The config folder. */
  @Parameter(
      property = "hubs.config",
      defaultValue = "${session.request.multiModuleProjectDirectory}/config")
  private File config;

  /** The folder of the compiled files. */
  @Parameter(
      property = "hubs.generated",
      defaultValue = "${session.request.multiModuleProjectDirectory}/generated")
  private File generated;

  Path generated() {
    return generated.toPath();
  }

  /** Compiles, reports every problem, and fails when there is an error. */
  Compilation compile() throws MojoFailureException {
    Compiler compiler = new Compiler();
    Request request = Request.of(config.toPath());
    Outcome<Compilation> outcome = compiler.compile(request);
    report(compiler.sources(request), outcome.diagnostics());
    if (outcome.hasErrors() || outcome.value().isEmpty()) {
      long errors = outcome.diagnostics().stream().filter(Diagnostic::isError).count();
      throw new MojoFailureException(
          errors + (errors == 1 ? " error" : " errors") + " in config, nothing was written");
    }
    return outcome.value().get();
  }

  private void report(Sources sources, List<Diagnostic> diagnostics) {
    TextReport text =
        new TextReport(file -> sources.at(file).map(SourceFile::text).or(Optional::empty));
    for (Diagnostic diagnostic : diagnostics) {
      String lines = text.print(List.of(diagnostic)).stripTrailing();
      if (diagnostic.isError()) {
        getLog().error(lines);
      } else {
        getLog().warn(lines);
      }
    }
  }
}
