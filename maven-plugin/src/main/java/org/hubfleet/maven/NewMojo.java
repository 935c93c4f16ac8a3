package org.hubfleet.maven;

import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the first file of a hub, with comments that teach, once it compiles. Needs hub, as
 * community or community/hub, and how people log in. Never overwrites a file.
 */
@Mojo(
    name = "new",
    requiresProject = false,
    aggregator = true,
    threadSafe = true,
    inheritByDefault = false)
public final class NewMojo extends FleetMojo {
  /** What people call the hub; by default made from its name. */
  @Parameter(property = "hubs.title")
  private String title;

  /** The host name under which people reach it. */
  @Parameter(property = "hubs.domain")
  private String domain;

  /** The distribution it is built on, such as classroom or classroom@1.0. */
  @Parameter(property = "hubs.distribution")
  private String distribution;

  /** How people log in: github, google, institutions, moodle, keycloak, password, ... */
  @Parameter(property = "hubs.login")
  private String login;

  /** Who may: organisations, domains, institutions or addresses, separated by commas. */
  @Parameter(property = "hubs.allowed")
  private String allowed;

  /** Who looks after the hub, names separated by commas. */
  @Parameter(property = "hubs.admins")
  private String admins;

  @Override
  String goal() {
    return "new";
  }

  @Override
  void add(Map<org.hubfleet.goal.Parameter, String> parameters) {
    put(parameters, org.hubfleet.goal.Parameter.TITLE, title);
    put(parameters, org.hubfleet.goal.Parameter.DOMAIN, domain);
    put(parameters, org.hubfleet.goal.Parameter.DISTRIBUTION, distribution);
    put(parameters, org.hubfleet.goal.Parameter.LOGIN, login);
    put(parameters, org.hubfleet.goal.Parameter.ALLOWED, allowed);
    put(parameters, org.hubfleet.goal.Parameter.ADMINS, admins);
  }
}
