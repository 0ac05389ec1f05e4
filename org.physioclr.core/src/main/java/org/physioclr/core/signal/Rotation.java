package org.physioclr.core.signal;

/**
 * A turn of the heart's vector about its three axes, first X, then Y, then Z.
 *
 * @param matrix {@code [row][column]}, orthogonal
 */
public record Rotation(double[][] matrix) {

    /** The turn by angles in radians. */
    public static Rotation of(double aboutX, double aboutY, double aboutZ) {
        double cx = Math.cos(aboutX);
        double sx = Math.sin(aboutX);
        double cy = Math.cos(aboutY);
        double sy = Math.sin(aboutY);
        double cz = Math.cos(aboutZ);
        double sz = Math.sin(aboutZ);
        return new Rotation(new double[][] {
            {cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx},
            {sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx},
            {-sy, cy * sx, cy * cx}});
    }

    /** Turns a vector in place. */
    public void turn(double[] vector) {
        double x = vector[0];
        double y = vector[1];
        double z = vector[2];
        for (int row = 0; row < 3; row++) {
            vector[row] = matrix[row][0] * x + matrix[row][1] * y + matrix[row][2] * z;
        }
    }
}
