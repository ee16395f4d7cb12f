package io.hayate.venue.mirror;

import io.hayate.venue.QueueModel;
import java.util.List;

/**
 * What an exchange lists whose markets follow texts.
 *
 * @param listings the pairs
 * @param model where cancels are taken to have been in the queues of books that tell levels
 */
public record MirrorPlan(List<MirrorListing> listings, QueueModel model) {
    public MirrorPlan {
        listings = List.copyOf(listings);
    }

    /** The symbols of the pairs. */
    public List<String> symbols() {
        return listings.stream().map(MirrorListing::symbol).toList();
    }
}
