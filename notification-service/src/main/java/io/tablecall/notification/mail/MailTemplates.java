package io.tablecall.notification.mail;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Where mail templates lie: {@code templates/*.txt} and {@code *.html}. */
@Configuration(proxyBeanMethods = false)
class MailTemplates {

    @Bean
    ITemplateEngine mailTemplateEngine() {
        var engine = new SpringTemplateEngine();
        engine.addTemplateResolver(resolver(TemplateMode.TEXT, "*.txt"));
        engine.addTemplateResolver(resolver(TemplateMode.HTML, "*.html"));
        return engine;
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String names) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setTemplateMode(mode);
        resolver.setResolvablePatterns(Set.of(names));
        return resolver;
    }
}
