package io.tablecall.origination.provider;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.tablecall.origination", importOptions = ImportOption.DoNotIncludeTests.class)
class ProviderBoundaryTest {

    @ArchTest
    static final ArchRule the_domain_knows_no_provider = noClasses()
            .that()
            .resideOutsideOfPackage("..provider.*..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..provider.eightbyeight..", "..provider.asterisk..");
}
