package livechat;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;

/** What pom.xml says, for tests of files that have to repeat it. */
public final class Pom {

    private Pom() {}

    /** The text of an element, by its path below the project. */
    public static String text(String element) {
        try {
            var pom = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Path.of("pom.xml").toFile());
            return XPathFactory.newInstance().newXPath().evaluate("/project/" + element, pom);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
