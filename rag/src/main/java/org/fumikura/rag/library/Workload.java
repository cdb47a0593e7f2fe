package org.fumikura.rag.library;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The jobs under way, and whether they wait. Tells when that changes. May be used from any thread.
final class Workload {
    private final Bulletin bulletin;
    private final Set<Job> jobs = new HashSet<>();
    private boolean paused;
    private WorkState told = WorkState.IDLE;

    Workload(Bulletin bulletin) {
        this.bulletin = bulletin;
    }

    synchronized WorkState state() {
        if (jobs.isEmpty()) {
            return WorkState.IDLE;
        }
        return paused ? WorkState.PAUSED : WorkState.WORKING;
    }

    synchronized boolean isPaused() {
        return paused;
    }

    /// A job begins; it leaves by itself when it is over.
    void begin(Job job) {
        synchronized (this) {
            jobs.add(job);
            tell();
        }
        var _ = job.meaning().whenComplete((_, _) -> end(job));
    }

    synchronized void pause() {
        paused = true;
        tell();
    }

    synchronized void goOn() {
        paused = false;
        tell();
    }

    /// Ends all jobs as cancelled.
    void cancel() {
        List<Job> all;
        synchronized (this) {
            all = List.copyOf(jobs);
        }
        all.forEach(Job::cancel);
    }

    private synchronized void end(Job job) {
        jobs.remove(job);
        tell();
    }

    private void tell() {
        WorkState now = state();
        if (now != told) {
            told = now;
            bulletin.work(now);
        }
    }
}
