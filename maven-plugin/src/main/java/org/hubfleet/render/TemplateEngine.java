package org.hubfleet.render;

import freemarker.core.Environment;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateNumberFormat;
import freemarker.core.TemplateNumberFormatFactory;
import freemarker.core.TemplateValueFormatException;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * FreeMarker, set up so that nothing can be printed raw and nothing but the given tree can be read.
 * Safe for threads.
 */
final class TemplateEngine {
  private static final Configuration CONFIGURATION = configuration();

  private TemplateEngine() {}

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setOutputFormat(YamlOutputFormat.INSTANCE);
    configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setCustomNumberFormats(Map.of("yaml", new YamlNumbers()));
    configuration.setNumberFormat("@yaml");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    return configuration;
  }

  /**
   * Parses a template; throws {@link IllegalStateException} for a broken one, which is a bug of
   * ours.
   */
  static Template parse(String name, String text) {
    try {
      return new Template(
          name, new StringReader(TemplateSource.prepare(name, text)), CONFIGURATION);
    } catch (IOException broken) {
      throw new IllegalStateException(
          "broken template " + name + ": " + broken.getMessage(), broken);
    }
  }

  /** The text that a template prints of a tree, with anchors of the table. */
  static String print(Template template, Mapping tree, OriginTable table) {
    LocatedModels models = new LocatedModels(table);
    Map<String, Object> root = new HashMap<>();
    for (Map.Entry<String, Mapping.Entry> entry : tree.entries().entrySet()) {
      root.put(entry.getKey(), models.of(entry.getValue().value()));
    }
    root.put("opener", opener(table, tree));
    Page out = new Page();
    try {
      template.process(root, out);
    } catch (TemplateException | IOException broken) {
      throw new IllegalStateException(
          "template " + template.getName() + " failed: " + broken.getMessage(), broken);
    }
    return out.toString();
  }

  /** What is printed; not safe for threads, unlike those of the library. */
  private static final class Page extends Writer {
    private final StringBuilder text = new StringBuilder(4096);

    @Override
    public void write(char[] characters, int from, int length) {
      text.append(characters, from, length);
    }

    @Override
    public void write(String part) {
      text.append(part);
    }

    @Override
    public void flush() {
      // All is written already.
    }

    @Override
    public void close() {
      // There is nothing to close.
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  /** {@code opener(x)}: the anchor of x's origin, of the whole tree's where x is absent. */
  private static TemplateMethodModelEx opener(OriginTable table, Node tree) {
    return arguments -> {
      boolean located = !arguments.isEmpty() && arguments.get(0) instanceof LocatedModels.Located;
      Node node = located ? ((LocatedModels.Located) arguments.get(0)).node() : tree;
      return YamlMarkup.of(table.mark(node.origin()));
    };
  }

  /** Prints a number as YAML, a located one with its anchor. */
  private static final class YamlNumbers extends TemplateNumberFormatFactory {
    @Override
    public TemplateNumberFormat get(String parameters, Locale locale, Environment environment) {
      return new TemplateNumberFormat() {
        @Override
        public Object format(TemplateNumberModel model)
            throws TemplateValueFormatException, TemplateModelException {
          return model instanceof LocatedModels.Located located
              ? located
              : YamlMarkup.of(new BigDecimal(model.getAsNumber().toString()).toPlainString());
        }

        @Override
        public String formatToPlainText(TemplateNumberModel model) throws TemplateModelException {
          return model.getAsNumber().toString();
        }

        @Override
        public boolean isLocaleBound() {
          return false;
        }

        @Override
        public String getDescription() {
          return "YAML numbers";
        }
      };
    }
  }
}
