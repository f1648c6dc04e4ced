package io.tablecall.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PcmTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 44_100, 48_000})
    void a_tone_keeps_its_pitch_length_and_loudness(int rate) {
        var sound = tone(1_000, rate).atTelephoneRate();

        assertThat(sound.samples()).hasSize(8_000);
        assertThat(strength(sound, 1_000)).isBetween(9_800.0, 10_200.0);
        assertThat(strength(sound, 2_500)).isLessThan(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 22_050, 48_000})
    void what_a_telephone_cannot_carry_does_not_fold_back(int rate) {
        var sound = tone(5_500, rate).atTelephoneRate();

        assertThat(strength(sound, 2_500)).isLessThan(100);
    }

    @Test
    void sound_at_full_volume_does_not_wrap_around() {
        var loud = new short[22_050];
        Arrays.fill(loud, Short.MAX_VALUE);

        var samples = new Pcm(loud, 22_050).atTelephoneRate().samples();

        assertThat(samples[4_000]).isGreaterThan((short) 32_000);
    }

    @Test
    void what_is_written_can_be_read() throws Exception {
        var file = Files.write(directory.resolve("tone.wav"), tone(440, 8_000).toWav());

        var read = Pcm.read(file);

        assertThat(read.rate()).isEqualTo(8_000);
        assertThat(read.samples()).isEqualTo(tone(440, 8_000).samples());
    }

    @Test
    void a_streamed_header_that_promises_too_much_is_believed_as_far_as_the_file_goes() throws Exception {
        var wav = tone(440, 8_000).toWav();
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 0x7ffff000);

        assertThat(Pcm.read(Files.write(directory.resolve("streamed.wav"), wav)).samples())
                .hasSize(8_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RIFF", "not a sound at all, but long enough to be one", "RIFF....WAVEdata"})
    void what_is_not_sound_is_refused(String content) throws Exception {
        var file = Files.writeString(directory.resolve("no.wav"), content);

        assertThatThrownBy(() -> Pcm.read(file)).isInstanceOf(SpeechFailed.class);
    }

    private static Pcm tone(double hertz, int rate) {
        var samples = new short[rate];
        for (int i = 0; i < rate; i++) {
            samples[i] = (short) Math.round(10_000 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return new Pcm(samples, rate);
    }

    /** The amplitude of one pitch, away from the edges. */
    private static double strength(Pcm sound, double hertz) {
        double sine = 0;
        double cosine = 0;
        for (int i = 800; i < 7_200; i++) {
            sine += sound.samples()[i] * Math.sin(2 * Math.PI * hertz * i / sound.rate());
            cosine += sound.samples()[i] * Math.cos(2 * Math.PI * hertz * i / sound.rate());
        }
        return 2 * Math.hypot(sine, cosine) / 6_400;
    }
}
