package org.hubfleet.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hubfleet.diagnostic.Outcome;

/**
 * Deploys in a process of its own, which a test may kill: is ready, waits for a line, and then
 * tells on each line how far it is.
 */
final class DeployerProcess {
  static final String READY = "ready";

  private final Path root;
  private final String address;
  private final List<String> java;

  /**
   * @param root folder of the workshop
   * @param java the command that starts a JVM with the classes of the test
   */
  DeployerProcess(Path root, String address, List<String> java) {
    this.root = root;
    this.address = address;
    this.java = java;
  }

  /** Starts a process that is going to deploy these hubs, as soon as it is told to. */
  Process start(int hubs, String word) throws IOException {
    List<String> command = new ArrayList<>(java);
    // What a killed process leaves behind goes with the test.
    command.add(1, "-Djava.io.tmpdir=" + Files.createDirectories(root.resolve("tmp")));
    command.add(DeployerProcess.class.getName());
    command.addAll(List.of(root.toString(), address, Integer.toString(hubs), word));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Lets a started process begin. */
  static void go(Process process) throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** Arguments: the workshop's folder, the address, the number of hubs and their word. */
  public static void main(String[] args) throws IOException {
    Workshop shop = new Workshop(Path.of(args[0]), true);
    Map<String, String> hubs = hubs(Integer.parseInt(args[2]), args[3]);
    System.out.println(READY);
    System.in.read();
    Outcome<Deployed> done = deploy(shop, args[1], hubs, System.out::println);
    done.diagnostics().forEach(System.out::println);
    System.exit(done.diagnostics().isEmpty() ? 0 : 1);
  }

  static Map<String, String> hubs(int number, String word) {
    Map<String, String> hubs = new TreeMap<>();
    for (int i = 0; i < number; i++) {
      hubs.put("hub" + i, word);
    }
    return hubs;
  }

  static Outcome<Deployed> deploy(
      Workshop shop, String address, Map<String, String> hubs, Progress progress)
      throws IOException {
    Wish wish =
        shop.wish(Workshop.output(hubs), Scope.WHOLE, Optional.of(address), Optional.empty());
    return new Deployment(Secrets.NONE, Clock.systemUTC(), progress).deploy(wish, Manner.PLAIN);
  }
}
