package org.hubfleet.deploy;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Git without surprises: nothing is read from or written to the settings of whoever runs it, so
 * that a deployment does the same on every machine.
 */
final class QuietGit extends SystemReader.Delegate {
  private static final QuietGit INSTANCE = new QuietGit(SystemReader.getInstance());

  private QuietGit(SystemReader machine) {
    super(machine);
  }

  /** Makes git quiet, for all that this class loader runs; more than once does no harm. */
  static void use() {
    SystemReader.setInstance(INSTANCE);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    FileBasedConfig config = new InMemory(parent, fs);
    // The digest of the JDK is several times as fast; names of objects are no defence here.
    config.setString("core", null, "sha1Implementation", "jdkNative");
    config.setString("protocol", null, "version", "2");
    config.setInt("gc", null, "auto", 0);
    return config;
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new InMemory(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new InMemory(parent, fs);
  }

  /** Settings without a file. */
  private static final class InMemory extends FileBasedConfig {
    private static final String COARSE = "2 seconds";

    InMemory(Config parent, FS fs) {
      super(parent, null, fs);
    }

    /**
     * The clock of the file system is said to be coarse, which is always safe. Git would measure it
     * otherwise: for seconds, and with files that stay behind when the process is killed.
     */
    @Override
    public String getString(String section, String subsection, String name) {
      return section.equals("filesystem") ? COARSE : super.getString(section, subsection, name);
    }

    @Override
    public void load() {
      // there is no file
    }

    @Override
    public void save() {
      // and there will be none
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
