package org.hubfleet.capability.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.ValuePath;

/**
 * Lowers {@code files} to files of every server. Reports {@code files/too-large} and what {@link
 * FileContent} and {@link FilePlaces} report.
 */
public final class ServerFiles implements Capability {
  private static final RuleName TOO_LARGE = RuleName.of("files/too-large");
  private static final String KEY = "files";

  /** {@code MaxSecretSize} of Kubernetes 1.34, which holds for ConfigMaps too. */
  private static final long MOST_BYTES = 1_048_576;

  /** rwxr-xr-x. */
  private static final int EXECUTABLE = 0755;

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    Mapping files =
        hub.tree().get(KEY).flatMap(Node::mapping).orElse(Mapping.empty(hub.clusterOrigin()));
    FilePlaces.inspect(files, problems);
    List<FileContent> contents = new ArrayList<>();
    files
        .entries()
        .forEach(
            (path, entry) -> FileContent.of(hub, path, entry, problems).ifPresent(contents::add));
    if (isTooLarge(hub, contents, problems)) {
      return Mapping.empty(hub.clusterOrigin());
    }
    LoweredValues values = new LoweredValues(hub.tree().keyOrigin(KEY));
    contents.forEach(content -> add(content, values));
    return values.tree();
  }

  private static void add(FileContent content, LoweredValues values) {
    Scalar path = Scalar.string(content.path(), content.why());
    Mapping.Builder file = Mapping.builder(content.why()).put("mountPath", path);
    if (content.secret().isPresent()) {
      String place = "singleuser.extraFiles[\"" + content.path() + "\"].stringData";
      Origin why = content.secret().get().origin();
      values.secret(place, content.secretName(), content.secretKey(), why);
    } else {
      file.put(content.kind(), content.node());
    }
    if (content.isExecutable()) {
      file.put("mode", Scalar.integer(EXECUTABLE, content.why()));
    }
    values.set(ValuePath.of("singleuser", "extraFiles", content.path()), file.build());
  }

  /** They lie in one ConfigMap together. */
  private static boolean isTooLarge(
      Hub hub, List<FileContent> contents, List<Diagnostic> problems) {
    long bytes = contents.stream().mapToLong(FileContent::bytes).sum();
    if (bytes <= MOST_BYTES) {
      return false;
    }
    FileContent largest =
        contents.stream().reduce((a, b) -> b.bytes() > a.bytes() ? b : a).orElseThrow();
    problems.add(
        Diagnostic.error(
                largest.why().place(),
                TOO_LARGE,
                "all files together are "
                    + bytes
                    + " bytes, the most is "
                    + MOST_BYTES
                    + "; this one has "
                    + largest.bytes())
            .hint("put large files into the image, or into a repository below content")
            .related(hub.tree().keyOrigin(KEY).place(), "all of them"));
    return true;
  }

  /** Homes are known only with the overrides. */
  @Override
  public void inspect(Values effective, List<Diagnostic> problems) {
    Optional<Mapping> files = effective.hub().tree().get(KEY).flatMap(Node::mapping);
    boolean homes = !effective.string("singleuser.storage.type").equals(Optional.of("none"));
    String home = effective.string("singleuser.storage.homeMountPath").orElse("");
    if (files.isPresent() && homes && !home.isEmpty()) {
      for (Map.Entry<String, Mapping.Entry> file : files.get().entries().entrySet()) {
        FilePlaces.inHome(file.getKey(), file.getValue().key(), home).ifPresent(problems::add);
      }
    }
  }

  /** How many bytes a text takes. */
  static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
