package io.tablecall.localstack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build has put what the parts are started from. */
record Home(Path root) {

    /** The project root named by the system property {@code tablecall.home}. */
    static Home located() {
        var home = System.getProperty("tablecall.home");
        if (home == null) {
            throw new PartFailed("the system property tablecall.home must name the project's root folder");
        }
        return new Home(Path.of(home).toAbsolutePath().normalize());
    }

    Path brokerJars() {
        return built(root.resolve("local-stack/target/kafka"));
    }

    Path registryJar() {
        return built(root.resolve("local-stack/target/registry/quarkus-run.jar"));
    }

    Path postgres() {
        return root.resolve("local-stack/target/postgres");
    }

    /** The jar or folder this class was loaded from. */
    static Path ownClasses() {
        try {
            return Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path built(Path path) {
        if (!Files.exists(path)) {
            throw new PartFailed(path + " is missing: build the local-stack module first (./mvnw package)");
        }
        return path;
    }
}
