package org.hubfleet.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prepares a template so that its output tells of every line which line of the template it is, and
 * which value opened the block it stands in.
 *
 * <p>Each line that prints gets a YAML comment {@code #@<template>:<line>}; after each {@code
 * <#if>}, {@code <#elseif>}, {@code <#else>} and {@code <#list>} a comment line {@code #>o17} names
 * the origin that opened the block, and {@code #<} closes it. Directives stand alone on their
 * lines.
 */
final class TemplateSource {
  private static final Pattern DIRECTIVE =
      Pattern.compile("\\s*<(/?)#(\\w+)([^>]*(?:>=?[^>]*)*?)/?>\\s*");
  private static final Pattern COMMENT = Pattern.compile("\\s*<#--.*-->\\s*");
  private static final Pattern PATH =
      Pattern.compile("(?<![\\w.\"?])(context|jupyterhub|[a-z]\\w*)(\\.\\w+|\\[\"[^\"]+\"\\])*");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private final String name;

  private TemplateSource(String name) {
    this.name = name;
  }

  /**
   * The prepared text.
   *
   * @param name of the template, without spaces
   */
  static String prepare(String name, String text) {
    TemplateSource source = new TemplateSource(name);
    int line = 0;
    for (String content : text.split("\n", -1)) {
      source.line(++line, content);
    }
    return source.out.toString();
  }

  private void line(int number, String content) {
    Matcher directive = DIRECTIVE.matcher(content);
    if (content.isBlank() || COMMENT.matcher(content).matches()) {
      out.append(content).append('\n');
    } else if (directive.matches()) {
      directive(directive, content);
    } else if (content.contains("<#") || content.contains("</#")) {
      throw new IllegalStateException(
          name + ":" + number + ": a directive must stand alone on its line");
    } else {
      out.append(content).append(" #@").append(name).append(':').append(number).append('\n');
    }
  }

  private void directive(Matcher directive, String content) {
    boolean closing = !directive.group(1).isEmpty();
    String word = directive.group(2);
    switch (word) {
      case "if", "list" -> {
        if (closing) {
          out.append("#<\n").append(content).append('\n');
          open.pop();
        } else {
          String opener =
              word.equals("if") ? firstPath(directive.group(3)) : loopVariable(directive.group(3));
          open.push(opener);
          out.append(content).append("\n#>${opener(").append(opener).append(")}\n");
        }
      }
      case "else", "elseif" -> {
        String opener = word.equals("else") ? open.peek() : firstPath(directive.group(3));
        out.append("#<\n").append(content).append("\n#>${opener(").append(opener).append(")}\n");
      }
      default ->
          throw new IllegalStateException(
              name + ": the directive " + word + " is not allowed in object templates");
    }
  }

  private static String firstPath(String expression) {
    Matcher path = PATH.matcher(expression);
    return path.find() ? "(" + path.group() + ")!" : "";
  }

  /** {@code xs as x} and {@code xs as key, value}: the item tells where it came from. */
  private static String loopVariable(String expression) {
    String variables = expression.substring(expression.lastIndexOf(" as ") + 4);
    String last = variables.substring(variables.lastIndexOf(',') + 1).strip();
    return "(" + last + ")!";
  }
}
