package io.tablecall.endtoend;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every module's main code keeps to. */
class HouseRulesTest {

    private static final Path HOME = Path.of(System.getProperty("tablecall.home"));
    private static final int LONGEST_FILE = 300;

    /** What runs in production; the simulator and the local stack are tools and may wait and look at the clock. */
    private static final List<String> PRODUCTION = List.of(
            "call-flow",
            "speech",
            "kafka-conventions",
            "web-conventions",
            "call-origination-service",
            "webhook-ingest-service",
            "call-analytics-service",
            "notification-service");

    private static final JavaClasses CODE = new ClassFileImporter()
            .importPaths(PRODUCTION.stream()
                    .map(module -> HOME.resolve(module).resolve("target/classes"))
                    .toList());

    @Test
    void there_is_code_to_judge() {
        assertThat(CODE.size()).isGreaterThan(100);
    }

    @Test
    void only_listeners_wait() {
        holds(noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Listener")
                .and()
                .resideOutsideOfPackage("io.tablecall.kafka..")
                .should()
                .callMethod(Mono.class, "block")
                .orShould()
                .callMethod(Mono.class, "block", Duration.class)
                .orShould()
                .callMethod(Flux.class, "blockLast")
                .orShould()
                .callMethod(Flux.class, "blockLast", Duration.class));
    }

    @Test
    void the_clock_is_handed_in() {
        holds(noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));
        holds(noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Application")
                .and()
                .doNotHaveFullyQualifiedName("io.tablecall.speech.Speech") // puts its own parts together
                .and()
                .areNotAnnotatedWith("org.springframework.context.annotation.Configuration")
                .and()
                .areNotAnnotatedWith("org.springframework.boot.autoconfigure.AutoConfiguration")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone"));
    }

    @Test
    void providers_are_strangers_to_each_other() {
        holds(slices().matching("io.tablecall.(*).provider.(*)..").should().notDependOnEachOther());
    }

    @Test
    void services_are_strangers_to_each_other() {
        for (var service : List.of("origination", "ingest", "analytics", "notification")) {
            var others = Stream.of("origination", "ingest", "analytics", "notification")
                    .filter(other -> !other.equals(service))
                    .map(other -> "io.tablecall." + other + "..")
                    .toArray(String[]::new);
            holds(noClasses()
                    .that()
                    .resideInAPackage("io.tablecall." + service + "..")
                    .should()
                    .dependOnClassesThat(are(resideInAnyPackage(others))));
        }
    }

    @Test
    void the_flow_language_knows_no_framework() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.tablecall.callflow..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "reactor..", "org.apache.kafka..", "org.apache.avro..", "io.r2dbc.."));
    }

    @Test
    void names_say_what_a_thing_is() {
        holds(noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Common)"));
        holds(noClasses().should().resideInAnyPackage("..common..", "..util..", "..helper.."));
    }

    @Test
    void every_package_is_null_marked() {
        holds(classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith("org.jspecify.annotations.NullMarked"));
        var unmarked = PRODUCTION.stream()
                .flatMap(module -> folders(HOME.resolve(module).resolve("src/main/java")))
                .filter(folder -> has(folder, ".java") && !Files.exists(folder.resolve("package-info.java")))
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void files_are_short() {
        var tooLong = Stream.concat(PRODUCTION.stream(), Stream.of("schemas", "provider-simulator", "local-stack"))
                .flatMap(module -> folders(HOME.resolve(module).resolve("src")))
                .flatMap(HouseRulesTest::files)
                .filter(file -> file.toString().endsWith(".java") && lines(file) > LONGEST_FILE)
                .toList();
        assertThat(tooLong).isEmpty();
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(CODE);
    }

    private static Stream<Path> folders(Path root) {
        try (var walk = Files.walk(root)) {
            return walk.filter(Files::isDirectory).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var list = Files.list(folder)) {
            return list.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(Path folder, String ending) {
        return files(folder).anyMatch(file -> file.toString().endsWith(ending));
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
