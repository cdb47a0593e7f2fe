package org.fumikura.rag.parse;

/// A rectangle on a page as it is seen, from the top left.
///
/// @param left in any unit, as are the others; at most `right`
/// @param top at most `bottom`
public record PageBox(double left, double top, double right, double bottom) {
    public PageBox {
        if (!(left <= right && top <= bottom)) {
            throw new IllegalArgumentException("not a rectangle");
        }
    }

    /// The smallest rectangle around both.
    PageBox join(PageBox other) {
        return new PageBox(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /// The same rectangle as shares of a page of this size, as far as it lies on it.
    PageBox shareOf(double width, double height) {
        return new PageBox(
                Math.clamp(left / width, 0, 1),
                Math.clamp(top / height, 0, 1),
                Math.clamp(right / width, 0, 1),
                Math.clamp(bottom / height, 0, 1));
    }

    /// Whether `next` is the letter after this one in a line, across or down.
    boolean isFollowedBy(PageBox next) {
        return isFollowedAcross(next) || turned().isFollowedAcross(next.turned());
    }

    private boolean isFollowedAcross(PageBox next) {
        double height = Math.min(bottom - top, next.bottom - next.top);
        double shared = Math.min(bottom, next.bottom) - Math.max(top, next.top);
        double gap = Math.max(left, next.left) - Math.min(right, next.right);
        return shared > height / 2 && gap < 1.5 * Math.max(height, bottom - top);
    }

    private PageBox turned() {
        return new PageBox(top, left, bottom, right);
    }
}
