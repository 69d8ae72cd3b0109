# Reads the figures of bench/grow (tab-separated: size, row, figure) and prints a table in Markdown, a column for each size:
# median [minimum-maximum] where there are several. Needs rounds.awk.

BEGIN { FS = "\t" }

{
    if (!($1 in sizes)) { sizes[$1]; size[++columns] = $1 }
    if (!($2 in rows)) { rows[$2]; row[++lines] = $2 }
    add($1, $2, $3)
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

function ratio(name, above, below, c) {
    printf "| %s |", name
    for (c = 1; c <= columns; c++) {
        divide(size[c], name, size[c], above, size[c], below)
        printf " %s |", range(size[c], name, "%.2f")
    }
    printf "\n"
}

function cell(size, row, n) {
    n = count[size, row]
    if (n == 0) return ""
    return n == 1 ? all[size, row, 1] : range(size, row, "%s")
}
