package io.hayate.venue.mirror;

import io.hayate.venue.QueueModel;
import java.util.List;

/**
 * What an exchange lists whose markets follow texts.
 *
 * @param listings the pairs
 * @param model where cancels are taken to have been in the queues of books that tell levels
 * @param trust how far they go by what they follow
 */
public record MirrorPlan(List<MirrorListing> listings, QueueModel model, MirrorTrust trust) {
    /** Markets that follow a recording: what that lacks lacks. */
    public MirrorPlan(List<MirrorListing> listings, QueueModel model) {
        this(listings, model, MirrorTrust.AS_TOLD);
    }

    public MirrorPlan {
        listings = List.copyOf(listings);
    }

    /** The symbols of the pairs. */
    public List<String> symbols() {
        return listings.stream().map(MirrorListing::symbol).toList();
    }
}
