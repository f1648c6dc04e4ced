package io.tablecall.kafka;

import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.kafka.support.serializer.SerializationUtils;

/**
 * Finds the record that spoils a batch, so that only that one is retried or parked and its neighbours are applied. A
 * batch that fails for no stated record is handed over again one record at a time; batch listeners are safe to repeat.
 */
final class OneByOne implements MethodInterceptor {

    private static final LogAccessor LOG = new LogAccessor(OneByOne.class);

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        if (!call.getMethod().getName().equals("onMessage")
                || call.getArguments().length == 0
                || !(call.getArguments()[0] instanceof List<?> batch)) {
            return call.proceed();
        }
        var poison = firstUnreadable(batch);
        var readable = poison < 0 ? batch : batch.subList(0, poison);
        if (!readable.isEmpty()) {
            deliver((ProxyMethodInvocation) call, readable);
        }
        if (poison >= 0) {
            var record = (ConsumerRecord<?, ?>) batch.get(poison);
            throw failed(
                    record,
                    SerializationUtils.getExceptionFromHeader(
                            record, KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER, LOG));
        }
        return null;
    }

    private static void deliver(ProxyMethodInvocation call, List<?> records) throws Throwable {
        try {
            pass(call, records);
        } catch (Exception failure) {
            var first = (ConsumerRecord<?, ?>) records.getFirst();
            if (names(failure)) {
                throw failure;
            }
            if (records.size() == 1 || Outage.explains(failure)) {
                throw failed(first, failure);
            }
            for (var record : records) {
                deliver(call, List.of(record));
            }
        }
    }

    private static void pass(ProxyMethodInvocation call, List<?> records) throws Throwable {
        var arguments = call.getArguments().clone();
        arguments[0] = records;
        call.invocableClone(arguments).proceed();
    }

    private static boolean names(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BatchListenerFailedException) {
                return true;
            }
        }
        return false;
    }

    private static BatchListenerFailedException failed(ConsumerRecord<?, ?> record, @Nullable Throwable reason) {
        return new BatchListenerFailedException("one record spoilt the batch", reason, record);
    }

    private static int firstUnreadable(List<?> batch) {
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i) instanceof ConsumerRecord<?, ?> record
                    && record.value() == null
                    && record.headers().lastHeader(KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER) != null) {
                return i;
            }
        }
        return -1;
    }
}
