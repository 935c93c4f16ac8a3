package org.hubfleet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.deploy.Deployed;
import org.hubfleet.deploy.Deployment;
import org.hubfleet.deploy.Inquiry;
import org.hubfleet.deploy.Manner;
import org.hubfleet.deploy.Scope;
import org.hubfleet.deploy.Secrets;
import org.hubfleet.deploy.Wish;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.model.Fleet;
import org.hubfleet.write.Output;

/**
 * One deployment in a process of its own, cold as in real life: reads the fleet, sets out for the
 * repository as {@code hubs:deploy} does then, reads the compiled files in place of compiling them,
 * and says how many nanoseconds went from there to the acknowledged push.
 */
public final class DeployRun {
  /** What the process says before the number. */
  static final String TOOK = "took ";

  private static final long COMPILING = 2000;

  private DeployRun() {}

  /**
   * Deploys once.
   *
   * @param arguments the config folder, the folder of compiled files, the address of the deployment
   *     repository; and, for one changed hub, the path of its file, a word of it and another word
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path config = Path.of(arguments[0]);
    Fleet fleet = new Compiler().bind(Request.of(config)).value().orElseThrow();
    Deployment deployment = new Deployment(Secrets.NONE);
    deployment.approach(new Inquiry(config, fleet, Optional.of(arguments[2]), Optional.empty()));
    SortedMap<String, String> files = read(Path.of(arguments[1]));
    if (arguments.length > 3) {
      change(files, arguments[3], arguments[4], arguments[5]);
    }
    deployment.expect(files);
    // Compiling a fleet of this size takes ten times as long, and goes on meanwhile.
    Thread.sleep(COMPILING);
    Wish wish = wish(config, fleet, Output.of(files), arguments[2]);
    long start = System.nanoTime();
    Outcome<Deployed> done = deployment.deploy(wish, Manner.PLAIN);
    long took = System.nanoTime() - start;
    if (done.value().flatMap(Deployed::commit).isEmpty()) {
      throw new IllegalStateException("nothing was pushed: " + done.diagnostics());
    }
    System.out.println(TOOK + took);
  }

  private static Wish wish(Path config, Fleet fleet, Output output, String address) {
    return new Wish(
        config,
        fleet,
        output,
        Scope.WHOLE,
        new TreeMap<>(),
        Optional.of(address),
        Optional.empty(),
        Compiler.VERSION,
        UnaryOperator.identity());
  }

  private static SortedMap<String, String> read(Path generated) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (Path file : Measured.files(generated)) {
      files.put(generated.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    }
    return files;
  }

  /** Changes a file, and its digest in the list of its folder. */
  private static void change(
      SortedMap<String, String> files, String path, String word, String other) {
    String list = path.substring(0, path.lastIndexOf('/') + 1) + ".owned.yaml";
    String before = files.get(path);
    String after = before.replace(word, other);
    files.put(path, after);
    files.put(list, files.get(list).replace(sha256(before), sha256(after)));
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
