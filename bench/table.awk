# Reads the figures of bench/run (tab-separated: round, load, candidate, requests/s, p50, p99, errors) and prints two
# tables in Markdown: the ratios that are aimed at, and all that was measured, each as median [minimum-maximum].
# Needs rounds.awk.

BEGIN { FS = "\t" }

NR > 1 {
    key = $2 " " $3
    if (!(key in failed)) keys[++measured] = key
    for (column = 4; column <= 6; column++) add(key, column, $column)
    failed[key] += $7
}

END {
    columns["throughput"] = 4; columns["p50"] = 5; columns["p99"] = 6
    print "| | service | compared with | ratio | aim | |"
    print "|---|---|---|---|---|---|"
    ratio("hot GET, index, 64 connections", "throughput", "hot64 index", "hot64 index-constant", "its constant answer", ">= 0.60")
    ratio("hot GET, index, 64 connections", "throughput", "hot64 index", "hot64 yardstick", "yardstick", ">= 2")
    ratio("hot GET, index, 1 connection", "p50", "hot1 index", "hot1 yardstick", "yardstick", "<= 1.0")
    ratio("hot GET, log, 64 connections", "throughput", "hot64 log", "hot64 log-constant", "its constant answer", "")
    ratio("hot GET, log, 64 connections", "throughput", "hot64 log", "hot64 yardstick", "yardstick", "")
    ratio("hot GET, log, 1 connection", "p50", "hot1 log", "hot1 yardstick", "yardstick", "")
    ratio("hot GET, lease, 64 connections", "throughput", "hot64 lease", "hot64 lease-constant", "its constant answer", ">= 0.90")
    ratio("hot GET, lease, 64 connections", "throughput", "hot64 lease", "hot64 yardstick", "yardstick", ">= 3")
    ratio("hot GET, lease, 64 connections", "p99", "hot64 lease", "hot64 lease-constant", "its constant answer", "<= 1.3")
    ratio("create, 64 connections", "throughput", "create64 index", "create64 yardstick", "yardstick", ">= 4")
    ratio("create, 64 connections", "p99", "create64 index", "create64 yardstick", "yardstick", "<= 0.25")
    ratio("create, 1 connection", "p50", "create1 index", "create1 yardstick", "yardstick", "<= 0.8")
    ratio("create, 1 connection", "p50", "create1 index", "create1 kafka", "Kafka, produce to consume", "<= 1.3")
    own("create, 1 connection", "create1 index", "<= 4")
    ratio("95 % hot, 5 % create, 64 connections", "throughput", "mixed64 index", "mixed64 yardstick", "yardstick", ">= 3")
    everything()
}

function ratio(title, measure, ours, theirs, name, aim) {
    row(title ": " measure, ours, measure, theirs, measure, name, aim)
}

function own(title, ours, aim) {
    row(title ": p99", ours, "p99", ours, "p50", "own p50", aim)
}

function row(title, ours, measure, theirs, other, name, aim,    value, quotient) {
    quotient = "-"
    value = "not measured"
    if (failed[ours] + failed[theirs] > 0) {
        value = "failed"
    } else if (isMeasured(ours) && isMeasured(theirs)) {
        divide("ratio", title, ours, columns[measure], theirs, columns[other])
        value = verdict(median("ratio", title), aim)
        quotient = range("ratio", title, "%.2f")
    }
    printf "| %s | %s | %s: %s | %s | %s | %s |\n", title, cell(ours, measure), name, cell(theirs, other), quotient,
        aim == "" ? "-" : aim, value
}

function isMeasured(key) { return (key, columns["throughput"]) in count }

function verdict(quotient, aim,    parts) {
    if (aim == "") return ""
    split(aim, parts, " ")
    return (parts[1] == ">=" ? quotient >= parts[2] : quotient <= parts[2]) ? "met" : "**missed**"
}

# Requests per second as they are, microseconds as milliseconds.
function cell(key, measure) {
    if (!isMeasured(key)) return "not measured"
    if (failed[key]) return "failed, " failed[key] " errors"
    return measure == "throughput" ? range(key, columns[measure], "%.0f", 1, "/s") : range(key, columns[measure], "%.2f", 1000, " ms")
}

function everything(    i, parts) {
    print ""
    print "| load | candidate | throughput | p50 | p99 |"
    print "|---|---|---|---|---|"
    for (i = 1; i <= measured; i++) {
        split(keys[i], parts, " ")
        printf "| %s | %s | %s | %s | %s |\n", parts[1], parts[2], cell(keys[i], "throughput"), cell(keys[i], "p50"),
            cell(keys[i], "p99")
    }
}
