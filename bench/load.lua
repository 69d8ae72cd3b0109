-- What wrk sends. Arguments: WHAT RUN [PATH]. WHAT: hot, rooms that are there, in turn; create, a new visitor each time;
-- mixed, a new one every twentieth time. RUN: eight characters; no two runs against one server share one.

local HOT_ROOMS = 1000
local MIXED_CREATES_EVERY = 20

local what, run, path
local hot = {}
local sent = 0

-- All tokens are of one length, as requests and answers are then.
local function get(group, number)
    return wrk.format("GET", string.format("%s?token=bench-%s-%07d", path, group, number))
end

function init(args)
    what, run, path = args[1], args[2], args[3] or "/api/v1/livechat/room"
    for i = 1, HOT_ROOMS do
        hot[i] = get("hotrooms", i)
    end
end

function request()
    sent = sent + 1
    if what == "create" or (what == "mixed" and sent % MIXED_CREATES_EVERY == 0) then
        return get(run, sent)
    end
    return hot[sent % HOT_ROOMS + 1]
end

function done(summary, latency)
    local errors = summary.errors
    print(string.format("bench: %.1f %d %d %d", summary.requests / summary.duration * 1e6,
        latency:percentile(50), latency:percentile(99),
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
