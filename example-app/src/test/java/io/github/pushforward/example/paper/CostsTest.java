package io.github.pushforward.example.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.example.data.ImageData;
import io.github.pushforward.example.data.LabeledImages;
import io.github.pushforward.example.data.MiniBatches;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CostsTest {

    private final LabeledImages batch = new MiniBatches(ImageData.digits(1).train(), Experiments.BATCH, 1).current();

    @Test
    void aDerivativeCostsMoreThanTheLossAndNotTenTimesAsMuch() {
        AtomicLong rounds = new AtomicLong();
        WorkProgress counting = new WorkProgress() {
            @Override
            public void begin(String task, long units) {}

            @Override
            public void advance(long units) {
                rounds.addAndGet(units);
            }
        };
        Costs costs = Costs.measure(new DenseModel(64, 32, 10), batch, 1, counting);
        assertThat(costs.forward()).isBetween(0.9, 10.0);
        assertThat(costs.backprop()).isBetween(0.9, 10.0);
        assertThat(costs.forwardToBackprop()).isBetween(0.1, 10.0);
        assertThat(rounds).hasValue(Costs.ROUNDS);
    }

    @Test
    void bothMethodsKeepANumberForEachParameter() {
        DenseModel model = DenseModel.deep(64, 32, 51, 10);
        Memory memory = Memory.measure(model, batch, 1);
        long numbers = 8L * model.start(1).length;
        assertThat(memory.forward()).isBetween(numbers, 2 * numbers);
        assertThat(memory.backprop()).isBetween(numbers, 2 * numbers);
    }

    @Test
    void productsAreThoseOfTheLayers() {
        Products products = new DenseModel(784, 128, 10).products();
        assertThat(products.original()).isEqualTo(101_632);
        assertThat(products.tangent()).isEqualTo(2 * 100_352 + 3 * 1_280);
        assertThat(products.backprop()).isEqualTo(products.tangent());
    }
}
