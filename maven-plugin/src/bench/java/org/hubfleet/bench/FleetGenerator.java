package org.hubfleet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes a config folder of N hubs that look like those of a real fleet: nine in ten teach with one
 * image, the others have profile lists with image and size choices; six clusters, logins by
 * reference, homes on static volumes.
 */
final class FleetGenerator {
  private static final List<String> PROVIDERS =
      List.of("gke", "eks", "aks", "openstack", "k3s", "other");
  private static final List<String> MINORS = List.of("1.34", "1.35", "1.36");

  /** Of all hubs, those with profile lists; 65 of 171 in the fleet that this copies in kind. */
  private static final double RESEARCH = 65.0 / 171;

  private final Path config;

  FleetGenerator(Path config) {
    this.config = config;
  }

  void write(int hubs) throws IOException {
    put("fleet.yaml", "language: 1\nasOf: 2026-11-21\n");
    for (int i = 0; i < PROVIDERS.size(); i++) {
      put(
          "clusters/c" + i + ".yaml",
          """
          provider: %s
          kubernetes: "%s"
          entry: {kind: ingress, class: nginx}
          certificates: {issuer: letsencrypt}
          """
              .formatted(PROVIDERS.get(i), MINORS.get(i % MINORS.size())));
    }
    for (int i = 0; i < hubs; i++) {
      String name = String.format(Locale.ROOT, "lab-%04d", i);
      boolean research = (i * RESEARCH) % 1 + RESEARCH >= 1;
      put(
          "communities/" + name + "/hub.yaml",
          hub(i, name) + (research ? research(i) : teaching(i)));
    }
  }

  private static String hub(int i, String name) {
    return """
        title: Laboratory %d
        cluster: c%d
        domain: %s.fleet.example
        secrets:
          jupyterhub.hub.config.GitHubOAuthenticator.client_id: {secret: %s-login, key: client-id}
          jupyterhub.hub.config.GitHubOAuthenticator.client_secret: {secret: %s-login, key: client-secret}
        expects:
        - {kind: PersistentVolumeClaim, name: home-nfs}
        overrides:
        - why: How this laboratory works.
          values:
            jupyterhub:
              hub:
                config:
                  JupyterHub:
                    authenticator_class: github
                  GitHubOAuthenticator:
                    oauth_callback_url: https://%s.fleet.example/hub/oauth_callback
                    allowed_organizations: [laboratory-%d]
                    scope: [read:org]
                  Authenticator:
                    admin_users: [lead-%d, help-%d]
                extraConfig:
                  10-greeting: |
                    import os
                    c.JupyterHub.template_vars = {"greeting": "Laboratory %d", "host": os.environ.get("HOSTNAME", "")}
              cull: {timeout: 3600, maxAge: 43200}
              singleuser:
                defaultUrl: /lab
                extraEnv:
                  LABORATORY: "%d"
                storage:
                  type: static
                  static: {pvcName: home-nfs, subPath: "{username}"}
        """
        .formatted(i, i % PROVIDERS.size(), name, name, name, name, i, i, i, i, i);
  }

  private static String teaching(int i) {
    return """
                image: {name: quay.io/laboratory/teaching, tag: "2026.%d"}
                memory: {guarantee: 512M, limit: 2G}
                cpu: {limit: 2}
        """
        .formatted(i % 12 + 1);
  }

  private static String research(int i) {
    StringBuilder text = new StringBuilder();
    text.append("        profileList:\n");
    for (String profile : List.of("cpu", "gpu")) {
      text.append("        - display_name: ")
          .append(profile.toUpperCase(Locale.ROOT))
          .append(" of laboratory ")
          .append(i)
          .append('\n');
      text.append("          slug: ").append(profile).append('\n');
      text.append("          default: ").append(profile.equals("cpu")).append('\n');
      text.append("          kubespawner_override: {node_selector: {pool: ")
          .append(profile)
          .append("}}\n");
      text.append(
          "          profile_options:\n            image:\n              display_name: Image\n              choices:\n");
      for (String image : List.of("python", "r", "julia", "pangeo")) {
        text.append("                ")
            .append(image)
            .append(":\n                  display_name: ")
            .append(image);
        text.append("\n                  default: ").append(image.equals("python"));
        text.append("\n                  kubespawner_override: {image: \"quay.io/laboratory/")
            .append(image);
        text.append(":2026.").append(i % 12 + 1).append("\", default_url: /lab}\n");
      }
      text.append("            size:\n              display_name: Size\n              choices:\n");
      for (int gigabytes = 2; gigabytes <= 64; gigabytes *= 2) {
        text.append("                mem_")
            .append(gigabytes)
            .append(":\n                  display_name: ")
            .append(gigabytes);
        text.append(" GB\n                  default: ").append(gigabytes == 2);
        text.append("\n                  kubespawner_override: {mem_guarantee: ")
            .append(gigabytes)
            .append("G, mem_limit: ");
        text.append(gigabytes)
            .append("G, cpu_guarantee: ")
            .append(gigabytes / 8.0)
            .append(", cpu_limit: 8}\n");
      }
    }
    return text.toString();
  }

  private void put(String file, String text) throws IOException {
    Path path = config.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
