package org.hubfleet.e2e.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Definitions of custom resources as their projects release them: one a file, named {@code
 * <group>_<plural>.yaml}.
 */
public final class CustomResources {
  private static final String PATH = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private CustomResources() {}

  /** Applies every definition below a folder and waits until the server serves them all. */
  public static void install(Api api, Path folder) throws IOException {
    List<String> paths = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        String[] name = file.getFileName().toString().replace(".yaml", "").split("_", 2);
        paths.add(PATH + name[1] + "." + name[0]);
        Api.Answer answer = api.apply(paths.get(paths.size() - 1), Files.readString(file), false);
        if (!answer.isFine()) {
          throw new IllegalStateException(file + ": " + answer.message());
        }
      }
    }
    Deadline.after(PATIENCE)
        .await("custom resources", () -> paths.stream().allMatch(path -> isServed(api, path)));
  }

  private static boolean isServed(Api api, String path) {
    return api.get(path).body().contains("\"reason\":\"InitialNamesAccepted\"");
  }
}
