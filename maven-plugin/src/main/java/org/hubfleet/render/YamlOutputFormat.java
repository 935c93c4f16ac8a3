package org.hubfleet.render;

import freemarker.core.MarkupOutputFormat;
import java.io.IOException;
import java.io.Writer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.YamlWriter;

/** Output in which every string is quoted; there is no way to print one raw. */
final class YamlOutputFormat extends MarkupOutputFormat<YamlMarkup> {
  static final YamlOutputFormat INSTANCE = new YamlOutputFormat();

  private YamlOutputFormat() {}

  @Override
  public String getName() {
    return "YAML";
  }

  @Override
  public String getMimeType() {
    return "application/yaml";
  }

  @Override
  public boolean isOutputFormatMixingAllowed() {
    return false;
  }

  @Override
  public YamlMarkup fromPlainTextByEscaping(String text) {
    return YamlMarkup.of(YamlWriter.quoted(text));
  }

  @Override
  public YamlMarkup fromMarkup(String markup) {
    return YamlMarkup.of(markup);
  }

  @Override
  public void output(YamlMarkup markup, Writer out) throws IOException {
    out.write(markup.markup());
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(YamlWriter.quoted(text));
  }

  @Override
  public String getSourcePlainText(YamlMarkup markup) {
    return null;
  }

  @Override
  public String getMarkupString(YamlMarkup markup) {
    return markup.markup();
  }

  @Override
  public YamlMarkup concat(YamlMarkup first, YamlMarkup second) {
    return YamlMarkup.of(first.markup() + second.markup());
  }

  @Override
  public String escapePlainText(String text) {
    return YamlWriter.quoted(text);
  }

  @Override
  public boolean isEmpty(YamlMarkup markup) {
    if (markup instanceof LocatedModels.Located located) {
      return located.node().mapping().map(Mapping::isEmpty).orElse(false);
    }
    return markup.markup().isEmpty();
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  public boolean isAutoEscapedByDefault() {
    return true;
  }
}
