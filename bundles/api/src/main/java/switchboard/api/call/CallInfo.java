package switchboard.api.call;

/**
 * Which call.
 *
 * @param id      unique in the server's life
 * @param company id of the company that is called
 */
public record CallInfo(String id, String company) {}
