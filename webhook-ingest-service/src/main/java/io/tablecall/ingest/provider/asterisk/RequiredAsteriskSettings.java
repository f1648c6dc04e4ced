package io.tablecall.ingest.provider.asterisk;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Ends the start before anything is built when a setting is missing. */
record RequiredAsteriskSettings(Environment environment) implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var settings = Binder.get(environment);
        settings.bindOrCreate("tablecall.asterisk", AsteriskProperties.class).address();
        settings.bindOrCreate("tablecall.prompts", PromptProperties.class).means();
    }
}
