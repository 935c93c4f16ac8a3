package org.hubfleet.schema.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.hubfleet.schema.JsonTrees;
import org.hubfleet.schema.Shape;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FitTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: string}                                          | a           | FITS
          {type: string}                                          | 1           | FAILS
          {type: integer}                                         | 1           | FITS
          {type: integer}                                         | 1.5         | UNSURE
          {type: [number, 'null']}                                | 1.5         | FITS
          {type: object}                                          | [a]         | FAILS
          {type: array}                                           | [a]         | FITS
          {const: a}                                              | a           | FITS
          {const: 1}                                              | '"1"'       | FAILS
          {enum: [a, 1, true, null]}                              | 1           | FITS
          {enum: [a, 1, true, null]}                              | null        | FITS
          {enum: [a, 1, true, null]}                              | false       | FAILS
          {enum: [a, 1, true, null]}                              | 1.5         | UNSURE
          {enum: [{a: 1}]}                                        | {a: 1}      | UNSURE
          {minimum: 0, exclusiveMaximum: 1}                       | 0.5         | FITS
          {minimum: 0, exclusiveMaximum: 1}                       | 1           | FAILS
          {exclusiveMinimum: 0, maximum: 1}                       | 1           | FITS
          {exclusiveMinimum: 0, maximum: 1}                       | 0           | FAILS
          {minimum: 0}                                            | a           | FITS
          {pattern: '^[a-z]+$'}                                   | lab         | FITS
          {pattern: '^[a-z]+$'}                                   | '"lab\\n"'  | FAILS
          {minLength: 1, maxLength: 2}                            | '"\\U0001F600\\U0001F600"' | FITS
          {minLength: 1, maxLength: 2}                            | abc         | FAILS
          {minLength: 1, maxLength: 2}                            | '""'        | FAILS
          {format: date}                                          | 2026-11-21  | FITS
          {format: date}                                          | 2026-11-31  | UNSURE
          {format: date}                                          | 1           | FITS
          {format: uri}                                           | a           | UNSURE
          {items: {type: string}}                                 | [a, b]      | FITS
          {items: {type: string}}                                 | [a, 1]      | FAILS
          {minItems: 1, maxItems: 2}                              | []          | FAILS
          {minItems: 1, maxItems: 2}                              | [1, 2]      | FITS
          {uniqueItems: true}                                     | [a, b]      | FITS
          {uniqueItems: true}                                     | [a, a]      | FAILS
          {uniqueItems: true}                                     | [1, 2]      | UNSURE
          {contains: {const: a}}                                  | [b, a]      | FITS
          {contains: {const: a}}                                  | [b]         | FAILS
          {contains: {const: a}, maxContains: 1}                  | [a, a]      | UNSURE
          {properties: {a: {type: string}}}                       | {a: 1}      | FAILS
          {properties: {a: {type: string}}}                       | {b: 1}      | FITS
          {properties: {a: {}}, additionalProperties: false}      | {b: 1}      | FAILS
          {additionalProperties: {type: string}}                  | {b: 1}      | FAILS
          {additionalProperties: {type: string}}                  | {b: a}      | FITS
          {patternProperties: {'^b': {}}, additionalProperties: false} | {b: 1} | UNSURE
          {required: [a]}                                         | {a: 1}      | FITS
          {required: [a]}                                         | {b: 1}      | FAILS
          {propertyNames: {maxLength: 1}}                         | {ab: 1}     | FAILS
          {minProperties: 1, maxProperties: 1}                    | {a: 1}      | FITS
          {minProperties: 1, maxProperties: 1}                    | {}          | FAILS
          {dependentRequired: {a: [b]}}                           | {a: 1}      | FAILS
          {dependentSchemas: {a: {required: [b]}}}                | {a: 1, b: 1} | FITS
          {not: {required: [a]}}                                  | {a: 1}      | FAILS
          {not: {format: uri}}                                    | a           | UNSURE
          {anyOf: [{type: string}, {type: integer}]}              | 1           | FITS
          {anyOf: [{type: string}, {type: integer}]}              | true        | FAILS
          {allOf: [{type: string}, {minLength: 2}]}               | a           | FAILS
          {if: {required: [a]}, then: {required: [b]}}            | {a: 1}      | FAILS
          {if: {required: [a]}, then: {required: [b]}, else: {required: [c]}} | {c: 1} | FITS
          {oneOf: [{type: string}]}                               | a           | UNSURE
          {$ref: '#/$defs/a', $defs: {a: {properties: {a: {$ref: '#/$defs/a'}}, additionalProperties: false}}} | {a: {a: {b: 1}}} | FAILS
          {x-list-keys: [a]}                                      | [{a: 1}, {a: 2}] | FITS
          {x-list-keys: [a]}                                      | [{a: 1}, {a: 1}] | UNSURE
          {x-list-keys: [a, b]}                                   | [{a: 1}, {a: 1, b: 2}] | FITS
          {x-list-keys: [a, b], items: {properties: {b: {default: x}}}} | [{a: 1}, {a: 1, b: x}] | UNSURE
          {description: a, x-unit: b}                             | a           | FITS
          """)
  void judgesAsTheLibraryDoesOrNotAtAll(String schema, String value, Verdict expected) {
    JsonNode document = JsonTrees.of(tree(schema));
    Node tree = tree(value);

    assertThat(Fit.of(document).judge(tree)).isEqualTo(expected);

    boolean fits = Shape.of(document).violations(JsonTrees.of(tree)).isEmpty();
    assertThat(expected).isIn(Verdict.UNSURE, Verdict.of(fits));
  }

  private static Node tree(String yaml) {
    return YamlReader.ofOurs().read("test", yaml, Layer.COMPILER).value().orElseThrow();
  }
}
