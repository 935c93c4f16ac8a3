package org.hubfleet.maven;

import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints links and badges that open a repository in a hub; or says to which hub, repository and
 * path links lead. Formats are text, markdown and json.
 */
@Mojo(
    name = "links",
    requiresProject = false,
    aggregator = true,
    threadSafe = true,
    inheritByDefault = false)
public final class LinksMojo extends FleetMojo {
  /** A name below content of the hub file, or the address of a repository; by default all. */
  @Parameter(property = "hubs.content")
  private String content;

  /** The branch of the repository; by default what the hub file says. */
  @Parameter(property = "hubs.branch")
  private String branch;

  /** The file or folder in the repository; by default what the hub file says. */
  @Parameter(property = "hubs.path")
  private String path;

  /** What opens it: lab, classic, rstudio, code or desktop; by default what people see first. */
  @Parameter(property = "hubs.ui")
  private String ui;

  /** A link to be read, or a text file with links. */
  @Parameter(property = "hubs.link")
  private String link;

  @Override
  String goal() {
    return "links";
  }

  @Override
  void add(Map<org.hubfleet.goal.Parameter, String> parameters) {
    put(parameters, org.hubfleet.goal.Parameter.CONTENT, content);
    put(parameters, org.hubfleet.goal.Parameter.BRANCH, branch);
    put(parameters, org.hubfleet.goal.Parameter.PATH, path);
    put(parameters, org.hubfleet.goal.Parameter.UI, ui);
    put(parameters, org.hubfleet.goal.Parameter.LINK, link);
  }
}
