/**
 * K7: softmax regression, 784 pixels and 10 classes, on a batch of 64 images: n = 7,850 parameters. Twice: image by image, as it is
 * written down, and on a batch at a time, in loops that HotSpot vectorizes.
 *
 * <p>Multiplications, with B = 64 images, P = 784 pixels and C = 10 classes (exponentials, logarithms and divisions apart, of which all
 * forms have as many):
 *
 * <table>
 * <caption>Multiplications</caption>
 * <tr><th></th><th>number</th><th></th><th>÷ primal</th></tr>
 * <tr><td>primal</td><td>BPC</td><td>501,760</td><td>1</td></tr>
 * <tr><td>tangent</td><td>2BPC + BC: each weight and each weight's tangent times the pixel; exp times its tangent</td>
 *     <td>1,004,160</td><td>2.00</td></tr>
 * <tr><td>forward gradient</td><td>that, and n to multiply v</td><td>1,012,010</td><td>2.02</td></tr>
 * <tr><td>backprop</td><td>2BPC + BC: scores; adjoints of the scores times the pixels; exp to probability</td>
 *     <td>1,004,224</td><td>2.00</td></tr>
 * </table>
 *
 * <p>(In the last row B more, for the divisors.) The inputs of the only layer are constant, so that neither mode has a third product.
 */
package io.github.pushforward.benchmarks.softmax;
