package io.tablecall.endtoend.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The least there can be between a webhook and Kafka: HTTP, the token compared, two ids cut out of the body, the same two
 * Avro records, the same producer, 200 once both are acknowledged. Runs as a process of its own and ends when its input
 * does.
 */
final class NettyFloor {
    static final String RAW_TOPIC = "bench.floor.raw";
    static final String FACT_TOPIC = "bench.floor.facts";
    private static final int MOST_TRIES = 40;
    private static final int LARGEST_BODY = 256 * 1024;

    private NettyFloor() {}

    /** Port, bootstrap servers, registry; the token comes from the environment. */
    public static void main(String[] arguments) throws Exception {
        var producer =
                new KafkaProducer<>(Records.producer(arguments[1]), new StringSerializer(), new ByteArraySerializer());
        List.of(RAW_TOPIC, FACT_TOPIC).forEach(topic -> awaitKnown(producer, topic));
        var handler = new FloorHandler(System.getenv("WEBHOOK_AUTH_TOKEN"), new Records(arguments[2]), producer);
        boolean epoll = Epoll.isAvailable();
        var loops = new MultiThreadIoEventLoopGroup(1, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        new ServerBootstrap()
                .group(loops)
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST_BODY), handler);
                    }
                })
                .bind("127.0.0.1", Integer.parseInt(arguments[0]))
                .sync();
        while (System.in.read() >= 0) {
            // nothing is said to it
        }
        System.exit(0);
    }

    private static void awaitKnown(Producer<String, byte[]> producer, String topic) {
        for (int tries = 0; ; tries++) {
            try {
                var _ = producer.partitionsFor(topic);
                return;
            } catch (TimeoutException notYet) {
                if (tries == MOST_TRIES) {
                    throw notYet;
                }
            }
        }
    }
}
