package org.hubfleet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.hubfleet.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitReportTest {
  private final JunitReport format = new JunitReport(Diagnostic::isError);

  @Test
  void errorsFailAndWarningsPass() throws Exception {
    Document document = parse(format.print(Given.report(Given.ERROR, Given.WARNING)));

    Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(3);
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
  }

  @Test
  void textComesBackButForWhatXmlCannotHold() throws Exception {
    Document document = parse(format.print(Given.report(Given.ERROR)));

    Element failure = (Element) document.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message"))
        .isEqualTo("the key \"a<b>&'c'\" stands\ntwice: 50%, \uD83C\uDF0A and \uFFFD");
    assertThat(failure.getTextContent()).contains("config/fleet.yaml:1: first here");
  }

  @Test
  void cleanRunIsOnePass() throws Exception {
    Document document = parse(format.print(Given.report()));

    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("system-out").item(0).getTextContent())
        .isEqualTo(
            "0 errors, 0 warnings in 2 hubs with 31 objects\nnot checked: Python of snippets");
  }

  @Test
  void documentFitsTheSchemaOfContinuousIntegration() throws Exception {
    String text = format.print(Given.report(Given.ERROR, Given.WARNING));

    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(JunitReportTest.class.getResource("junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(text)));
  }

  private static Document parse(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }
}
