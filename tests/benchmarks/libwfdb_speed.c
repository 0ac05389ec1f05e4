/* Times libwfdb: libwfdb_speed RECORD prints the milliseconds, median of 41 runs, of opening a record in the current
   folder and reading all its samples in physical units. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <wfdb/wfdb.h>

#define RUNS 41

static double milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return 1e3 * now.tv_sec + 1e-6 * now.tv_nsec;
}

static int compare(const void *a, const void *b) {
    double difference = *(const double *) a - *(const double *) b;
    return (difference > 0) - (difference < 0);
}

static double read_record(char *record) {
    WFDB_Siginfo signals[WFDB_MAXSIG];
    WFDB_Sample frame[WFDB_MAXSIG];
    int count = isigopen(record, signals, WFDB_MAXSIG);
    long length = count > 0 ? signals[0].nsamp : 0, read = 0;
    double *physical = malloc((length * count + 1) * sizeof(double)), sum = 0;
    while (read < length && getvec(frame) == count) {
        for (int i = 0; i < count; i++) {
            physical[i * length + read] = aduphys(i, frame[i]);
        }
        read++;
    }
    if (length == 0 || read != length) {
        fprintf(stderr, "%s: %ld of %ld samples could be read\n", record, read, length);
        exit(1);
    }
    sum = physical[0] + physical[length * count - 1];
    free(physical);
    wfdbquit();
    return sum;
}

int main(int argc, char **argv) {
    double times[RUNS], sum = 0;
    setwfdb(".");
    for (int i = 0; argc == 2 && i < RUNS; i++) {
        double start = milliseconds();
        sum += read_record(argv[1]);
        times[i] = milliseconds() - start;
    }
    if (argc != 2 || sum != sum) {
        return 2;
    }
    qsort(times, RUNS, sizeof(double), compare);
    printf("%f\n", times[RUNS / 2]);
    return 0;
}
