package livechat.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import livechat.FreePort;

/** Who listens where, and which wire leads there. */
final class Wiring {

    private final List<Integer> ports;
    private final List<Integer> controllers;
    private final List<List<Link>> links;
    private final List<List<Integer>> vias;

    Wiring(Cluster.Shape shape) {
        ports = free(shape.brokers());
        controllers = free(shape.brokers());
        vias = IntStream.range(0, shape.places())
                .mapToObj(_ -> free(shape.brokers()))
                .toList();
        links = vias.stream().map(via -> via.stream().map(Link::to).toList()).toList();
    }

    private static List<Integer> free(int count) {
        return IntStream.range(0, count).mapToObj(_ -> FreePort.find()).toList();
    }

    int port(int node) {
        return ports.get(node);
    }

    List<Link> links(int place) {
        return links.get(place);
    }

    /** An instance sees its own wires as the brokers' addresses, so each needs a listener of its own. */
    Properties listeners(int node) {
        List<String> listeners = new ArrayList<>();
        List<String> advertised = new ArrayList<>();
        List<String> protocols = new ArrayList<>(List.of("CONTROLLER:PLAINTEXT", "PLAINTEXT:PLAINTEXT"));
        listeners.add("PLAINTEXT://127.0.0.1:" + ports.get(node));
        advertised.add("PLAINTEXT://127.0.0.1:" + ports.get(node));
        for (int place = 0; place < vias.size(); place++) {
            String name = "VIA" + place;
            listeners.add(name + "://127.0.0.1:" + vias.get(place).get(node));
            advertised.add(name + "://127.0.0.1:" + links.get(place).get(node).port());
            protocols.add(name + ":PLAINTEXT");
        }
        listeners.add("CONTROLLER://127.0.0.1:" + controllers.get(node));
        Properties settings = new Properties();
        settings.setProperty("node.id", String.valueOf(node + 1));
        settings.setProperty("listeners", String.join(",", listeners));
        settings.setProperty("advertised.listeners", String.join(",", advertised));
        settings.setProperty("listener.security.protocol.map", String.join(",", protocols));
        settings.setProperty("controller.quorum.voters", voters());
        return settings;
    }

    private String voters() {
        return IntStream.range(0, controllers.size())
                .mapToObj(node -> (node + 1) + "@127.0.0.1:" + controllers.get(node))
                .collect(Collectors.joining(","));
    }
}
