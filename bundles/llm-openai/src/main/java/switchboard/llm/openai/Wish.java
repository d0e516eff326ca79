package switchboard.llm.openai;

/**
 * A tool that a model asks for, unchecked.
 *
 * @param id        empty if the model gave none
 * @param name      empty if the model gave none
 * @param arguments what should be a JSON object
 */
record Wish(String id, String name, String arguments) {}
