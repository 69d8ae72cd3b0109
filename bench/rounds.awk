# What was measured in several rounds, each figure under two names, and what is said of it: median, least, most, and the ratios
# of two of them. Given to awk with -f before the program that prints a table.

function add(row, column, figure) { all[row, column, ++count[row, column]] = figure }

# Each round's ratio, as a measurement of its own: the machine's pace may be another one in the next round.
function divide(row, column, above, aboveColumn, below, belowColumn,    i) {
    count[row, column] = count[above, aboveColumn]
    for (i = 1; i <= count[row, column]; i++)
        all[row, column, i] = all[above, aboveColumn, i] / all[below, belowColumn, i]
}

# median [minimum-maximum], each divided by unit and written in this form, and what they are behind the median.
function range(row, column, form, unit, suffix,    n) {
    if (!unit) unit = 1
    n = sorted(row, column)
    return sprintf(form "%s [" form "-" form "]", median(row, column) / unit, suffix, list[1] / unit, list[n] / unit)
}

function median(row, column,    n) {
    n = sorted(row, column)
    return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
}

# Puts the figures in order into list, and says how many there are.
function sorted(row, column,    i, j, value) {
    for (i = 1; i <= count[row, column]; i++) {
        value = all[row, column, i] + 0
        for (j = i; j > 1 && list[j - 1] > value; j--) list[j] = list[j - 1]
        list[j] = value
    }
    return count[row, column]
}
