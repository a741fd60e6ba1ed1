package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static final class Account {
        private double balance;

        double balance() {
            return balance;
        }

        void deposit(double amount) {
            balance += amount;
        }
    }

    @Differentiable
    static double f(double x) {
        Account own = new Account();
        own.deposit(x);
        return own.balance();
    }
}
