package io.tablecall.kafka;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.ExceptionHeadersCreator;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.serializer.DeserializationException;

/** Says which exception condemned a record and why, without a stack trace and without anything that names a guest. */
final class CauseHeaders implements ExceptionHeadersCreator {

    private static final Pattern PERSONAL = Pattern.compile("\\S+@\\S+|\\+?\\d[\\d ()-]{4,}\\d");
    private static final int LONGEST = 300;

    @Override
    public void create(Headers headers, Exception failure, boolean isKey, HeaderNames names) {
        var reason = beneathTheWrapping(failure);
        put(headers, KafkaHeaders.DLT_EXCEPTION_FQCN, reason.getClass().getName());
        put(
                headers,
                KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN,
                root(reason).getClass().getName());
        put(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE, harmless(reason.getMessage()));
    }

    private static Throwable beneathTheWrapping(Throwable failure) {
        var reason = failure;
        while (isWrapping(reason) && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason;
    }

    private static boolean isWrapping(Throwable failure) {
        return failure instanceof ListenerExecutionFailedException
                || failure instanceof BatchListenerFailedException
                || failure instanceof DeserializationException;
    }

    private static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String harmless(@Nullable String message) {
        if (message == null) {
            return "";
        }
        var masked = PERSONAL.matcher(message).replaceAll("***");
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST);
    }

    private static void put(Headers headers, String name, String text) {
        headers.remove(name);
        headers.add(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
