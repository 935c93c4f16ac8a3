package org.hubfleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the files of a fleet of colleges that share a cluster, each with a hub and a login. */
final class Colleges {
  private static final String FLEET =
      """
      language: 1
      asOf: 2026-11-21
      deployment: {repository: "https://git.shoreline.example/platform/deployed.git"}
      """;

  private static final String CLUSTER =
      """
      provider: gke
      kubernetes: "1.35"
      region: us-west1
      storage:
        classes: {kept-rwo: {reclaimPolicy: Retain}}
        homes: {class: kept-rwo, nfs: {server: 10.10.0.2, path: /homes, givesOwners: true}, quota: {service: home-nfs}}
        database: {class: kept-rwo}
      entry: {kind: ingress, class: nginx}
      certificates: {issuer: letsencrypt}
      pools:
        core: {purpose: core, machine: n2-standard-4, min: 1, max: 3}
        small: {machine: n2-highmem-4, max: 60}
      """;

  private static final String DISTRIBUTION =
      """
      title: Teaching at our colleges
      extends: classroom@1.0
      environments: {python: {image: "quay.io/shoreline/college:a1b2c3d4e5f6"}}
      page: {funders: {"Shoreline Trust": "https://trust.example"}}
      """;

  private static final String HUB =
      """
      title: College %1$s
      cluster: shared
      domain: c%1$s.colleges.example
      distribution: college
      access:
        institutions:
          college: {idp: "https://idp.c%1$s.example/idp/shibboleth", domains: [c%1$s.example]}
        admins: [dean@c%1$s.example]
      page:
        logo: "https://c%1$s.example/logo.svg"
      """;

  private Colleges() {}

  /** The files of a fleet of so many colleges, by path below {@code config/}. */
  static SortedMap<String, String> files(int count) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("fleet.yaml", FLEET);
    files.put("clusters/shared.yaml", CLUSTER);
    files.put("distributions/college.yaml", DISTRIBUTION);
    for (int number = 1; number <= count; number++) {
      String id = String.format(Locale.ROOT, "%03d", number);
      files.put("communities/college-" + id + "/hub.yaml", String.format(Locale.ROOT, HUB, id));
    }
    return files;
  }

  /** Writes files into a folder called {@code config}. */
  static Path write(SortedMap<String, String> files, Path folder) throws IOException {
    Path config = folder.resolve("config");
    for (var file : files.entrySet()) {
      Path path = config.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return config;
  }
}
