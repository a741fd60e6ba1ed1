package io.github.pushforward.example.paper;

/**
 * How many products of two numbers a model's layers take for one image; what is added, exponentials and comparisons are not counted.
 *
 * @param original of the loss alone
 * @param tangent of the loss and its derivative along one direction
 * @param backprop of the loss and its gradient by backpropagation
 */
record Products(long original, long tangent, long backprop) {

    static final Products NONE = new Products(0, 0, 0);

    /**
     * And those of a layer of {@code products}. Along a direction two more for each: the weight's tangent by the input, the weight by
     * the input's tangent. Backwards two more as well: the adjoint by the input, the adjoint by the weight. The first layer's inputs are
     * constant, and the second of each is not needed.
     */
    Products plusLayer(long products, boolean first) {
        int times = first ? 2 : 3;
        return new Products(original + products, tangent + times * products, backprop + times * products);
    }
}
