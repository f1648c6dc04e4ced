package io.tablecall.ingest.prompt;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where rendered prompts lie. */
@ConfigurationProperties("tablecall.prompts")
record PromptCache(Path cacheDirectory) {}
