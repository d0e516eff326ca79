package switchboard.appointments.store;

import java.time.Instant;

/**
 * A caller who wants to be called back.
 *
 * @param call  the call's id; at most 200 characters
 * @param about what the caller wanted to know; empty if that was not said
 */
public record Callback(String call, String customer, String phone, String about, Instant askedAt) {}
