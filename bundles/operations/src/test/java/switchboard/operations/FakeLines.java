package switchboard.operations;

import switchboard.api.call.Lines;

/** Lines that are taken as told. */
public final class FakeLines implements Lines {

    private final int most;
    public volatile int open;
    private volatile boolean draining;

    public FakeLines(int open, int most) {
        this.open = open;
        this.most = most;
    }

    @Override
    public int open() {
        return open;
    }

    @Override
    public int most() {
        return most;
    }

    @Override
    public boolean isDraining() {
        return draining;
    }

    @Override
    public void drain() {
        draining = true;
    }
}
