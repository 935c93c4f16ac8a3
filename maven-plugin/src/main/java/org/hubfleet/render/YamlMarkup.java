package org.hubfleet.render;

import freemarker.core.MarkupOutputFormat;
import freemarker.core.TemplateMarkupOutputModel;

/** Text that is a YAML flow node already. */
interface YamlMarkup extends TemplateMarkupOutputModel<YamlMarkup> {
  /** The node on one line. */
  String markup();

  @Override
  default MarkupOutputFormat<YamlMarkup> getOutputFormat() {
    return YamlOutputFormat.INSTANCE;
  }

  /** Markup of that text. */
  static YamlMarkup of(String text) {
    return () -> text;
  }
}
