package org.hubfleet.render;

import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx2;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import freemarker.template.Version;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** Located values as templates see them; printing one prints its anchor too. Null is absent. */
final class LocatedModels {
  private static final DefaultObjectWrapper WRAPPER =
      new DefaultObjectWrapper(new Version(2, 3, 35));

  private final OriginTable table;

  LocatedModels(OriginTable table) {
    this.table = table;
  }

  /** A value that knows where it came from. */
  interface Located extends YamlMarkup {
    Node node();

    OriginTable table();

    default Origin origin() {
      return node().origin();
    }

    @Override
    default String markup() {
      return table().print(node());
    }
  }

  /** The model of a value; Java's null, which FreeMarker takes for absent, for the null scalar. */
  TemplateModel of(Node node) {
    if (node instanceof Mapping mapping) {
      return new MapModel(mapping, table, this);
    }
    if (node instanceof Sequence sequence) {
      return new ListModel(sequence, table, this);
    }
    Scalar scalar = (Scalar) node;
    return switch (scalar.kind()) {
      case STRING -> new TextModel(scalar, table);
      case INTEGER, DECIMAL -> new NumberModel(scalar, table);
      case BOOLEAN -> new BooleanModel(scalar, table);
      case NULL -> null;
    };
  }

  private record TextModel(Scalar node, OriginTable table) implements Located, TemplateScalarModel {
    @Override
    public String getAsString() {
      return node.text();
    }
  }

  record NumberModel(Scalar node, OriginTable table) implements Located, TemplateNumberModel {
    @Override
    public Number getAsNumber() {
      return node.number();
    }
  }

  private record BooleanModel(Scalar node, OriginTable table)
      implements Located, TemplateBooleanModel {
    @Override
    public boolean getAsBoolean() {
      return node.isTrue();
    }
  }

  private record ListModel(Sequence node, OriginTable table, LocatedModels models)
      implements Located, TemplateSequenceModel {
    @Override
    public TemplateModel get(int index) {
      return index < node.items().size() ? models.of(node.items().get(index)) : null;
    }

    @Override
    public int size() {
      return node.items().size();
    }
  }

  private record MapModel(Mapping node, OriginTable table, LocatedModels models)
      implements Located, TemplateHashModelEx2 {
    @Override
    public TemplateModel get(String key) {
      return node.get(key).map(models::of).orElse(null);
    }

    @Override
    public boolean isEmpty() {
      return node.isEmpty();
    }

    @Override
    public int size() {
      return node.entries().size();
    }

    @Override
    public TemplateCollectionModel keys() {
      SimpleSequence keys = new SimpleSequence(WRAPPER);
      for (Map.Entry<String, Mapping.Entry> entry : node.entries().entrySet()) {
        keys.add(new TextModel(Scalar.string(entry.getKey(), entry.getValue().key()), table));
      }
      return collection(keys);
    }

    @Override
    public TemplateCollectionModel values() {
      SimpleSequence values = new SimpleSequence(WRAPPER);
      node.entries().values().forEach(entry -> values.add(models.of(entry.value())));
      return collection(values);
    }

    private static TemplateCollectionModel collection(SimpleSequence items) {
      return () -> {
        int[] next = {0};
        return new TemplateModelIterator() {
          @Override
          public TemplateModel next() throws TemplateModelException {
            return items.get(next[0]++);
          }

          @Override
          public boolean hasNext() {
            return next[0] < items.size();
          }
        };
      };
    }

    @Override
    public KeyValuePairIterator keyValuePairIterator() {
      Iterator<Map.Entry<String, Mapping.Entry>> entries =
          List.copyOf(node.entries().entrySet()).iterator();
      return new KeyValuePairIterator() {
        @Override
        public boolean hasNext() {
          return entries.hasNext();
        }

        @Override
        public KeyValuePair next() {
          Map.Entry<String, Mapping.Entry> entry = entries.next();
          return new KeyValuePair() {
            @Override
            public TemplateModel getKey() {
              return new SimpleScalar(entry.getKey());
            }

            @Override
            public TemplateModel getValue() {
              return models.of(entry.getValue().value());
            }
          };
        }
      };
    }
  }
}
