package io.github.pushforward.example.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of unsigned bytes in the IDX format of MNIST: two zero bytes, the type of the numbers (8), how many dimensions there are, each of
 * them in four bytes, the numbers row by row (Y. LeCun, C. Cortes, C. Burges, <i>The MNIST Database of Handwritten Digits</i>). Plain,
 * or compressed by gzip where the name ends so.
 *
 * @param shape the dimensions
 * @param bytes the numbers, row by row
 */
record IdxFile(int[] shape, byte[] bytes) {

    private static final int UNSIGNED_BYTES = 8;

    /** How large a file may be, far beyond those there are: 1 GiB. */
    private static final long LARGEST = 1L << 30;

    /**
     * Reads {@code name} or {@code name.gz} of a directory.
     *
     * @throws IOException if there is neither, or it is not such a file of {@code dimensions} dimensions; the message names the file
     */
    static IdxFile read(Path directory, String name, int dimensions) throws IOException {
        Path plain = directory.resolve(name);
        Path compressed = directory.resolve(name + ".gz");
        if (Files.exists(plain)) {
            try (InputStream stream = Files.newInputStream(plain)) {
                return read(stream, plain, dimensions);
            }
        }
        if (Files.exists(compressed)) {
            try (InputStream stream = Files.newInputStream(compressed)) {
                return read(stream, compressed, dimensions);
            }
        }
        throw new IOException("there is no " + name + " and no " + name + ".gz in " + directory);
    }

    private static IdxFile read(InputStream stream, Path file, int dimensions) throws IOException {
        try {
            boolean isCompressed = file.toString().endsWith(".gz");
            DataInputStream data =
                    new DataInputStream(new BufferedInputStream(isCompressed ? new GZIPInputStream(stream) : stream));
            int magic = data.readInt();
            int expected = UNSIGNED_BYTES << 8 | dimensions;
            if (magic != expected) {
                throw new IOException(String.format(
                        "begins with %08x, not with %08x: not an IDX file of bytes in %d dimensions",
                        magic, expected, dimensions));
            }
            int[] shape = new int[dimensions];
            long size = 1;
            for (int d = 0; d < dimensions; d++) {
                shape[d] = data.readInt();
                if (shape[d] < 1 || size > LARGEST / shape[d]) {
                    throw new IOException("has the shape " + Arrays.toString(shape) + ", which is none to read");
                }
                size *= shape[d];
            }
            byte[] bytes = new byte[(int) size];
            data.readFully(bytes);
            if (data.read() >= 0) {
                throw new IOException("goes on after the " + size + " bytes of its shape " + Arrays.toString(shape));
            }
            return new IdxFile(shape, bytes);
        } catch (EOFException e) {
            throw new IOException(file + " ends too early", e);
        } catch (ZipException e) {
            throw new IOException(file + " is not compressed by gzip: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException(file + " " + e.getMessage(), e);
        }
    }
}
