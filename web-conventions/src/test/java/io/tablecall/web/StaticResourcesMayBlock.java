package io.tablecall.web;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Spring serves files out of jars on the event loop; that is its way, and for documentation pages only. */
public final class StaticResourcesMayBlock implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {

        builder.allowBlockingCallsInside(
                "org.springframework.web.reactive.resource.PathResourceResolver", "getResource");
        builder.allowBlockingCallsInside("org.springframework.http.HttpHeaders", "setDate");
        builder.allowBlockingCallsInside("java.util.zip.ZipFile$ZipFileInputStream", "read");
    }
}
