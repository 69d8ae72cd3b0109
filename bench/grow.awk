# Reads the figures of bench/grow (tab-separated: size, row, figure) and prints a table in Markdown, a column for each size:
# median [minimum-maximum] where there are several. A ratio is taken within each round.

BEGIN { FS = "\t" }

{
    if (!($1 in sizes)) { sizes[$1]; size[++columns] = $1 }
    if (!($2 in rows)) { rows[$2]; row[++lines] = $2 }
    figure[$1, $2, ++count[$1, $2]] = $3
}

END {
    printf "| open rooms |"
    for (c = 1; c <= columns; c++) printf " %d |", size[c]
    printf "\n|---|"
    for (c = 1; c <= columns; c++) printf "---:|"
    printf "\n"
    ratio("**hot GET per s, any room / small one beside it**", "hot GET per s, any room", "hot GET per s, small one beside it")
    ratio("hot GET per s, first rooms / small one beside it", "hot GET per s, first " first " rooms", "hot GET per s, small one beside it")
    for (l = 1; l <= lines; l++) {
        printf "| %s |", row[l]
        for (c = 1; c <= columns; c++) printf " %s |", cell(size[c], row[l])
        printf "\n"
    }
}

function ratio(name, above, below, c, i) {
    printf "| %s |", name
    for (c = 1; c <= columns; c++) {
        for (i = 1; i <= count[size[c], above]; i++)
            figure[size[c], name, i] = sprintf("%.2f", figure[size[c], above, i] / figure[size[c], below, i])
        count[size[c], name] = count[size[c], above]
        printf " %s |", cell(size[c], name)
    }
    printf "\n"
}

function cell(size, row, n) {
    n = count[size, row]
    if (n == 0) return ""
    sort(size, row)
    return n == 1 ? sorted[1] : sprintf("%s [%s-%s]", median(size, row), sorted[1], sorted[n])
}

function median(size, row, n) {
    n = sort(size, row)
    return n % 2 ? sorted[(n + 1) / 2] : (sorted[n / 2] + sorted[n / 2 + 1]) / 2
}

function sort(size, row, n, i, j, swap) {
    n = count[size, row]
    for (i = 1; i <= n; i++) sorted[i] = figure[size, row, i]
    for (i = 2; i <= n; i++)
        for (j = i; j > 1 && sorted[j - 1] + 0 > sorted[j] + 0; j--) {
            swap = sorted[j]; sorted[j] = sorted[j - 1]; sorted[j - 1] = swap
        }
    return n
}
