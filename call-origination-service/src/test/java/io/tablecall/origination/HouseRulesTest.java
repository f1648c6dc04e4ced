package io.tablecall.origination;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

@AnalyzeClasses(packages = "io.tablecall.origination", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule only_listeners_wait = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Listener")
            .should()
            .callMethod(Mono.class, "block")
            .orShould()
            .callMethod(Mono.class, "block", Duration.class);

    @ArchTest
    static final ArchRule the_clock_is_handed_in = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule providers_are_strangers =
            slices().matching("..provider.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule the_domain_knows_no_provider = noClasses()
            .that()
            .resideOutsideOfPackage("..provider.*..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..provider.eightbyeight..", "..provider.asterisk..");
}
