package io.tablecall.speech;

import java.math.BigInteger;

/**
 * A Hann-windowed sinc resampler. The two rates' ratio is rational, so the kernel takes only a few positions between
 * samples; each is worked out once and then reused along the whole sound.
 */
final class Resampler {

    private static final int ZERO_CROSSINGS = 12;
    private static final double PASS_BAND = 0.94;

    private Resampler() {}

    static short[] resample(short[] in, int from, int to) {
        int divisor = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValue();
        int up = to / divisor;
        int down = from / divisor;
        double cutoff = PASS_BAND * Math.min(1.0, (double) to / from);
        int reach = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
        var kernels = new double[up][];
        var out = new short[(int) ((long) in.length * up / down)];
        for (int i = 0; i < out.length; i++) {
            long position = (long) i * down;
            int phase = (int) (position % up);
            if (kernels[phase] == null) {
                kernels[phase] = kernel((double) phase / up, cutoff, reach);
            }
            out[i] = weigh(in, (int) (position / up) - reach + 1, kernels[phase]);
        }
        return out;
    }

    private static short weigh(short[] in, int first, double[] kernel) {
        double sum = 0;
        int end = Math.min(kernel.length, in.length - first);
        for (int k = Math.max(0, -first); k < end; k++) {
            sum += in[first + k] * kernel[k];
        }
        return (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    private static double[] kernel(double fraction, double cutoff, int reach) {
        var kernel = new double[2 * reach];
        double total = 0;
        for (int k = 0; k < kernel.length; k++) {
            double distance = k - reach + 1 - fraction;
            double x = Math.PI * cutoff * distance;
            double window = Math.abs(distance) >= reach ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * distance / reach);
            kernel[k] = (x == 0 ? 1 : Math.sin(x) / x) * window;
            total += kernel[k];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= total;
        }
        return kernel;
    }
}
