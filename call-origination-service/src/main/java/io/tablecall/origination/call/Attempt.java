package io.tablecall.origination.call;

/** One dial for one version of one reservation. */
public record Attempt(CallId call, String tenant, String reservation, int version, int number, String provider) {

    public static Attempt of(String tenant, String reservation, int version, int number, String provider) {
        return new Attempt(
                CallId.of(tenant, reservation, version, number), tenant, reservation, version, number, provider);
    }
}
