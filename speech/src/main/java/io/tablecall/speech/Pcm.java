package io.tablecall.speech;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Mono sound of 16-bit samples, and its RIFF form. */
final class Pcm {

    static final int TELEPHONE_RATE = 8_000;

    private static final int HEADER_BYTES = 44;
    private static final int BITS = 16;

    private final short[] samples;
    private final int rate;

    Pcm(short[] samples, int rate) {
        this.samples = samples;
        this.rate = rate;
    }

    short[] samples() {
        return samples;
    }

    int rate() {
        return rate;
    }

    Pcm atTelephoneRate() {
        return rate == TELEPHONE_RATE
                ? this
                : new Pcm(Resampler.resample(samples, rate, TELEPHONE_RATE), TELEPHONE_RATE);
    }

    static Pcm read(Path wav) throws SpeechFailed {
        try {
            return parse(ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException | BufferUnderflowException e) {
            throw new SpeechFailed("no readable sound was written", e);
        }
    }

    /** Takes the data chunk to be as long as the file, should the header promise more, as streaming writers do. */
    private static Pcm parse(ByteBuffer wav) throws SpeechFailed {
        expect(wav, "RIFF");
        wav.getInt();
        expect(wav, "WAVE");
        int rate = 0;
        while (true) {
            var chunk = tag(wav);
            var size = wav.getInt();
            switch (chunk) {
                case "fmt " -> {
                    var body = wav.slice(wav.position(), Math.min(size, wav.remaining()))
                            .order(ByteOrder.LITTLE_ENDIAN);
                    int format = body.getShort();
                    int channels = body.getShort();
                    if (format != 1 || channels != 1) {
                        throw new SpeechFailed("the sound written is not mono PCM");
                    }
                    rate = body.getInt();
                    skip(wav, size);
                }
                case "data" -> {
                    if (rate <= 0) {
                        throw new SpeechFailed("the sound written does not tell its rate");
                    }
                    var length = size < 0 ? wav.remaining() : Math.min(size, wav.remaining());
                    var samples = new short[length / 2];
                    wav.asShortBuffer().get(samples);
                    return new Pcm(samples, rate);
                }
                default -> skip(wav, size);
            }
        }
    }

    private static void expect(ByteBuffer wav, String tag) throws SpeechFailed {
        if (!tag(wav).equals(tag)) {
            throw new SpeechFailed("the sound written is not a WAV file");
        }
    }

    private static String tag(ByteBuffer wav) {
        var tag = new byte[4];
        wav.get(tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }

    private static void skip(ByteBuffer wav, int size) {
        if (size < 0 || size > wav.remaining()) {
            throw new BufferUnderflowException();
        }
        wav.position(wav.position() + size + (size & 1 & (wav.remaining() > size ? 1 : 0)));
    }

    byte[] toWav() {
        int bytes = samples.length * 2;
        var wav = ByteBuffer.allocate(HEADER_BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER_BYTES - 8 + bytes);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate * 2);
        wav.putShort((short) 2).putShort((short) BITS);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        wav.asShortBuffer().put(samples);
        return wav.array();
    }
}
