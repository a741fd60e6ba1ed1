/**
 * K8: a network of 784 pixels, 128 hidden units with ReLU and 10 classes, on a batch of 64 images: n = 101,770 parameters. Twice: image by
 * image, as it is written down, and on a batch at a time, in loops that HotSpot vectorizes.
 *
 * <p>Multiplications, with B = 64 images, P = 784 pixels, H = 128 hidden units and C = 10 classes (exponentials, logarithms and
 * divisions apart, of which all forms have as many):
 *
 * <table>
 * <caption>Multiplications</caption>
 * <tr><th></th><th>number</th><th></th><th>÷ primal</th></tr>
 * <tr><td>primal</td><td>B(PH + HC)</td><td>6,504,448</td><td>1</td></tr>
 * <tr><td>tangent</td><td>B(2PH + 3HC + C): each weight and each weight's tangent times the input, and in the second layer the weight times
 *     the input's tangent; exp times its tangent</td><td>13,091,456</td><td>2.01</td></tr>
 * <tr><td>forward gradient</td><td>that, and n to multiply v</td><td>13,193,226</td><td>2.03</td></tr>
 * <tr><td>backprop</td><td>B(2PH + 3HC + C + 1): the layers; adjoints times inputs; in the second layer adjoints times weights; exp to
 *     probability</td><td>13,091,520</td><td>2.01</td></tr>
 * </table>
 *
 * <p>So a dense layer has two products more than the primal in either mode, and the first one, whose inputs are constant, one: nearly all
 * of the network is its first layer, and what forward mode saves is memory alone.
 */
package io.github.pushforward.benchmarks.network;
