package switchboard.appointments.store;

/**
 * What came of a request that changed something.
 *
 * @param content for a language model
 * @param spoken  for the caller's ear
 */
public record Deed(String content, String spoken) {}
