package switchboard.llm.receptionist.booking;

/** What a caller wants done, and the tool that does it. */
enum Intent {

    BOOK("book_appointment"), FREE("find_free_times"), MOVE("move_appointment"), CANCEL("cancel_appointment"), FIND("find_appointment");

    private final String tool;

    Intent(String tool) {
        this.tool = tool;
    }

    String tool() {
        return tool;
    }

    /** Whether it only looks: the tool runs at once, without a read-back. */
    boolean onlyLooks() {
        return this == FREE || this == FIND;
    }
}
