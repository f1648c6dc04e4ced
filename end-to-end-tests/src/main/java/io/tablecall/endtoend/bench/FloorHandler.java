package io.tablecall.endtoend.bench;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Answers a status webhook once its two records are acknowledged, anything else at once. */
@Sharable
final class FloorHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final int ID = 36;

    private final byte[] token;
    private final Records records;
    private final Producer<String, byte[]> producer;
    private final Clock clock = Clock.systemUTC();

    FloorHandler(String token, Records records, Producer<String, byte[]> producer) {
        super(FullHttpRequest.class, true);
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.records = records;
        this.producer = producer;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (!request.method().equals(HttpMethod.POST)) {
            answer(context, HttpResponseStatus.OK);
            return;
        }
        var given = request.headers().get(HttpHeaderNames.AUTHORIZATION, "");
        if (!MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8))) {
            answer(context, HttpResponseStatus.UNAUTHORIZED);
            return;
        }
        take(context, ByteBufUtil.getBytes(request.content()));
    }

    private void take(ChannelHandlerContext context, byte[] body) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var eventId = id(text, "\"eventId\":\"");
        var sessionId = id(text, "\"sessionId\":\"");
        var now = clock.instant();
        var missing = new AtomicInteger(2);
        Callback acknowledged = (_, failure) -> {
            if (failure != null) {
                answer(context, HttpResponseStatus.SERVICE_UNAVAILABLE);
            } else if (missing.decrementAndGet() == 0) {
                answer(context, HttpResponseStatus.OK);
            }
        };
        send(NettyFloor.RAW_TOPIC, sessionId, records.raw(eventId, sessionId, sessionId, now, body), acknowledged);
        send(NettyFloor.FACT_TOPIC, sessionId, records.answered(eventId, sessionId, sessionId, now), acknowledged);
    }

    private void send(String topic, String key, byte[] value, Callback acknowledged) {
        var _ = producer.send(new ProducerRecord<>(topic, key, value), acknowledged);
    }

    private static String id(String text, String after) {
        int at = text.indexOf(after) + after.length();
        return text.substring(at, at + ID);
    }

    private static void answer(ChannelHandlerContext context, HttpResponseStatus status) {
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
        var _ = context.writeAndFlush(answer);
    }
}
